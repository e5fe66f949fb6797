import type { CDPSession } from '@playwright/test';

/** Nothing has begun to load for so long, in milliseconds: all has loaded. Longer than a lazy part waits for its turn. */
const quietFor = 700;
const patience = 30_000;

export interface Traffic {
  /** What was asked for and what has come over the wire so far, headers included. */
  count: { requests: number; bytes: number };
  /** Resolves when nothing loads any more. Rejects when something still does after half a minute. */
  quiet: () => Promise<void>;
}

/** Counts what one page asks for, from now on. */
export async function watchTraffic(cdp: CDPSession): Promise<Traffic> {
  const open = new Set<string>();
  const count = { requests: 0, bytes: 0 };
  let lastChange = Date.now();

  cdp.on('Network.requestWillBeSent', ({ requestId, request, redirectResponse }) => {
    if (request.url.startsWith('data:')) return;
    // A redirect comes again under the same id, and its first answer is never said to have finished.
    if (redirectResponse) count.bytes += redirectResponse.encodedDataLength;
    count.requests += 1;
    open.add(requestId);
    lastChange = Date.now();
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!open.delete(requestId)) return;
    count.bytes += encodedDataLength;
    lastChange = Date.now();
  });
  cdp.on('Network.loadingFailed', ({ requestId }) => void open.delete(requestId));
  await cdp.send('Network.enable');

  const quiet = async () => {
    const end = Date.now() + patience;
    while (open.size > 0 || Date.now() - lastChange < quietFor) {
      if (Date.now() > end) throw new Error('The page still loads after half a minute.');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return { count, quiet };
}
