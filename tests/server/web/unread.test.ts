import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { Problem } from '../../../src/domain/problems.ts';
import { type HeardServer, startHeard } from '../../heard-server.ts';

let heard: HeardServer;
beforeAll(async () => {
  heard = await startHeard();
});
afterAll(() => heard.remove());

/** What the server writes back to these bytes until it closes the connection. */
async function answerTo(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(heard.url).port), 'localhost');
  let text = '';
  socket.on('data', (chunk) => (text += chunk));
  socket.on('error', () => undefined);
  socket.write(bytes, 'latin1');
  await once(socket, 'close');
  return text;
}

const put = 'PUT /api/submissions/0b3c5f0e-6d0a-4f0e-9d3b-1c2d3e4f5a6b HTTP/1.1\r\nHost: localhost';
const key = 'Authorization: Bearer ZXhhbXBsZS1mb2xsb3cta2\r\nContent-Type: application/json';

describe('what is no request of HTTP is refused as a problem, with every header, and not repeated', () => {
  it.each([
    ['no request at all', 'plumtree plumtree\r\n\r\n', 400, 'malformed-request'],
    ['an unknown method', 'PLUMTREE / HTTP/1.1\r\nHost: localhost\r\n\r\n', 400, 'malformed-request'],
    ['NUL in the address', 'GET /api/\0plumtree HTTP/1.1\r\nHost: localhost\r\n\r\n', 400, 'malformed-request'],
    ['no host', 'GET /api/health HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'malformed-request'],
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: plum tree\r\nConnection: close\r\n\r\n', 400, 'malformed-request'],
    ['a tunnel', 'CONNECT plumtree:443 HTTP/1.1\r\nHost: plumtree:443\r\n\r\n', 400, 'malformed-request'],
    ['a broken chunk', `${put}\r\n${key}\r\nTransfer-Encoding: chunked\r\n\r\nplumtree\r\n`, 400, 'malformed-request'],
    ['two lengths', `${put}\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab`, 400, 'malformed-request'],
    [
      'headers without end',
      `GET / HTTP/1.1\r\nHost: localhost\r\n${'X: plumtree\r\n'.repeat(2_000)}\r\n`,
      431,
      'headers-too-large',
    ],
    [
      'an expectation',
      'GET /api/health HTTP/1.1\r\nHost: localhost\r\nExpect: plumtree\r\n\r\n',
      417,
      'expectation-failed',
    ],
  ])('%s', async (_, bytes, status, code) => {
    const answer = await answerTo(bytes);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(head.toLowerCase()).toContain('content-type: application/problem+json');
    expect(head.toLowerCase()).toContain("content-security-policy: default-src 'none'");
    expect(head.toLowerCase()).toContain('x-content-type-options: nosniff');
    expect(Problem.parse(JSON.parse(body.match(/\{.*\}/s)?.[0] ?? ''))).toMatchObject({ status, code });
    expect(answer).not.toContain('plumtree');
  });
});

test('a phone that goes away in the middle of what it sends is no failure of the server', async () => {
  const socket = connect(Number(new URL(heard.url).port), 'localhost');
  socket.on('error', () => undefined);
  socket.write(`${put}\r\n${key}\r\nContent-Length: 100000\r\n\r\n{"version":1,`);
  await new Promise((resolve) => setTimeout(resolve, 200));
  socket.destroy();
  // What it was answered before this is in the log before this is answered.
  expect((await fetch(`${heard.url}/api/health`)).status).toBe(200);
  expect(heard.said()).not.toContain('request failed');
});
