import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { lease, waitAfter } from '../../../src/server/jobs/send-mails.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { openPostgres } from '../../../src/server/store/open-postgres.ts';
import { openTestPostgres, testStores } from '../open-test-store.ts';
import { createTestApp, newSent, send } from '../test-app.ts';
import { tellThrough, unsafe, useTestMail } from './open-test-mail.ts';

const mail = useTestMail();

describe.each(testStores)('sending until it is accepted, on $name', ({ open }) => {
  let store: Store;
  let app: Hono;
  let tell: ReturnType<typeof tellThrough>;
  beforeEach(async () => {
    store = await open();
    app = createTestApp(store, mail.now);
    tell = tellThrough(app);
  });
  afterEach(() => store.close());

  it('waits while the mail server is away, and goes when it is back, saying how old it is', async () => {
    await tell();
    await mail.mailServer.stop();
    await mail.turn(store);
    mail.pass(26 * 60 * 60_000);
    await mail.turn(store);
    await mail.mailServer.start();
    await mail.turn(store);
    expect(mail.mailServer.mails).toHaveLength(0);
    mail.pass(waitAfter(2));
    await mail.turn(store);
    expect(mail.mailServer.mails).toHaveLength(1);
    expect(mail.mailServer.mails[0]?.text).toContain('THIS E-MAIL IS LATE. It waited 26 hours');
  });

  it.each([450, 550])('comes again after a refusal with %i, each time later, until it is accepted', async (code) => {
    await tell();
    mail.mailServer.refuseNext(code, code, code);
    for (const attempts of [1, 2, 3]) {
      await mail.turn(store);
      expect(mail.mailServer.offered()).toBe(attempts);
      mail.pass(waitAfter(attempts) - 1);
      await mail.turn(store);
      expect(mail.mailServer.offered()).toBe(attempts);
      mail.pass(1);
    }
    await mail.turn(store);
    expect(mail.mailServer.mails).toHaveLength(1);
    expect(mail.logged.filter((line) => line.includes(String(code)))).toHaveLength(3);
    expect(mail.logged.join()).not.toMatch(/safeguarding@|mailbox|Robin|H-/);
  });

  it('a refusal of one holds up no other', async () => {
    const first = await tell();
    mail.pass(1);
    const second = await tell();
    mail.mailServer.refuseNext(550);
    await mail.turn(store);
    expect(mail.mailServer.mails.map(({ subject }) => subject)).toEqual([expect.stringContaining(second.reference)]);
    mail.pass(waitAfter(1));
    await mail.turn(store);
    expect(mail.mailServer.mails[1]?.subject).toContain(first.reference);
  });

  it('goes, all of it, when e-mail is set up only later', async () => {
    const sent = Array.from({ length: 20 }, () => newSent(unsafe()));
    await Promise.all(sent.map((each) => send(app, each)));
    mail.pass(3 * 24 * 60 * 60_000);
    await mail.turn(store);
    expect(mail.mailServer.mails).toHaveLength(20);
    expect(mail.mailServer.mails.every(({ text }) => text?.includes('It waited 3 days'))).toBe(true);
    for (const { id } of sent) expect(mail.mailServer.mails.filter(({ text }) => text?.includes(id))).toHaveLength(1);
  });

  it('killed before it was sent: goes when the lease is over, and not before', async () => {
    await tell();
    await new Promise<void>((taken) => {
      void mail.turn(store, () => {
        taken();
        return new Promise(() => undefined);
      });
    });
    mail.pass(lease - 1);
    await mail.turn(store);
    expect(mail.mailServer.mails).toHaveLength(0);
    mail.pass(1);
    await mail.turn(store);
    expect(mail.mailServer.mails).toHaveLength(1);
  });

  it('killed between the yes of the mail server and our note of it: comes again under the same Message-ID', async () => {
    await tell();
    await new Promise<void>((accepted) => {
      void mail.turn(store, async (written) => {
        await mail.post(written);
        accepted();
        return new Promise(() => undefined);
      });
    });
    mail.pass(lease);
    await mail.turn(store);
    await mail.turn(store);
    expect(mail.mailServer.mails).toHaveLength(2);
    expect(mail.mailServer.mails[1]?.messageId).toBe(mail.mailServer.mails[0]?.messageId);
    expect(mail.mailServer.mails[0]?.messageId).toMatch(/@heard\.example\.gov\.uk>$/);
  });
});

it('the waits grow to five minutes and no longer', () => {
  const seconds = [1, 2, 3, 6, 7, 8, 1000].map((attempts) => waitAfter(attempts) / 1000);
  expect(seconds).toEqual([5, 10, 20, 160, 300, 300, 300]);
});

it('three servers on one PostgreSQL send each once', async () => {
  const store = await openTestPostgres(inject('postgresUrl'));
  const others = [1, 2].map(() => openPostgres(store.url.href, () => undefined));
  const app = createTestApp(store, mail.now);
  const sent = Array.from({ length: 30 }, () => newSent(unsafe()));
  await Promise.all(sent.map((each) => send(app, each)));
  await Promise.all([store, ...others].flatMap((each) => [mail.turn(each), mail.turn(each)]));
  await Promise.all(others.map((each) => each.close()));
  await store.close();
  expect(mail.mailServer.mails).toHaveLength(30);
  for (const { id } of sent) expect(mail.mailServer.mails.filter(({ text }) => text?.includes(id))).toHaveLength(1);
});
