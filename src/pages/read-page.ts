import { read, stopReading } from '../aloud/read.ts';

/** Reads the page on which a button was pressed, or stops. Built as a file of its own; see `offer-reading.ts`. */
export function readPage(button: HTMLButtonElement): void {
  const icon = button.querySelector('svg');
  const label = button.querySelector('span');
  const status = button.nextElementSibling;
  const main = button.closest('footer')?.previousElementSibling;
  if (!icon || !label || !main || !(status instanceof HTMLElement)) return;
  if (icon.classList.contains('reading')) {
    stopReading();
    return;
  }

  const { start = '', stop = '', noVoice = '' } = status.dataset;
  icon.classList.add('reading');
  label.textContent = stop;
  status.textContent = '';
  read({
    what: main,
    language: document.documentElement.lang,
    rate: 1,
    onEnd: (ending) => {
      icon.classList.remove('reading');
      label.textContent = start;
      status.textContent = ending === 'no-voice' ? noVoice : '';
    },
  });
}
