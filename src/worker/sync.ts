import { drain } from '../sync/drain.ts';

/** Not yet in TypeScript's worker types: https://wicg.github.io/background-sync/spec/ */
interface SyncEvent extends ExtendableEvent {
  tag: string;
}

/** The browser says there is a network. What still waits afterwards is said by failing: the browser then asks again. */
export function onSync(event: Event): void {
  const { tag } = event as SyncEvent;
  if (tag === 'outbox') (event as SyncEvent).waitUntil(drainOrFail());
}

/**
 * How long to wait before each try, in milliseconds. The browser asks again only after minutes, and twice at most,
 * while a network that has just come back often takes some seconds until it carries anything.
 */
const waits = [0, 2_000, 8_000, 20_000];

async function drainOrFail(): Promise<void> {
  for (const wait of waits) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    const { waiting } = await drain('network');
    if (waiting === 0) return;
  }
  throw new Error('Something still waits to be sent.');
}
