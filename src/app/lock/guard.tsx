import { render } from 'preact';
import { onChange } from '../../device/changes.ts';
import { closeLock, lockState } from '../../device/lock.ts';
import { Gate } from './Gate.tsx';

/** How long somebody may be away from an open lock, in milliseconds, before it closes. */
const mostAway = 180_000;

interface Guard {
  /** Puts the question for the pictures in the place of whatever stands on the page. */
  ask: (isNotSafe?: boolean) => void;
}

let guarding: Guard | undefined;

/** What comes in the place of the question: `main.tsx` draws it, for what the app's first file holds stays in it. */
export interface Behind {
  /** What stood here before it closed, or was asked for by the address. */
  goOn: () => Promise<void>;
  /** Something new, which needs no pictures. */
  begin: () => Promise<void>;
}

/** Guards a page on a phone with a lock, from now on: it closes after some minutes away, and when another tab says so. */
export function guard(root: HTMLElement, behind: Behind): Guard {
  if (guarding) return guarding;
  let isAsking = false;

  const answered = (draw: () => Promise<void>) => {
    isAsking = false;
    void draw();
  };
  const ask = (isNotSafe = false) => {
    isAsking = true;
    render(
      <Gate isNotSafe={isNotSafe} onOpened={() => answered(behind.goOn)} onWriteNew={() => answered(behind.begin)} />,
      root,
    );
  };
  const close = async () => {
    if (isAsking || (await lockState()) === 'none') return;
    isAsking = true;
    // Away from the page already, so nobody waits: the last word is kept first.
    await globalThis.heardPutAway?.().catch(() => undefined);
    closeLock();
    ask();
  };
  const look = async () => {
    const state = await lockState();
    if (state === 'closed' && !isAsking) await close();
    if (state === 'none' && isAsking) answered(behind.goOn);
  };

  closeWhenAway(() => void close());
  addEventListener('storage', ({ key }) => key === 'heard-hidden' && void close());
  onChange((kept) => kept === 'lock' && void look());
  guarding = { ask };
  return guarding;
}

// A timer, so that the key is forgotten while nobody looks; and the clock, for a page that was asleep has no timers.
function closeWhenAway(close: () => void): void {
  let left = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    if (document.visibilityState === 'hidden') {
      left = Date.now();
      timer = setTimeout(close, mostAway);
    } else if (Date.now() - left >= mostAway) close();
  });
}
