import './app.css';
import { hydrate, render } from 'preact';
import { App } from './App.tsx';
import { untilWorkerIsWorthIt } from './spare-data.ts';
import { pathOf, readStart, type Start } from './start.ts';
import { startTriggers } from './triggers.ts';
import { bringWorker } from './UpdateOffer.tsx';

if (isSecureContext) void begin();

async function begin(): Promise<void> {
  const root = document.getElementById('app');
  if (!root) return;
  const box = root.querySelector('textarea');
  // Read at the last moment, for typing goes on while storage is read; nothing below waits.
  const start = await readStart(pathOf(location.pathname), () => box?.value ?? '');
  const page = document.documentElement;
  const isNotSafe = page.classList.contains('safe-now');
  const app = <App start={start} isNotSafe={isNotSafe} />;
  const isServed = isAsServed(start) && !isNotSafe;
  if (isServed) hydrate(app, root);
  else {
    const ahead = box !== null && document.activeElement === box ? box.value.length - box.selectionEnd : undefined;
    root.replaceChildren();
    render(app, root);
    if (ahead !== undefined) goOnTyping(root.querySelector('textarea'), ahead);
  }
  page.classList.remove('covered', 'safe-now');
  globalThis.heardIsReady = true;
  // On another screen than the one it was pressed on, a press would be somebody's guess.
  if (isServed && globalThis.heardPressedEarly instanceof HTMLElement) globalThis.heardPressedEarly.click();
  startTriggers();
  await untilWorkerIsWorthIt(start.kept.drafts.length + start.kept.sent.length > 0);
  whenIdle(bringWorker);
}

/** Drawn anew in the middle of a word: the next letter goes where it would have gone, so many letters before the end. */
function goOnTyping(box: HTMLTextAreaElement | null, ahead: number): void {
  if (!box) return;
  box.focus();
  box.selectionStart = box.value.length - ahead;
  box.selectionEnd = box.selectionStart;
}

// The page as it was served is the fresh start; anything else on this device is drawn anew.
function isAsServed({ draft, kept, sentId, path, register = 'older' }: Start): boolean {
  const isFresh = draft.revision === 0 && !sentId && register === 'older';
  return isFresh && (path === '/tell' || kept.drafts.length + kept.sent.length === 0);
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 3_000 });
  else setTimeout(work, 1_000);
}
