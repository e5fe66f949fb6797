import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HeardServer, startHeard } from '../../heard-server.ts';

let heard: HeardServer;
beforeAll(async () => {
  heard = await startHeard({ HEARD_PUBLIC_URL: 'https://heard.example.gov.uk' });
}, 60_000);
afterAll(() => heard.remove());

/** What comes back for these very bytes: `fetch` would tidy an address up before it asks. */
async function answerTo(request: string): Promise<{ head: string; body: string }> {
  const socket = connect(Number(new URL(heard.url).port), 'localhost');
  let text = '';
  socket.on('data', (chunk) => (text += chunk));
  socket.on('error', () => undefined);
  socket.write(request, 'latin1');
  await once(socket, 'close');
  const end = text.indexOf('\r\n\r\n');
  return { head: text.slice(0, end), body: text.slice(end + 4) };
}

const ask = (address: string, lines: string[] = [], method = 'GET') =>
  answerTo([`${method} ${address} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...lines, '', ''].join('\r\n'));

function headersIn(head: string): Map<string, string> {
  const lines = head.split('\r\n').slice(1);
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.replace(/^[^:]*:\s*/, '')]));
}

describe('every answer carries every header', () => {
  it.each([
    ['a page', 'GET', '/', [], 200],
    ['the desk', 'GET', '/desk', [], 200],
    ['the worker', 'GET', '/sw.js', [], 200],
    ['a page asked for its head', 'HEAD', '/tell', [], 200],
    ['a redirect', 'GET', '/tell/', [], 301],
    ['an address that is not there, for a person', 'GET', '/nowhere', ['Accept: text/html'], 404],
    ['an address that is not there, for a program', 'GET', '/api/nowhere', [], 404],
    ['an answer of the API', 'GET', '/api/health', [], 200],
    ['who is not signed in', 'GET', '/api/desk/cases', [], 401],
    ['a method that is not taken', 'DELETE', '/api/health', [], 405],
    ['a part of a file', 'GET', '/sw.js', ['Range: bytes=0-9'], 206],
    ['no request at all', 'PLUMTREE', '/', [], 400],
  ])('%s', async (_, method, address, lines, status) => {
    const { head } = await ask(address, lines, method);
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    const headers = headersIn(head);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'/);
    expect(headers.get('content-security-policy')).toMatch(/object-src 'none'; base-uri 'none'/);
    expect(headers.get('content-security-policy')).toMatch(
      status === 200 && (address === '/' || address === '/tell') ? /trusted-types heard$/ : /trusted-types 'none'$/,
    );
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*|https?:|data:|blob:/);
    expect(Object.fromEntries(headers)).toMatchObject({
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers.get('permissions-policy')).toMatch(/camera=\(\), .*geolocation=\(\), .*microphone=\(\)/);
    // Nobody of another site is let in, and nobody is told what runs here.
    expect([...headers.keys()].filter((name) => /^access-control-|^server$|^x-powered-by$/.test(name))).toEqual([]);
  });
});

describe('no address leads out of the pages', () => {
  it.each([
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/..%2f..%2fpackage.json',
    '/..%5cpackage.json',
    '/%252e%252e/package.json',
    '//../package.json',
    '/./../package.json',
    '/%00/../package.json',
    '/....//package.json',
    '/../data/secrets/auth-secret',
    '/etc/passwd',
    '/.git/config',
  ])('%s', async (address) => {
    const { head, body } = await ask(address);
    expect(head).toMatch(/^HTTP\/1\.1 (400|404) /);
    expect(body).not.toMatch(/"private": true|root:|\[core\]/);
  });

  it('no folder shows what is in it', async () => {
    for (const address of ['/assets/', '/icons/', '/assets', '/cy/']) {
      expect((await ask(address)).head, address).toMatch(/^HTTP\/1\.1 404 /);
    }
  });
});

describe('no redirect leads to another site', () => {
  it.each([
    ['/tell/?next=https://evil.example/', []],
    ['//evil.example/tell/', []],
    ['/\\evil.example/tell/', []],
    ['/tell//evil.example/', []],
    ['https://evil.example/tell/', []],
    ['/tell/', ['X-Forwarded-Host: evil.example', 'X-Forwarded-Proto: http', 'Forwarded: host=evil.example']],
  ])('%s', async (address, lines) => {
    const { head } = await ask(address, lines);
    const location = headersIn(head).get('location');
    // A path of our own, and never what a browser takes for a host.
    if (location !== undefined) expect(location).toMatch(/^\/(?![/\\])/);
    expect(location ?? '').not.toMatch(/^\/\/|evil\.example\/tell/);
  });

  it('whatever host is asked for', async () => {
    const { head } = await answerTo('GET /tell/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n');
    expect(headersIn(head).get('location')).toBe('/tell');
  });
});
