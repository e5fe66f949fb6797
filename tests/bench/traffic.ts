import type { CDPSession } from '@playwright/test';

/** Nothing has begun to load for so long, in milliseconds: all has loaded. Longer than a lazy part waits for its turn. */
const quietFor = 1_500;
const patience = 30_000;

export interface Traffic {
  /**
   * What had been asked for and what had come over the wire, headers included, so many milliseconds after the page was
   * asked for; without a time, up to now.
   */
  until: (time?: number) => { requests: number; bytes: number };
  /** Resolves when nothing loads any more. Rejects when something still does after half a minute. */
  quiet: () => Promise<void>;
}

/** Counts what one page asks for, from now on. Times are the browser's own, for the machine may be busy. */
export async function watchTraffic(cdp: CDPSession): Promise<Traffic> {
  const open = new Set<string>();
  const asked: number[] = [];
  const came: { at: number; bytes: number }[] = [];
  let lastChange = Date.now();

  cdp.on('Network.requestWillBeSent', ({ requestId, request, redirectResponse, timestamp }) => {
    if (request.url.startsWith('data:')) return;
    // A redirect comes again under the same id, and its first answer is never said to have finished.
    if (redirectResponse) came.push({ at: timestamp, bytes: redirectResponse.encodedDataLength });
    asked.push(timestamp);
    open.add(requestId);
    lastChange = Date.now();
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) => {
    if (!open.delete(requestId)) return;
    came.push({ at: timestamp, bytes: encodedDataLength });
    lastChange = Date.now();
  });
  cdp.on('Network.loadingFailed', ({ requestId }) => void open.delete(requestId));
  await cdp.send('Network.enable');

  const until = (time = Number.POSITIVE_INFINITY) => {
    const end = (asked[0] ?? 0) + time / 1000;
    const bytes = came.filter(({ at }) => at <= end).reduce((sum, each) => sum + each.bytes, 0);
    return { requests: asked.filter((at) => at <= end).length, bytes };
  };
  const quiet = async () => {
    const end = Date.now() + patience;
    while (open.size > 0 || Date.now() - lastChange < quietFor) {
      if (Date.now() > end) throw new Error('The page still loads after half a minute.');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return { until, quiet };
}
