import { expect } from 'vitest';
import { createPost, type Post } from '../../../src/server/jobs/post.ts';
import { sendMails } from '../../../src/server/jobs/send-mails.ts';
import { writeMail } from '../../../src/server/jobs/write-mail.ts';
import type { Store } from '../../../src/server/store/database.ts';
import type { Mail } from '../../../src/server/store/mails.ts';
import { type MailServer, startMailServer } from '../mail-server.ts';
import { council, type createTestApp, friday, newSent, type Sent, send } from '../test-app.ts';

/** A service that tells by e-mail, a real mail server, and a clock that the test moves. */
export interface TestMail {
  mailServer: MailServer;
  /** Everything that was logged, a line each. */
  logged: string[];
  now: () => string;
  setNow: (at: string) => void;
  pass: (milliseconds: number) => void;
  post: Post;
  /** One turn of the job, as its timer makes it. */
  turn: (store: Store, post?: Post) => Promise<void>;
}

export const secretWords = 'I hid in the shed. My name is Robin.';

/** Somebody says that they are not safe. */
export function unsafe(more: object = {}): Partial<Sent> {
  const body = { version: 1, kind: 'complaint', words: secretWords, name: 'Robin Reed', voice: 'child', safe: 'no' };
  return { body: { ...body, ...more } };
}

export async function openTestMail(): Promise<TestMail> {
  const mailServer = await startMailServer();
  const logged: string[] = [];
  const log = (...said: unknown[]) => void logged.push(JSON.stringify(said));
  const publicUrl = new URL('https://heard.example.gov.uk');
  let clock = friday;
  const now = () => clock;
  const settings = {
    smtpUrl: new URL(mailServer.url),
    from: 'heard@example.gov.uk',
    safeguarding: 'safeguarding@example.gov.uk',
  };
  const realPost = createPost(settings, true);
  return {
    mailServer,
    logged,
    now,
    setNow: (at) => {
      clock = at;
    },
    pass: (milliseconds) => {
      clock = new Date(Date.parse(clock) + milliseconds).toISOString();
    },
    post: realPost,
    turn: ({ db }, post = realPost) => {
      const write = (mail: Mail) => writeMail({ db, council, publicUrl, seniors: [], now }, mail);
      const needs = { db, post, write, log: { info: log, warn: log, error: log }, now };
      return sendMails(needs, 'safety', new AbortController().signal);
    },
  };
}

/** Tells something through the service over this store. */
export function tellThrough(app: ReturnType<typeof createTestApp>) {
  return async (more: object = {}, sent: Partial<Sent> = {}): Promise<Sent & { reference: string }> => {
    const all = newSent({ ...unsafe(more), ...sent });
    const response = await send(app, all);
    expect(response.ok).toBe(true);
    return { ...all, reference: ((await response.json()) as { reference: string }).reference };
  };
}
