/** Tells every tab and the worker that something kept on this device has changed, so that they read it again. */
export type Kept = 'drafts' | 'outbox' | 'sent';

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('heard-changes');
// A channel does not hear itself.
const here = new Set<(kept: Kept) => void>();

channel?.addEventListener('message', (message: MessageEvent<Kept>) => {
  for (const listener of here) listener(message.data);
});

export function announceChange(kept: Kept): void {
  channel?.postMessage(kept);
  for (const listener of here) listener(kept);
}

/** Gives the function that stops listening. */
export function onChange(listener: (kept: Kept) => void): () => void {
  here.add(listener);
  return () => here.delete(listener);
}
