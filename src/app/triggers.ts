import { askHowItGoes } from '../sync/ask.ts';
import { drain } from '../sync/drain.ts';

/** Not yet in TypeScript's DOM types: https://wicg.github.io/background-sync/spec/ */
interface WithSync extends ServiceWorkerRegistration {
  sync?: { register: (tag: string) => Promise<void> };
}

const soonest = 1_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Everything that makes the outbox go: the start, the return of the network, the page seen again, and time. What is
 * queued while the page is open is asked of the browser too, so that it goes when the page is closed.
 */
export function startTriggers(): void {
  const go = () => void drainAndAsk();
  addEventListener('online', go);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') go();
  });
  go();
}

/** Tries to hand over what is on this phone. With `all`, because the person asked, nothing waits for its turn. */
export async function drainAndAsk({ all = false } = {}): Promise<void> {
  try {
    const { nextTry } = await drain({ all });
    clearTimeout(timer);
    if (nextTry !== undefined) timer = setTimeout(() => void drainAndAsk(), Math.max(nextTry - Date.now(), soonest));
    await askHowItGoes();
  } catch {
    // The phone's storage is not to be had; the screen says so where it matters.
  }
}

/** Asks the browser to wake the worker when there is a network, where it can (Chromium). */
export async function askForBackgroundSync(): Promise<void> {
  try {
    const registration: WithSync | undefined = await navigator.serviceWorker?.getRegistration();
    await registration?.sync?.register('outbox');
  } catch {
    // Not allowed or not known here: the other triggers are enough.
  }
}
