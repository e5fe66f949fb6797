import { afterEach, beforeEach, expect } from 'vitest';
import { createPost, type Post } from '../../../src/server/jobs/post.ts';
import { sendMails } from '../../../src/server/jobs/send-mails.ts';
import { tellOfTheDay } from '../../../src/server/jobs/tell-of-the-day.ts';
import { writeMail } from '../../../src/server/jobs/write-mail.ts';
import type { Store } from '../../../src/server/store/database.ts';
import type { Lane, Mail } from '../../../src/server/store/mails.ts';
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
  /** One turn of the job that sends, as its timer makes it; of what is about safety unless said otherwise. */
  turn: (store: Store, post?: Post, lane?: Lane) => Promise<void>;
  /** One turn of the job that makes the e-mails of the day, in a process of this name, by its clock. */
  tell: (store: Store, holder?: string, now?: () => string) => Promise<void>;
  /** Makes those of the day, if it is time, and sends what may go. */
  morning: (store: Store) => Promise<void>;
}

export const secretWords = 'I hid in the shed. My name is Robin.';

export const senior = 'director@example.gov.uk';

/** Somebody says that they are not safe. */
export function unsafe(more: object = {}): Partial<Sent> {
  const body = { version: 1, kind: 'complaint', words: secretWords, name: 'Robin Reed', voice: 'child', safe: 'no' };
  return { body: { ...body, ...more } };
}

export async function openTestMail(): Promise<TestMail> {
  const mailServer = await startMailServer();
  const logged: string[] = [];
  const line = (...said: unknown[]) => void logged.push(JSON.stringify(said));
  const log = { info: line, warn: line, error: line };
  const publicUrl = new URL('https://heard.example.gov.uk');
  const seniors = [senior];
  let clock = friday;
  const now = () => clock;
  const settings = {
    smtpUrl: new URL(mailServer.url),
    from: 'heard@example.gov.uk',
    safeguarding: 'safeguarding@example.gov.uk',
  };
  const realPost = createPost(settings, true);
  const turn: TestMail['turn'] = ({ db }, post = realPost, lane = 'safety') => {
    const write = (mail: Mail) => writeMail({ db, council, publicUrl, seniors, now }, mail);
    return sendMails({ db, post, write, log, now }, lane, new AbortController().signal);
  };
  const tell: TestMail['tell'] = ({ db }, holder = 'one process', itsNow = now) =>
    tellOfTheDay({ db, council, seniors, holder, log, now: itsNow, onQueued: () => undefined });
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
    turn,
    tell,
    morning: async (store) => {
      await tell(store);
      await turn(store, realPost, 'reminders');
    },
  };
}

/** Opens it anew before each test, and stops its mail server afterwards. */
export function useTestMail(): TestMail {
  const mail = {} as TestMail;
  beforeEach(async () => {
    Object.assign(mail, await openTestMail());
  });
  afterEach(() => mail.mailServer.stop());
  return mail;
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
