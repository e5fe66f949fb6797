/** A slow network may need this long, in milliseconds; beyond it the answer is not coming. */
const patience = 20_000;

/**
 * Asks our own server for something that is about one person: never from a cache, never with cookies, and never
 * following a redirect, which only a captive portal would send. Rejects when there is no answer in time.
 */
export async function fetchPatiently<Answer>(
  address: string,
  { read, ...request }: RequestInit & { read: (response: Response) => Promise<Answer> },
): Promise<Answer> {
  // AbortSignal.timeout would be shorter, and is missing on iOS 15.
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), patience);
  try {
    const response = await fetch(address, {
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: giveUp.signal,
      ...request,
    });
    return await read(response);
  } finally {
    clearTimeout(timer);
  }
}
