import './app.css';
import { hydrate, render } from 'preact';
import { App } from './App.tsx';
import { pathOf, readStart, type Start, withTyped } from './start.ts';
import { startTriggers } from './triggers.ts';
import { bringWorker } from './UpdateOffer.tsx';

if (isSecureContext) void begin();

async function begin(): Promise<void> {
  const root = document.getElementById('app');
  if (!root) return;
  const start = await readStart(pathOf(location.pathname));
  // Read at the last moment, for typing goes on while storage is read; nothing below waits.
  const box = root.querySelector('textarea');
  const typed = box?.value ?? '';
  const app = <App start={withTyped(start, typed)} />;
  if (isAsServed(start)) hydrate(app, root);
  else {
    const hadFocus = box !== null && document.activeElement === box;
    root.replaceChildren();
    render(app, root);
    if (hadFocus) root.querySelector('textarea')?.focus();
  }
  document.documentElement.classList.remove('covered');
  globalThis.heardIsReady = true;
  if (globalThis.heardPressedEarly instanceof HTMLElement) globalThis.heardPressedEarly.click();
  startTriggers();
  whenIdle(bringWorker);
}

// The page as it was served is the fresh start; anything else on this device is drawn anew.
function isAsServed({ draft, kept, sentId, path }: Start): boolean {
  const isFresh = draft.revision === 0 && !sentId;
  return isFresh && (path === '/tell' || kept.drafts.length + kept.sent.length === 0);
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 3_000 });
  else setTimeout(work, 1_000);
}
