import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startHeard } from '../heard-server.ts';
import { runCommand } from './commands/run-command.ts';
import { temporaryFolder } from './open-test-store.ts';

const secret = (name: string) => `${name}-${randomBytes(24).toString('hex')}`;
const sealing = readFileSync('tests/golden/sealing-keys.json', 'utf8').trim();

/** Everything that somebody may set and nobody else may know. */
const planted = {
  HEARD_AUTH_SECRET: secret('auth'),
  HEARD_AUDIT_KEY: secret('audit'),
  HEARD_PICTURE_PEPPER: secret('pepper'),
  HEARD_BACKUP_PASSPHRASE: secret('passphrase'),
  HEARD_ADMIN_EMAIL: `${secret('officer')}@example.org`,
  HEARD_ADMIN_PASSWORD: secret('opening'),
};
const mail = { user: secret('mailer'), password: secret('smtp') };
const database = { user: secret('dbuser'), password: secret('dbpass') };
const privateKeys = [...sealing.matchAll(/"d":\s*"([^"]+)"/g)].map(([, part]) => part ?? '');

test('no secret, key or word is in what the server says at its most talkative', { timeout: 120_000 }, async () => {
  const heard = await startHeard({
    ...planted,
    HEARD_SEALING_KEYS: JSON.stringify(JSON.parse(sealing)),
    // Nobody listens there: what waits is tried, fails and is logged.
    HEARD_SMTP_URL: `smtps://${mail.user}:${mail.password}@127.0.0.1:1`,
    HEARD_MAIL_FROM: 'heard@example.org',
    HEARD_SAFEGUARDING_EMAIL: `${secret('safeguarding')}@example.org`,
    LOG_LEVEL: 'trace',
  });
  const words = secret('words');
  const followKey = randomBytes(16).toString('base64url');
  const wrongPassword = secret('wrong');
  const address = `${heard.url}/api/submissions/${randomUUID()}`;
  const headers = { 'Content-Type': 'application/json', Origin: heard.url };
  const post = (where: string, body: unknown) =>
    fetch(`${heard.url}${where}`, { method: 'POST', headers, body: JSON.stringify(body) });

  const body = JSON.stringify({ version: 1, kind: 'complaint', words, name: secret('name'), safe: 'no' });
  const sent = await fetch(address, {
    method: 'PUT',
    headers: { ...headers, Authorization: `Bearer ${followKey}` },
    body,
  });
  expect(sent.status).toBe(201);
  await post('/api/follow', { pictures: [201, 17, 99, 240, 3, 156, 42] });
  const email = planted.HEARD_ADMIN_EMAIL;
  expect((await post('/api/auth/sign-in/email', { email, password: wrongPassword })).status).toBe(401);
  const signedIn = await post('/api/auth/sign-in/email', { email, password: planted.HEARD_ADMIN_PASSWORD });
  expect(signedIn.status).toBe(200);
  const cookies = signedIn.headers.getSetCookie().map((cookie) => cookie.split(/[=;]/)[1] ?? '');
  const token = secret('token');
  await post('/api/staff/links/use', { token, password: secret('chosen') });
  await fetch(`${heard.url}/${secret('path')}?key=${followKey}`, { headers: { Authorization: `Bearer ${followKey}` } });
  // A mail that is refused is logged: the scan has something to find.
  await expect.poll(() => heard.said(), { timeout: 60_000 }).toContain('not accepted');
  await heard.stop();

  const said = heard.said();
  expect(said.length).toBeGreaterThan(100);
  const secrets = [
    ...Object.values(planted),
    ...Object.values(mail),
    ...privateKeys,
    ...cookies.filter((cookie) => cookie.length > 8),
    ...[words, followKey, wrongPassword, token],
  ];
  expect(secrets.length).toBeGreaterThan(12);
  expect(secrets.filter((each) => said.includes(each))).toEqual([]);
  // What begins as each secret does would be there if it had been cut or marked.
  expect(said).not.toMatch(
    /(auth|audit|pepper|passphrase|opening|smtp|wrong|words|token|chosen|path|name)-[0-9a-f]{8}/,
  );
  await heard.remove();
});

test('nor in what a setting that is wrong, or a database that is not there, makes a command say', {
  timeout: 60_000,
}, async () => {
  const settings = {
    ...planted,
    HEARD_DATA: path.join(temporaryFolder(), 'data'),
    DATABASE_URL: `postgres://${database.user}:${database.password}@127.0.0.1:1/heard`,
  };
  const wrong = {
    ...planted,
    HEARD_SEALING_KEYS: secret('sealing'),
    HEARD_SMTP_URL: secret('smtp'),
    DATABASE_URL: secret('db'),
  };
  const ran = [
    await runCommand('verify-audit', [], settings),
    await runCommand('backup', [path.join(temporaryFolder(), 'file')], settings),
    await runCommand('keys', [], {
      ...planted,
      HEARD_DATA: temporaryFolder(),
      HEARD_SEALING_KEYS: wrong.HEARD_SEALING_KEYS,
    }),
    await runCommand('verify-audit', [], wrong),
  ];
  expect(ran.map(({ code }) => code)).not.toContain(0);
  const said = ran.map(({ output }) => output).join('\n');
  const secrets = [...Object.values(planted), ...Object.values(database), ...Object.values(wrong)];
  expect(secrets.filter((each) => said.includes(each))).toEqual([]);
});
