import { afterEach, expect, inject, it } from 'vitest';
import { type HeardServer, startHeard } from '../../heard-server.ts';
import { openTestPostgres, temporaryFolder } from '../open-test-store.ts';
import { runCommand } from './run-command.ts';

let heard: HeardServer | undefined;
afterEach(() => heard?.remove());

function post(url: string, path: string, body: object, cookie = '') {
  const headers = { 'Content-Type': 'application/json', Origin: url, Cookie: cookie };
  return fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');

it('lets the only administrator in again while the server runs, puts everybody out who was in, and is recorded', {
  timeout: 60_000,
}, async () => {
  const HEARD_DATA = temporaryFolder();
  heard = await startHeard({ HEARD_DATA });
  const { url, admin } = heard;
  const settings = { HEARD_DATA, HEARD_PUBLIC_URL: url };
  const before = cookieOf(await post(url, '/api/auth/sign-in/email', admin));
  const { code, output } = await runCommand('recover', [admin.email.toUpperCase()], settings);
  expect([code, output]).toEqual([0, expect.stringContaining('The second factor is as it was.')]);
  expect((await fetch(`${url}/api/staff/me`, { headers: { Cookie: before } })).status).toBe(401);
  const token = new RegExp(`^${url}/desk#welcome=([\\w-]+)$`, 'm').exec(output)?.[1];
  const used = await post(url, '/api/staff/links/use', { token, password: 'seven green bottles today' });
  expect(used.status).toBe(200);
  const page = await fetch(`${url}/api/desk/audit?staff=operator&verb=recovery-link-made`, {
    headers: { Cookie: cookieOf(used) },
  });
  const { entries } = (await page.json()) as { entries: { details: string }[] };
  expect(entries.map(({ details }) => JSON.parse(details))).toEqual([
    { person: expect.any(String), secondFactor: 'kept' },
  ]);
  expect((await runCommand('verify-audit', [], settings)).code).toBe(0);
});

it('takes the second factor away when asked to, on PostgreSQL too; and says what it cannot do', {
  timeout: 60_000,
}, async () => {
  const store = await openTestPostgres(inject('postgresUrl'));
  const settings = { HEARD_DATA: temporaryFolder(), DATABASE_URL: store.url.href };
  heard = await startHeard(settings);
  await store.db.updateTable('user').set({ twoFactorEnabled: true }).execute();
  const { admin } = heard;
  const done = await runCommand('recover', [admin.email, '--without-second-factor'], settings);
  expect([done.code, done.output]).toEqual([0, expect.stringContaining('The second factor is off')]);
  const { twoFactorEnabled } = await store.db.selectFrom('user').select('twoFactorEnabled').executeTakeFirstOrThrow();
  expect(twoFactorEnabled).toBe(false);

  const recover = async (args: string[], more = {}) => runCommand('recover', args, { ...settings, ...more });
  expect(await recover(['nobody@example.org'])).toEqual({
    code: 1,
    output: expect.stringMatching(/^There is no account/),
  });
  expect((await recover([])).output).toMatch(/^npm run people:recover/);
  // With another key it could not be recorded as it should, so it does not happen.
  expect((await recover([admin.email], { HEARD_AUDIT_KEY: 'x'.repeat(32) })).output).toMatch(
    /^Nothing was done, because/,
  );
  const links = await store.db.selectFrom('staffLinks').select('id').execute();
  expect(links).toHaveLength(1);
  await heard.remove();
  await store.close();
});
