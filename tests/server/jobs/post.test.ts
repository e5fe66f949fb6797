import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPost } from '../../../src/server/jobs/post.ts';
import { type MailServer, mailPassword, startMailServer } from '../mail-server.ts';

const written = { messageId: '<one@example.org>', subject: 'Look', text: 'Please look.\n' };

let mailServer: MailServer;
beforeEach(async () => {
  mailServer = await startMailServer();
});
afterEach(() => mailServer.stop());

function postAs(user: string, isThisMachine = true) {
  const smtpUrl = new URL(mailServer.url.replace('//', `//${user}`));
  return createPost({ smtpUrl, from: 'heard@example.org', safeguarding: 'team@example.org' }, isThisMachine);
}

test('user and password of the address are said to the mail server', async () => {
  expect(await postAs(`heard:${mailPassword}@`)(written)).toEqual({ outcome: 'accepted' });
  expect(mailServer.mails[0]?.headers.get('auto-submitted')).toBe('auto-generated');
});

test('a wrong password would meet the next one as well, and is told by its code alone', async () => {
  const posted = await postAs('heard:wrong@')(written);
  expect(posted).toEqual({ outcome: 'unreachable', code: 'EAUTH', responseCode: 535 });
});

test('a password goes to another machine only over TLS; without one there is no secret to keep', async () => {
  expect(await postAs(`heard:${mailPassword}@`, false)(written)).toMatchObject({ outcome: 'unreachable' });
  expect(mailServer.mails).toHaveLength(0);
  expect(await postAs('', false)(written)).toEqual({ outcome: 'accepted' });
});

test('a mail server that is not there is unreachable, and what it refuses is refused', async () => {
  mailServer.refuseNext(550);
  expect(await postAs('')(written)).toEqual({ outcome: 'refused', code: 'EENVELOPE', responseCode: 550 });
  await mailServer.stop();
  expect(await postAs('')(written)).toMatchObject({ outcome: 'unreachable' });
});
