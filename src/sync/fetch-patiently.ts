/**
 * How long an answer may take, in milliseconds; beyond that it is not coming. What is sent has a second more for each
 * 1,000 bytes: much of it on a very slow network would else be broken off each time, and begin anew for ever.
 */
export function patienceFor(body: unknown): number {
  return 20_000 + (typeof body === 'string' ? new Blob([body]).size : 0);
}

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
  const timer = setTimeout(() => giveUp.abort(), patienceFor(request.body));
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
