/** Tells every tab and the worker that something kept on this device has changed, so that they read it again. */
export type Kept = 'drafts' | 'outbox' | 'sent' | 'helper' | 'lock' | 'carried';

// A channel does not hear itself, so listeners of this tab are told directly.
const here = new Set<(kept: Kept) => void>();
let channel: BroadcastChannel | undefined;

export function announceChange(kept: Kept): void {
  open().postMessage(kept);
  for (const listener of here) listener(kept);
}

/** Gives the function that stops listening. */
export function onChange(listener: (kept: Kept) => void): () => void {
  open();
  here.add(listener);
  return () => here.delete(listener);
}

// Opened when first used, and not by merely importing this: an open channel keeps a build's process alive.
function open(): BroadcastChannel {
  if (channel) return channel;
  channel = new BroadcastChannel('heard-changes');
  channel.addEventListener('message', (message: MessageEvent<Kept>) => {
    for (const listener of here) listener(message.data);
  });
  return channel;
}
