import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import fc from 'fast-check';
import { Problem } from '../../src/domain/problems.ts';
import { planted } from './any-text.ts';
import { headerFaults, leaks, parsed } from './judge.ts';
import { type Answer, type NoAnswer, patience } from './send.ts';
import type { Tally } from './tally.ts';

/** What no client library sends: requests written by hand, and broken by hand. */

const end = '\r\n\r\n';
const local = 'Host: localhost\r\nConnection: close';

function put(headers: string, body: string): string {
  const key = randomBytes(16).toString('base64url');
  const asked = `PUT /api/submissions/${randomUUID()} HTTP/1.1\r\n${local}\r\nAuthorization: Bearer ${key}`;
  return `${asked}\r\nContent-Type: application/json\r\n${headers}${end}${body}`;
}

const said = `{"version":1,"kind":"comment","words":"${planted}"}`;
const get = (target: string, headers = '') => `GET ${target} HTTP/1.1\r\n${local}${headers}${end}`;

/** Requests by their name; each is made anew for every time it is sent. */
const requests: Record<string, (n: number) => string> = {
  'chunks that are none': () => put('Transfer-Encoding: chunked', `${planted}\r\n{}\r\n0${end}`),
  'a chunk longer than it says': () => put('Transfer-Encoding: chunked', `5\r\n${said}\r\n0${end}`),
  'a chunk of a huge length': () => put('Transfer-Encoding: chunked', `ffffffffffffffff\r\n${said}`),
  'good chunks': () => put('Transfer-Encoding: chunked', `${said.length.toString(16)}\r\n${said}\r\n0${end}`),
  'a length and chunks': () => put('Content-Length: 4\r\nTransfer-Encoding: chunked', `0${end}`),
  'a length too great': () => put('Content-Length: 4000', said),
  'a length too small': () => put('Content-Length: 4', said),
  'a length below nothing': () => put('Content-Length: -4', said),
  'a length that is no number': () => put(`Content-Length: ${planted}`, said),
  'two lengths': () => put('Content-Length: 4\r\nContent-Length: 5', said),
  'a coding nobody knows': () => put(`Transfer-Encoding: ${planted}`, said),
  'gzip that is none': () => put(`Content-Encoding: gzip\r\nContent-Length: ${said.length}`, said),
  'brotli that is none': () => put(`Content-Encoding: br\r\nContent-Length: ${said.length}`, said),
  'two keys': () => get('/api/status', `\r\nAuthorization: Bearer ${planted}\r\nAuthorization: Bearer b`),
  'headers without end': (n) => get('/api/health', `\r\nX-${planted}: ${planted}`.repeat(n * 30)),
  'one long header': (n) => get('/api/health', `\r\nX: ${planted.repeat(n * 400)}`),
  'a long address': (n) => get(`/api/health?${planted.repeat(n * 400)}`),
  'a header without a name': () => get('/api/health', `\r\n: ${planted}`),
  'a header with a space': () => get('/api/health', `\r\nplum tree: ${planted}`),
  'a folded header': () => get('/api/health', `\r\nX: 1\r\n ${planted}`),
  'a bare line feed': () => `GET /api/health HTTP/1.1\n${local}\n\n`,
  'NUL in the address': () => get(`/api/\0${planted}`),
  'letters beyond ASCII in the address': () => get(`/api/\xff\xfe${planted}`),
  'half a percent sign': () => get(`/%${planted}%ff%zz`),
  'a whole address': () => get(`http://${planted}.example/api/${planted}`),
  'another scheme': () => get(`foo://${planted}/api`),
  'an address without a slash': () => get(planted),
  'a star': () => `OPTIONS * HTTP/1.1\r\n${local}${end}`,
  'a tunnel': () => `CONNECT ${planted}:443 HTTP/1.1\r\nHost: ${planted}:443${end}`,
  'up the folders': () => get(`/../../${planted}/etc/passwd`),
  'up the folders, in disguise': () => get(`/assets/..%2f..%2f${planted}%2fpackage.json`),
  'up the folders, backwards': () => get(`/assets/..%5c..%5c${planted}`),
  'two slashes': () => get(`//${planted}.example/tell/`),
  'an unknown method': () => `PLUMTREE /api/health HTTP/1.1\r\n${local}${end}`,
  'a method of the web’s files': () => `PROPFIND /api/health HTTP/1.1\r\n${local}${end}`,
  trace: () => `TRACE /api/health HTTP/1.1\r\n${local}\r\nX: ${planted}${end}`,
  'no host': () => `GET /api/health HTTP/1.1\r\nConnection: close${end}`,
  'a host that is none': () => `GET /api/health HTTP/1.1\r\nHost: ${planted} a\r\nConnection: close${end}`,
  'another host': () => `GET /api/health HTTP/1.1\r\nHost: ${planted}.example\r\nConnection: close${end}`,
  'an old version': () => `GET /api/health HTTP/1.0${end}`,
  'a version to come': () => `GET /api/health HTTP/9.9\r\n${local}${end}`,
  'HTTP 2': () => `PRI * HTTP/2.0${end}SM${end}`,
  'an expectation': () => get('/api/health', `\r\nExpect: ${planted}`),
  'an upgrade': () => `GET /api/health HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: ${planted}${end}`,
  'no HTTP': () => `${planted} ${planted}${end}`,
  'bytes of a handshake': () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  nothing: () => '',
};

