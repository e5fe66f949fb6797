import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { type HeardServer, startHeard } from '../../heard-server.ts';
import { type MailServer, startMailServer } from '../mail-server.ts';
import { openTestPostgres, temporaryFolder } from '../open-test-store.ts';
import { createTestApp, newSent, send } from '../test-app.ts';

let folder: string;
let mailServer: MailServer;
let store: Awaited<ReturnType<typeof openTestPostgres>>;
let running: HeardServer[];
beforeEach(async () => {
  folder = temporaryFolder();
  mailServer = await startMailServer();
  store = await openTestPostgres(inject('postgresUrl'));
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((each) => each.remove()));
  await Promise.all([store.close(), mailServer.stop()]);
  rmSync(folder, { recursive: true });
});

/** A council that tells at any hour of any day: whenever this test runs, it is time. */
function atAnyHour(): string {
  const council = JSON.parse(readFileSync('council/shropshire.json', 'utf8'));
  const file = path.join(folder, 'council.json');
  const reminders = { ...council.reminders, at: '00:00', on: 'every-day' };
  writeFileSync(file, JSON.stringify({ ...council, reminders }));
  return file;
}

test('two processes on one PostgreSQL tell an officer once what waits', async () => {
  const sent = newSent({ body: { version: 1, kind: 'complaint', words: 'I hid in the shed.' } });
  expect((await send(createTestApp(store), sent)).status).toBe(201);
  const settings = {
    ...{ DATABASE_URL: store.url.href, HEARD_AUDIT_KEY: 'k'.repeat(43), HEARD_COUNCIL: atAnyHour() },
    ...{ HEARD_SMTP_URL: mailServer.url, HEARD_MAIL_FROM: 'heard@example.gov.uk' },
    HEARD_SAFEGUARDING_EMAIL: 'safeguarding@example.gov.uk',
  };
  for (let count = 0; count < 2; count += 1) running.push(await startHeard(settings));
  await mailServer.untilAccepted(1);
  await Promise.all(running.map((each) => each.stop()));
  const [mail] = mailServer.mails;
  expect([mail?.to].flat()[0]?.text).toBe(running[0]?.admin.email);
  expect(mail?.text).toContain(`/desk#case=${sent.id}`);
  expect(mail?.text).not.toContain('shed');
  // One for each day, should this one just have ended.
  const messageIds = mailServer.mails.map(({ messageId }) => messageId);
  expect(new Set(messageIds).size).toBe(messageIds.length);
});
