import { askHowItGoes } from '../sync/ask.ts';
import { drain, type Reason } from '../sync/drain.ts';
import { bringCouncilKey } from './council-key.ts';

/** Not yet in TypeScript's DOM types: https://wicg.github.io/background-sync/spec/ */
interface WithSync extends ServiceWorkerRegistration {
  sync?: { register: (tag: string) => Promise<void> };
}

const soonest = 1_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** What was sent goes by itself with every page closed. */
export function goesWhenClosed(): boolean {
  return 'SyncManager' in globalThis;
}

/**
 * Everything that makes the outbox go: the start, the return of the network, the page seen again, and time. What is
 * left then is asked of the browser too, so that it goes when the page is closed.
 */
export function startTriggers(): void {
  const go = () => {
    void drainAndAsk('network');
    void bringCouncilKey();
  };
  addEventListener('online', go);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') go();
  });
  go();
}

/** Tries to hand over what is on this phone, then asks how the rest goes. */
export async function drainAndAsk(reason: Reason): Promise<void> {
  try {
    const { nextTry, waiting } = await drain(reason);
    clearTimeout(timer);
    if (nextTry !== undefined)
      timer = setTimeout(() => void drainAndAsk('time'), Math.max(nextTry - Date.now(), soonest));
    if (waiting > 0) void askForBackgroundSync();
    await askHowItGoes();
  } catch {
    // The phone's storage is not to be had; the screen says so where it matters.
  }
}

/** How long somebody who has pressed "Send" waits for the browser's answer to the question below, in milliseconds. */
const aMoment = 500;

/**
 * Asks the browser to wake the worker when there is a network, where it can (Chromium): as soon as something is
 * queued, and whenever something is left. Resolves when the browser has agreed, or cannot, or is slow about it: it
 * agrees to nothing for an address whose last page is closed, so the page says that it is done only afterwards.
 */
export async function askForBackgroundSync(): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, aMoment));
  await Promise.race([registerSync(), late]);
}

async function registerSync(): Promise<void> {
  try {
    const registration: WithSync | undefined = await navigator.serviceWorker?.getRegistration();
    await registration?.sync?.register('outbox');
  } catch {
    // Not allowed, not known here, or the worker is still being put away: the other triggers are enough.
  }
}
