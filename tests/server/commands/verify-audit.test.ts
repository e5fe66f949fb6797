import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, inject, it } from 'vitest';
import { type HeardServer, startHeard } from '../../heard-server.ts';
import { openTestPostgres, temporaryFolder } from '../open-test-store.ts';
import { runCommand } from './run-command.ts';

let heard: HeardServer | undefined;
afterEach(() => heard?.remove());

const verify = (settings: Record<string, string>, ...args: string[]) => runCommand('verify-audit', args, settings);
const whole = /^The record of what staff did is whole: (\d) entries, ending in (\1:[0-9a-f]{64})\n$/;

async function signInAndLook(server: HeardServer, times: number): Promise<string> {
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify(server.admin);
  const signedIn = await fetch(`${server.url}/api/auth/sign-in/email`, { method: 'POST', headers, body });
  const [cookie = ''] = signedIn.headers.getSetCookie().map((each) => each.split(';')[0]);
  for (let time = 0; time < times; time += 1) {
    expect((await fetch(`${server.url}/api/desk/cases`, { headers: { Cookie: cookie } })).status).toBe(200);
  }
  return cookie;
}

it('says in one line that the record is whole, while the server runs, and what was done to it, with an exit code', {
  timeout: 60_000,
}, async () => {
  const HEARD_DATA = temporaryFolder();
  heard = await startHeard({ HEARD_DATA });
  expect(heard.said()).toMatch(/"auditHead":"0:"/);
  await signInAndLook(heard, 2);
  await heard.stop();
  await heard.start();
  const { code, output } = await verify({ HEARD_DATA });
  expect(output).toMatch(whole);
  expect(code).toBe(0);
  const head = whole.exec(output)?.[2] ?? '';
  expect(heard.said()).toContain(`"auditHead":"${head}"`);
  // That it was checked is an entry too, so the next check ends one further on.
  const again = await verify({ HEARD_DATA }, '--head', head);
  expect([again.code, whole.exec(again.output)?.[1]]).toEqual([0, '5']);
  await heard.stop();

  const sqlite = new DatabaseSync(path.join(HEARD_DATA, 'heard.sqlite'));
  sqlite.exec("drop trigger audit_no_update; update audit set verb = 'signed-out' where seq = 2");
  expect(await verify({ HEARD_DATA })).toEqual({
    code: 1,
    output: 'The record of what staff did IS NOT WHOLE: entry 2 was changed.\n',
  });
  sqlite.exec("update audit set verb = 'signed-in' where seq = 2; drop trigger audit_no_delete");
  expect((await verify({ HEARD_DATA })).code).toBe(0);
  sqlite.exec('delete from audit where seq > 2');
  expect(await verify({ HEARD_DATA })).toEqual({
    code: 1,
    output: 'The record of what staff did IS NOT WHOLE: what came after entry 2 is missing.\n',
  });
  sqlite.close();
});

it('on PostgreSQL too; and without a noted end it does not say that the record is whole', {
  timeout: 60_000,
}, async () => {
  const store = await openTestPostgres(inject('postgresUrl'));
  const settings = { HEARD_DATA: temporaryFolder(), DATABASE_URL: store.url.href };
  heard = await startHeard(settings);
  await signInAndLook(heard, 1);
  await heard.stop();
  expect((await verify(settings)).output).toMatch(whole);
  rmSync(path.join(settings.HEARD_DATA, 'audit-head.json'));
  const { code, output } = await verify(settings);
  expect(code).toBe(1);
  expect(output).toMatch(/hangs together: 4 entries, ending in .*But nothing outside the database says/);
  const head = /4:[0-9a-f]{64}/.exec(output)?.[0] ?? '';
  expect((await verify(settings, '--head', head)).code).toBe(0);
  await heard.remove();
  await store.close();
});

it('checks an export by itself, and finds what was changed in it, or left out', async () => {
  heard = await startHeard();
  const cookie = await signInAndLook(heard, 2);
  const answer = await fetch(`${heard.url}/api/desk/audit/export`, { headers: { Cookie: cookie } });
  expect(answer.headers.get('content-type')).toMatch(/^application\/jsonl/);
  const lines = (await answer.text()).trimEnd().split('\n');
  const file = path.join(temporaryFolder(), 'record.jsonl');
  const checked = (content: string[], ...args: string[]) => {
    writeFileSync(file, `${content.join('\n')}\n`);
    return verify({}, '--export', file, ...args);
  };
  const good = await checked(lines);
  expect([good.code, good.output]).toEqual([0, expect.stringMatching(/hangs together: 4 entries, ending in 4:/)]);
  const head = /4:[0-9a-f]{64}/.exec(good.output)?.[0] ?? '';
  expect((await checked(lines.slice(0, 3), '--head', head)).output).toMatch(/what came after entry 3 is missing/);
  expect((await checked(lines.toSpliced(1, 1))).output).toMatch(/entry 2 is missing/);
  const changed = lines.map((line, at) => (at === 2 ? line.replace('cases-listed', 'case-opened') : line));
  expect(await checked(changed)).toEqual({ code: 1, output: expect.stringMatching(/entry 3 was changed/) });
  expect((await checked(['Dear council'])).output).toMatch(/is no export of the record/);
  expect((await verify({}, '--export', `${file}.none`)).output).toMatch(/cannot be read \(ENOENT\)/);
});

it('a server with another key does not go on with the record', async () => {
  const HEARD_DATA = temporaryFolder();
  heard = await startHeard({ HEARD_DATA });
  await heard.stop();
  await expect(heard.start({ HEARD_AUDIT_KEY: 'x'.repeat(32) })).rejects.toThrow(/not kept under this audit key/);
});

it('what is missing is said, and nothing is made', async () => {
  const HEARD_DATA = temporaryFolder();
  expect(await verify({ HEARD_DATA })).toEqual({
    code: 1,
    output: expect.stringMatching(/^There is no audit key here/),
  });
  const HEARD_AUDIT_KEY = 'x'.repeat(32);
  expect((await verify({ HEARD_DATA, HEARD_AUDIT_KEY })).output).toMatch(/^There is no database in /);
  expect((await verify({ HEARD_DATA, HEARD_AUDIT_KEY }, '--head', '12')).output).toMatch(
    /^--head is a number and a hash/,
  );
  expect((await verify({ HEARD_DATA }, '--tail')).output).toMatch(/^Unknown option '--tail'/);
});
