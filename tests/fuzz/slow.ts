import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import autocannon from 'autocannon';
import { readRetryAfter, waitAfter } from '../../src/sync/back-off.ts';
import { load } from '../bench/load.ts';

/** Many who are slow, silent, or there all at once. Each gives a row of the table, and whether it holds. */
export interface Slow {
  what: string;
  requests: number;
  errors: number;
  /** How often somebody had to ask once more, and how often that may be. */
  again?: number;
  mostAgain?: number;
  /** The longest that one had to wait, in milliseconds. */
  longest: number;
  note: string;
}

/** What does not hold in these rows. That everybody was heard in the end is not enough when they had to storm for it. */
export function brokenIn(rows: Slow[]): string[] {
  return rows.flatMap(({ what, errors, again = 0, mostAgain = 0 }) => [
    ...(errors > 0 ? [`${what}: ${errors} errors`] : []),
    ...(again > mostAgain ? [`${what}: asked again ${again} times, ${mostAgain} at most`] : []),
  ]);
}

const words = JSON.stringify({ version: 1, kind: 'comment', words: 'My worker rang. It rained.' });

function newRequest(): { path: string; headers: Record<string, string> } {
  const key = randomBytes(16).toString('base64url');
  return {
    path: `/api/submissions/${randomUUID()}`,
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` },
  };
}

/** One submission as usual: how long it takes, while others are slow. */
async function usual(url: string): Promise<number> {
  const { path, headers } = newRequest();
  const began = performance.now();
  const answer = await fetch(url + path, { method: 'PUT', headers, body: words });
  if (answer.status !== 201) throw new Error(`A usual submission was answered with ${answer.status}.`);
  return performance.now() - began;
}

async function open(url: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** So many connections on which nobody says anything. */
export async function idle(url: string, count = 1_000): Promise<Slow> {
  const sockets: Socket[] = [];
  for (let begun = 0; begun < count; begun += 100) {
    sockets.push(...(await Promise.all(Array.from({ length: Math.min(100, count - begun) }, () => open(url)))));
  }
  const waits: number[] = [];
  for (let asked = 0; asked < 20; asked += 1) waits.push(await usual(url));
  for (const socket of sockets) socket.destroy();
  return {
    what: `${count} idle connections`,
    requests: 20,
    errors: 0,
    longest: Math.round(Math.max(...waits)),
    note: '20 others meanwhile',
  };
}

/** So many phones that send a few bytes at a time: each must be taken in, and nobody else wait for them. */
export async function slowSenders(url: string, count = 50, seconds = 4): Promise<Slow> {
  const sendSlowly = async () => {
    const { path, headers } = newRequest();
    const socket = await open(url);
    const lines = Object.entries({
      Host: 'localhost',
      Connection: 'close',
      'Content-Length': words.length,
      ...headers,
    });
    const bytes = `PUT ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${words}`;
    let text = '';
    socket.on('data', (chunk) => (text += chunk));
    const closed = once(socket, 'close');
    const step = Math.ceil(bytes.length / 20);
    for (let at = 0; at < bytes.length; at += step) {
      socket.write(bytes.slice(at, at + step));
      await pause((seconds * 1000) / 20);
    }
    await closed;
    return text.startsWith('HTTP/1.1 201');
  };
  const slow = Promise.all(Array.from({ length: count }, sendSlowly));
  const waits: number[] = [];
  for (let asked = 0; asked < 10; asked += 1) waits.push(await usual(url));
  const errors = (await slow).filter((isTaken) => !isTaken).length;
  return {
    what: `${count} slow senders`,
    requests: count + 10,
    errors,
    longest: Math.round(Math.max(...waits)),
    note: '10 others meanwhile',
  };
}

/**
 * So many phones in one moment, each with a submission to send and its dates to ask for. Between tries they wait as
 * Heard's own do. More than one request again for each phone is a storm.
 */
export async function reconnecting(url: string, count = 1_000): Promise<Slow> {
  let asked = 0;
  const again = new Map<string, number>();
  let longest = 0;
  const ask = async (path: string, init: RequestInit): Promise<boolean> => {
    for (let attempts = 1; attempts <= 3; attempts += 1) {
      asked += 1;
      const began = performance.now();
      const answer = await fetch(url + path, init).catch(() => undefined);
      longest = Math.max(longest, performance.now() - began);
      await answer?.arrayBuffer();
      if (answer?.ok) return true;
      const why = answer ? String(answer.status) : 'no connection';
      again.set(why, (again.get(why) ?? 0) + 1);
      const after = readRetryAfter(answer?.headers.get('Retry-After') ?? null, Date.now());
      await pause(waitAfter(attempts, after, Math.random()));
    }
    return false;
  };
  const phone = async () => {
    const { path, headers } = newRequest();
    const isSent = await ask(path, { method: 'PUT', headers, body: words });
    return isSent && (await ask('/api/status', { headers: { Authorization: headers.Authorization ?? '' } }));
  };
  const done = await Promise.all(Array.from({ length: count }, phone));
  const errors = done.filter((isDone) => !isDone).length;
  return {
    what: `${count} phones at once`,
    requests: asked,
    errors,
    again: [...again.values()].reduce((sum, each) => sum + each, 0),
    mostAgain: count,
    longest: Math.round(longest),
    note:
      again.size === 0 ? 'nobody asked again' : `asked again: ${[...again].map((each) => each.join(' × ')).join(', ')}`,
  };
}

/** Half of what the server was just measured to take, for so long. */
export async function halfTheLimit(url: string, seconds: number): Promise<Slow> {
  const { perSecond } = await load(url, 4);
  const half = Math.max(1, Math.floor(perSecond / 2));
  const result = await autocannon({
    url,
    connections: 32,
    duration: seconds,
    overallRate: half,
    requests: [{ method: 'PUT', setupRequest: (request) => ({ ...request, ...newRequest(), body: words }) }],
  });
  return {
    what: `half the limit for ${seconds} s`,
    requests: result.requests.total,
    errors: result.non2xx + result.errors + result.timeouts,
    longest: Math.round(result.latency.max),
    note: `${half} a second of ${Math.round(perSecond)}`,
  };
}