/** Sends so many of them, in an order that the seed decides. Gives what was wrong, each fault once. */
export async function fuzzRaw(url: string, count: number, seed: number, tally: Tally): Promise<string[]> {
  const names = Object.keys(requests);
  const drawn = fc.sample(fc.tuple(fc.constantFrom(...names), fc.integer({ min: 1, max: 20 })), {
    seed,
    numRuns: count,
  });
  const faults = new Set<string>();
  const next = drawn.values();
  const worker = async () => {
    for (const [name, size] of next) {
      const answer = await exchange(url, requests[name]?.(size) ?? '');
      const found = rawFaults(name, answer);
      for (const fault of found) faults.add(`${fault} | ${name}`);
      tally.count('raw HTTP', `raw: ${name}`, answer, found);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return [...faults];
}

function rawFaults(name: string, answer: Answer | NoAnswer): string[] {
  // Who says nothing, or not to the end, is not answered: the connection closes.
  if ('none' in answer) return answer.none === 'closed' ? [] : [`hang: ${answer.none}`];
  const { status, headers, text } = answer;
  const faults = headerFaults(status, headers);
  if (leaks(text)) faults.push(`leak: in the body of ${status}`);
  if (status >= 500) faults.push(`5xx: ${status}`);
  if (status < 400) return faults;
  const isProblem = Problem.safeParse(parsed(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1))).success;
  if (headers['content-type'] !== 'application/problem+json' || (!isProblem && text !== ''))
    faults.push(`no problem: ${status}`);
  if (name === 'good chunks') faults.push(`valid refused: ${status}`);
  return faults;
}

function exchange(url: string, bytes: string): Promise<Answer | NoAnswer> {
  return new Promise((resolve) => {
    const began = performance.now();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let text = '';
    let isTooLong = false;
    const giveUp = setTimeout(() => {
      isTooLong = true;
      socket.destroy();
    }, patience);
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.once('close', () => {
      clearTimeout(giveUp);
      if (text) resolve(read(text, performance.now() - began));
      else resolve({ none: isTooLong ? 'no answer' : 'closed' });
    });
    // Half closed behind it, as a sender does that has nothing more to say.
    socket.write(bytes, 'latin1', () => setTimeout(() => socket.end(), 300));
  });
}

function read(text: string, milliseconds: number): Answer {
  const [head = '', ...body] = text.split(end);
  const [first = '', ...lines] = head.split('\r\n');
  const headers: IncomingHttpHeaders = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
  return { status: Number(first.split(' ')[1]), headers, text: body.join(end), milliseconds };
}
