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

async function drainOrFail(): Promise<void> {
  const { waiting } = await drain('network');
  if (waiting > 0) throw new Error('Something still waits to be sent.');
}
