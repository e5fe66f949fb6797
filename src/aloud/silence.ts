const page = () => document.documentElement;

/**
 * Calls once, at once, when the screen that is being read is no longer what somebody sees: another screen, another
 * register or language, hidden by "Hide", another tab or app, or left.
 *
 * @returns ends the watching
 */
export function onceLeft(leave: () => void): () => void {
  const title = visibleTitle();
  const text = title?.textContent;
  const wayOfSpeaking = manner();
  const look = () => {
    const isSame = visibleTitle() === title && title?.textContent === text && manner() === wayOfSpeaking;
    if (!isSame || document.visibilityState === 'hidden') leave();
  };
  const changes = new MutationObserver(look);
  changes.observe(page(), { attributes: true, attributeFilter: ['class', 'lang', 'data-register'] });
  changes.observe(document.body, { childList: true, characterData: true, subtree: true });
  document.addEventListener('visibilitychange', look);
  // A page that is only read changes its words by style alone.
  document.addEventListener('change', look);
  addEventListener('pagehide', leave);
  return () => {
    changes.disconnect();
    document.removeEventListener('visibilitychange', look);
    document.removeEventListener('change', look);
    removeEventListener('pagehide', leave);
  };
}

function visibleTitle(): HTMLHeadingElement | undefined {
  return [...document.querySelectorAll('h1')].find((each) => each.getClientRects().length > 0);
}

function manner(): string {
  const { lang, className, dataset } = page();
  const chosen = document.querySelector<HTMLInputElement>('main input[name=register]:checked');
  return [lang, className, dataset.register, chosen?.value].join(' ');
}
