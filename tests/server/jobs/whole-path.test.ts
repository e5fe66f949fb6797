import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { type HeardServer, startHeard } from '../../heard-server.ts';
import { isAboutSafety, type MailServer, mailPassword, startMailServer } from '../mail-server.ts';
import { openTestPostgres } from '../open-test-store.ts';
import { newSent, type Sent } from '../test-app.ts';

let mailServer: MailServer;
let running: HeardServer[];
beforeEach(async () => {
  mailServer = await startMailServer(isAboutSafety);
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((each) => each.remove()));
  await mailServer.stop();
});

const withMail = () => ({
  HEARD_SMTP_URL: mailServer.url.replace('//', `//heard:${mailPassword}@`),
  HEARD_MAIL_FROM: 'heard@example.gov.uk',
  HEARD_SAFEGUARDING_EMAIL: 'safeguarding@example.gov.uk',
});

async function start(settings: Record<string, string>): Promise<HeardServer> {
  const heard = await startHeard(settings);
  running.push(heard);
  return heard;
}

async function put({ url }: HeardServer, { id, key, body }: Sent = unsafe()): Promise<string> {
  const response = await fetch(`${url}/api/submissions/${id}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(201);
  return id;
}

const unsafe = () => newSent({ body: { version: 1, kind: 'complaint', words: 'I hid in the shed.', safe: 'no' } });

test('what a child sends to the running service is in the mail box a moment later', async () => {
  const heard = await start(withMail());
  expect(heard.said()).not.toContain('NOBODY IS TOLD');
  expect(heard.said()).toContain('No senior manager is told of what stays late. HEARD_SENIOR_EMAIL names whom to tell');
  const id = await put(heard);
  await mailServer.untilAccepted(1);
  expect(mailServer.mails[0]?.text).toContain(`${heard.url}/desk#case=${id}`);
  expect(mailServer.mails[0]?.text).not.toContain('shed');
  await heard.stop();
  expect(heard.said()).not.toMatch(/hunter2|safeguarding@|shed/);
  await heard.start();
  await heard.stop();
  expect(mailServer.mails).toHaveLength(1);
});

test('without e-mail the operator is warned, and what was raised goes once it is set up', async () => {
  const heard = await start({});
  expect(heard.said()).toMatch(/NOBODY IS TOLD BY E-MAIL.*\n.*\n.*HEARD_SMTP_URL, HEARD_MAIL_FROM/);
  expect(heard.said()).toContain('Nor is anybody told in the morning of what is due, or of what is late.');
  const ids = [await put(heard), await put(heard)];
  await heard.stop();
  await heard.start(withMail());
  await mailServer.untilAccepted(2);
  for (const id of ids) expect(mailServer.mails.filter(({ text }) => text?.includes(id))).toHaveLength(1);
});

test('killed while the mail server was away: it goes after the next start', async () => {
  await mailServer.stop();
  const heard = await start(withMail());
  await put(heard);
  await expect.poll(heard.said, { timeout: 10_000 }).toContain('was not accepted');
  await heard.kill();
  await mailServer.start();
  await heard.start();
  await mailServer.untilAccepted(1);
  expect((await fetch(`${heard.url}/api/health`)).status).toBe(200);
});

test('two processes on one PostgreSQL send each once', async () => {
  const store = await openTestPostgres(inject('postgresUrl'));
  try {
    // Whoever shares a database shares the keys of its records too.
    const settings = { ...withMail(), DATABASE_URL: store.url.href, HEARD_AUDIT_KEY: 'k'.repeat(43) };
    const one = await start(settings);
    const other = await start(settings);
    const ids = await Promise.all(Array.from({ length: 20 }, (_, index) => put(index % 2 ? one : other)));
    await mailServer.untilAccepted(ids.length);
    await Promise.all([one.stop(), other.stop()]);
    expect(mailServer.mails).toHaveLength(ids.length);
    for (const id of ids) expect(mailServer.mails.filter(({ text }) => text?.includes(id))).toHaveLength(1);
  } finally {
    await Promise.all(running.map((each) => each.remove()));
    await store.close();
  }
});
