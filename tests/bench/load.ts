import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { get } from 'node:http';
import autocannon from 'autocannon';
import { type SealingKey, sealedType } from '../../src/domain/sealing.ts';
import { seal } from '../../src/server/sealing/seal.ts';

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

/** One request as it will be sent. */
export interface Prepared {
  path: string;
  headers: Record<string, string>;
  body: string;
}

const minted = () => ({ id: randomUUID(), followKey: randomBytes(16).toString('base64url') });

function asRequest({ id, followKey }: ReturnType<typeof minted>, content: string, type: string): Prepared {
  const headers = { 'Content-Type': type, Authorization: `Bearer ${followKey}` };
  return { path: `/api/submissions/${id}`, headers, body: content };
}

/**
 * As phones send it, sealed to this key. Made beforehand, for sealing takes as long as opening, and phones do it on their
 * own. An empty store takes each of them as new.
 */
export async function prepareSealed(key: SealingKey, count: number): Promise<Prepared[]> {
  const made: Prepared[] = [];
  while (made.length < count) {
    const { id, followKey } = minted();
    const deposit = createHash('sha256').update(followKey).digest('base64url');
    made.push(asRequest({ id, followKey }, await seal(body, key, { id, deposit }), sealedType));
  }
  return made;
}

/** Sends new submissions over 32 connections for so many seconds. Throws when one of them was not taken in. */
export function load(url: string, duration: number): Promise<Measured> {
  return send({ url, duration }, () => asRequest(minted(), body, 'application/json'));
}

/** The same with what was prepared, each once, until there is no more of it. */
export function loadPrepared(url: string, prepared: readonly Prepared[]): Promise<Measured> {
  let asked = 0;
  const next = () => {
    asked += 1;
    return prepared[(asked - 1) % prepared.length];
  };
  return send({ url, amount: prepared.length }, next);
}

async function send(
  how: { url: string; duration: number } | { url: string; amount: number },
  next: () => Prepared | undefined,
): Promise<Measured> {
  const result = await autocannon({
    ...how,
    connections,
    requests: [{ method: 'PUT', setupRequest: (request) => ({ ...request, ...next() }) }],
  });
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx + result.errors} were not taken in.`);
  return { perSecond: result.requests.total / result.duration, p99: result.latency.p99 };
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
