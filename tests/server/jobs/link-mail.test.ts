import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLinkMail } from '../../../src/server/jobs/link-mail.ts';
import { createPost } from '../../../src/server/jobs/post.ts';
import { type MailServer, startMailServer } from '../mail-server.ts';

let mailServer: MailServer;
beforeEach(async () => {
  mailServer = await startMailServer();
});
afterEach(() => mailServer.stop());

const invited = {
  to: 'sam@example.gov.uk',
  name: 'Sam Okafor',
  link: 'https://heard.example.gov.uk/desk#welcome=a-token',
  expiresAt: '2026-11-27T21:14:00.000Z',
};

function mailLink() {
  const settings = { smtpUrl: new URL(mailServer.url), from: 'heard@example.org', safeguarding: 'team@example.org' };
  return createLinkMail(createPost(settings, true), new URL('https://heard.example.gov.uk'));
}

test('an invitation goes to who is invited, with the link and until when it is good', async () => {
  expect(await mailLink()(invited)).toBe(true);
  const [mail] = mailServer.mails;
  expect(JSON.stringify(mail?.to)).toContain(invited.to);
  expect(JSON.stringify(mail?.to)).not.toContain('team@example.org');
  expect(mail?.text).toContain('Hello Sam Okafor,');
  expect(mail?.text).toContain(invited.link);
  expect(mail?.text).toContain('Friday 27 November 2026');
});

test('what the mail server does not take is said to have stayed', async () => {
  mailServer.refuseNext(550);
  expect(await mailLink()(invited)).toBe(false);
  await mailServer.stop();
  expect(await mailLink()(invited)).toBe(false);
});
