import { randomBytes, randomUUID } from 'node:crypto';
import { get } from 'node:http';
import autocannon from 'autocannon';

export const connections = 32;

export interface Measured {
  perSecond: number;
  p99: number;
}

// About 0.7 kB: a child's few sentences with every field of the form filled in.
const body = JSON.stringify({
  version: 1,
  kind: 'complaint',
  words: 'My worker said she would ring on Tuesday and she did not. '.repeat(9),
  voice: 'young-person',
  advocate: 'yes',
  register: 'older',
  language: 'en',
  writtenAt: '2026-11-20T21:14:00.000Z',
});

/** Sends new submissions over 32 connections for so many seconds. Throws when one of them was not taken in. */
export async function load(url: string, duration: number): Promise<Measured> {
  const result = await autocannon({
    url,
    connections,
    duration,
    requests: [
      {
        method: 'PUT',
        setupRequest: (request) => ({
          ...request,
          path: `/api/submissions/${randomUUID()}`,
          headers: {
            'Content-Type': 'application/json',
            Authorization: `Bearer ${randomBytes(16).toString('base64url')}`,
          },
          body,
        }),
      },
    ],
  });
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx + result.errors} were not taken in.`);
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** How many bytes the body of a file has as it is sent to a browser, which takes it compressed. */
export function bytesOverTheWire(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'Accept-Encoding': 'gzip, br' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () =>
        response.statusCode === 200 ? resolve(bytes) : reject(new Error(`${url} answered ${response.statusCode}.`)),
      );
    }).on('error', reject);
  });
}
