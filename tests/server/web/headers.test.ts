import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Hono } from 'hono';
import { describe, expect, it, test } from 'vitest';
import { headers } from '../../../src/server/web/headers.ts';
import { temporaryFolder } from '../open-test-store.ts';

const folder = temporaryFolder();
const [script, style] = ['document.title = "Heard"', 'p{margin:0}'];
writeFileSync(path.join(folder, 'index.html'), `<script>${script}</script><style>${style}</style>`);

const app = new Hono()
  .use(headers(folder))
  .get('/broken', () => {
    throw new Error('broken');
  })
  .onError((_, c) => c.text('', 500))
  .get('*', (c) => c.text('here'));

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policyOf = async (address: string) =>
  (await app.request(address)).headers.get('content-security-policy') ?? 'none at all';

describe('the policy of what may run', () => {
  it.each(['/', '/tell', '/cy/about', '/index.html', '/nowhere', '/broken'])(
    'knows on %s what stands in the pages',
    async (address) => {
      const policy = await policyOf(address);
      expect(policy).toContain(`script-src 'self' ${hashOf(script)};`);
      expect(policy).toContain(`style-src 'self' ${hashOf(style)};`);
      expect(policy).not.toContain('unsafe');
    },
  );

  it.each(['/assets/app-1.js', '/sw.js', '/icons/heard-48.png', '/api/health', '/api/cases/1.html'])(
    'is as strict for %s, and carries nothing of the pages',
    async (address) => {
      const policy = await policyOf(address);
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
      expect(policy).toContain("frame-ancestors 'none'; require-trusted-types-for 'script'");
    },
  );
});

describe('the policy with which the app names its worker', () => {
  const trustedTypesOf = async (address: string) => /trusted-types ([^;]+)$/.exec(await policyOf(address))?.[1];

  it.each(['/', '/tell', '/follow', '/index.html', '/tell/index.html', '/follow/index.html'])(
    'may be made on %s, where the app makes it',
    async (address) => expect(await trustedTypesOf(address)).toBe('heard'),
  );

  it.each([
    ...['/desk', '/desk.html', '/privacy', '/cy/about', '/clock', '/about/index.html', '/cy/index.html', '/nowhere'],
    ...['/tell/more', '/assets/app-1.js', '/sw.js', '/api/health', '/api/desk/cases', '/broken'],
  ])('may not be made on %s, where nobody does', async (address) =>
    expect(await trustedTypesOf(address)).toBe("'none'"),
  );
});

test('every answer says that its type is not to be guessed, and tells nobody where somebody came from', async () => {
  for (const address of ['/', '/assets/app-1.js', '/api/health', '/broken']) {
    const { headers: told } = await app.request(address);
    expect([told.get('x-content-type-options'), told.get('referrer-policy')]).toEqual(['nosniff', 'no-referrer']);
  }
});
