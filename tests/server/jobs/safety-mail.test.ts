import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/server/store/database.ts';
import { testStores } from '../open-test-store.ts';
import { createTestApp, newSent, send } from '../test-app.ts';
import { tellThrough, unsafe, useTestMail } from './open-test-mail.ts';

const mail = useTestMail();

describe.each(testStores)('telling by e-mail of somebody who may not be safe, on $name', ({ open }) => {
  let store: Store;
  let app: Hono;
  let tell: ReturnType<typeof tellThrough>;
  let nudges: number;
  beforeEach(async () => {
    store = await open();
    nudges = 0;
    const nudge = () => {
      nudges += 1;
    };
    app = createTestApp(store, mail.now, undefined, undefined, { nudge });
    tell = tellThrough(app);
  });
  afterEach(() => store.close());

  it('says which case, when and what was answered, and not a word of the child', async () => {
    const { id, reference } = await tell();
    expect(nudges).toBe(1);
    await mail.turn(store);
    expect(mail.mailServer.mails).toHaveLength(1);
    const [found] = mail.mailServer.mails;
    expect(found?.from?.text).toBe('heard@example.gov.uk');
    expect([found?.to].flat().map((to) => to?.text)).toEqual(['safeguarding@example.gov.uk']);
    expect(found?.subject).toContain(reference);
    const text = found?.text ?? '';
    expect(text).toContain(reference);
    expect(text).toContain('The answer was: no.');
    expect(text).toContain('Friday 20 November 2026 at 10:00');
    expect(text).toContain(`https://heard.example.gov.uk/desk#case=${id}`);
    expect(text).toContain('ring 999');
    expect(text).not.toContain('LATE');
    const all = JSON.stringify([...(found?.headerLines ?? []), found?.subject, text]);
    for (const secret of ['Robin', 'Reed', 'shed', 'child"', '{{', 'safety.']) {
      expect(all.replaceAll(`safety.${id}`, ''), secret).not.toContain(secret);
    }
  });

  it('says the hour of the clocks in England, and "not sure"', async () => {
    mail.setNow('2026-06-30T22:30:00.000Z');
    await tell({ safe: 'not-sure' });
    await mail.turn(store);
    expect(mail.mailServer.mails[0]?.text).toContain('Tuesday 30 June 2026 at 23:30');
    expect(mail.mailServer.mails[0]?.text).toContain('The answer was: not sure.');
  });

  it('says when it was written, where a phone without a signal sent it long after', async () => {
    await tell({ writtenAt: '2026-11-20T09:50:00.000Z' });
    await tell({ writtenAt: '2026-11-18T21:14:00.000Z' });
    await mail.turn(store);
    expect(mail.mailServer.mails).toHaveLength(2);
    const written = mail.mailServer.mails.flatMap(({ text }) => /It was written.*/.exec(text ?? '') ?? []);
    expect(written).toEqual(['It was written, by the clock of their device: Wednesday 18 November 2026 at 21:14']);
  });

  it.each(['yes', undefined])('says nothing when the answer is %s', async (safe) => {
    await tell({ safe });
    expect(nudges).toBe(0);
    await mail.turn(store);
    expect(mail.mailServer.mails).toHaveLength(0);
  });

  it('goes once, however often the same is sent', async () => {
    const sent = await tell();
    await mail.turn(store);
    await send(app, sent);
    await Promise.all([send(app, sent), send(app, sent)]);
    await mail.turn(store);
    expect(mail.mailServer.mails).toHaveLength(1);
    expect(nudges).toBe(1);
  });

  it('goes again when it is said again', async () => {
    const { id, key } = await tell();
    mail.pass(60_000);
    const addition = { version: 1, kind: 'complaint', addition: newSent().id, safe: 'not-sure' };
    await tell({}, { id, key, body: addition });
    await mail.turn(store);
    expect(mail.mailServer.mails).toHaveLength(2);
    expect(new Set(mail.mailServer.mails.map(({ messageId }) => messageId)).size).toBe(2);
  });

  it('is not sent for what is refused', async () => {
    const { id } = await tell();
    await mail.turn(store);
    expect((await send(app, newSent({ ...unsafe({ words: 'Other.' }), id }))).status).toBe(403);
    await mail.turn(store);
    expect(mail.mailServer.mails).toHaveLength(1);
  });

  it('a health check does not mind a mail server that is away', async () => {
    await mail.mailServer.stop();
    await tell();
    await mail.turn(store);
    expect((await app.request('/api/health')).status).toBe(200);
  });

  it('a store that does not answer is logged and tried again, and breaks nothing', async () => {
    await tell();
    const broken = {
      db: new Proxy(store.db, {
        get: () => {
          throw new Error('secret words');
        },
      }),
    } as unknown as Store;
    await mail.turn(broken);
    expect(mail.logged).toHaveLength(1);
    expect(mail.logged[0]).not.toContain('secret');
    await mail.turn(store);
    expect(mail.mailServer.mails).toHaveLength(1);
  });
});
