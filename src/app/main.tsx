import './app.css';
import { hydrate, render } from 'preact';
import { onChange } from '../device/changes.ts';
import { readOwnName } from '../device/own-name.ts';
import { readOwnRegister } from '../device/own-register.ts';
import { appWords, speakTo } from '../words/app-words.ts';
import { builtIn } from '../words/languages.ts';
import { App } from './App.tsx';
import type { Path } from './journey.ts';
import type { Behind } from './lock/guard.tsx';
import { goBy } from './own-name.ts';
import { untilWorkerIsWorthIt } from './spare-data.ts';
import { adoptFromOtherTabs, freshStart, pathOf, readStart, type Start } from './start.ts';
import { startTriggers } from './triggers.ts';
import { bringWorker } from './UpdateOffer.tsx';
import { keepsSomething, readKept } from './use-kept.ts';
import { inRegister } from './use-register.ts';

if (isSecureContext) void begin();

async function begin(): Promise<void> {
  const root = document.getElementById('app');
  if (!root) return;
  const box = root.querySelector('textarea');
  // Read at the last moment, for typing goes on while storage is read; nothing below waits.
  const start = await readStart(pathOf(location.pathname), () => box?.value ?? '');
  if (readOwnName() !== 'heard') goBy(readOwnName());
  const isNotSafe = document.documentElement.classList.contains('safe-now');
  const guard = () => import('./lock/part.ts').then((lock) => lock.guard(root, behindLock(root, start.path)));
  const isLocked = start.kept.lock === 'closed' && start.path !== '/tell';
  const isServed = isAsServed(start) && !isNotSafe && !isLocked;
  if (isLocked) {
    root.replaceChildren();
    speakTo(appWords.register, start.language);
    // Not to be had now: the start then, which shows nothing of what is locked.
    await guard().then(
      ({ ask }) => {
        uncover();
        ask(isNotSafe);
      },
      () => draw(root, { ...start, path: '/' }, { isServed, isNotSafe }),
    );
  } else draw(root, start, { isServed, isNotSafe });
  globalThis.heardIsReady = true;
  pressAgain(root, isServed);
  startTriggers();
  adoptFromOtherTabs();
  if (start.kept.lock === 'closed') void guard().catch(() => undefined);
  onChange((kept) => kept === 'lock' && void guard().catch(() => undefined));
  await untilWorkerIsWorthIt(keepsSomething(start.kept));
  whenIdle(bringWorker);
}

function draw(root: HTMLElement, start: Start, { isServed, isNotSafe }: { isServed: boolean; isNotSafe: boolean }) {
  uncover();
  const app = <App start={start} isNotSafe={isNotSafe} />;
  if (isServed) return hydrate(app, root);
  const box = root.querySelector('textarea');
  const ahead = box !== null && document.activeElement === box ? box.value.length - box.selectionEnd : undefined;
  root.replaceChildren();
  render(app, root);
  if (ahead !== undefined) goOnTyping(root.querySelector('textarea'), ahead);
}

// In the same moment as what is drawn, and before it: nothing that is covered can take the focus.
function uncover(): void {
  document.documentElement.classList.remove('covered', 'safe-now');
}

// On another screen than the one it was pressed on, a press would be somebody's guess, but for what every screen has.
function pressAgain(root: HTMLElement, isServed: boolean): void {
  const pressed = globalThis.heardPressedEarly;
  if (!(pressed instanceof HTMLElement)) return;
  if (isServed) pressed.click();
  else if (pressed.closest('.look-button')) root.querySelector<HTMLElement>('.look-button')?.click();
}

function behindLock(root: HTMLElement, path: Path): Behind {
  return {
    goOn: async () => render(<App start={await readStart(path, () => '', true)} />, root),
    begin: async () => {
      const [fresh, kept, register] = [freshStart('/'), await readKept(), readOwnRegister()];
      const { language } = appWords;
      // The address of the messages would lead a reload to what is locked.
      history.replaceState(null, '', '/');
      render(<App start={{ ...fresh, kept, register, language, draft: inRegister(fresh.draft, register) }} />, root);
    },
  };
}

/** Drawn anew in the middle of a word: the next letter goes where it would have gone, so many letters before the end. */
function goOnTyping(box: HTMLTextAreaElement | null, ahead: number): void {
  if (!box) return;
  box.focus();
  box.selectionStart = box.value.length - ahead;
  box.selectionEnd = box.selectionStart;
}

// The page as it was served is the fresh start; anything else on this device is drawn anew.
function isAsServed({ draft, kept, sentId, path, register = 'older', language }: Start): boolean {
  const isFresh = draft.revision === 0 && !sentId && register === 'older' && language === builtIn;
  return isFresh && (path === '/tell' || !keepsSomething(kept));
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 3_000 });
  else setTimeout(work, 1_000);
}
