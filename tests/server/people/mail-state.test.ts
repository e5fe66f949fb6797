import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MailState } from '../../../src/domain/mail-api.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { openTestMail, type TestMail, tellThrough } from '../jobs/open-test-mail.ts';
import { testStores } from '../open-test-store.ts';
import { createTestApp } from '../test-app.ts';
import { type Colleague, colleague } from './colleagues.ts';

let mail: TestMail;
beforeEach(async () => {
  mail = await openTestMail();
});
afterEach(() => mail.mailServer.stop());

describe.each(testStores)('whether e-mail works, on $name', ({ open }) => {
  let store: Store;
  let ada: Colleague;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const state = async () => {
    const response = await ada.get('/api/staff/mail');
    expect(response.status).toBe(200);
    return MailState.parse(await response.json());
  };

  it('says what waits and since when, why it was not taken, and when the last one went', async () => {
    const app = createTestApp(store, mail.now, undefined, undefined, { nudge: () => undefined });
    ada = await colleague(store, app, { name: 'ada', roles: ['administrator'] });
    const nothing = { isSet: true, lastSentAt: null, waiting: 0, waitingSince: null, lastFailure: null };
    expect(await state()).toEqual(nothing);
    const queuedAt = mail.now();
    await tellThrough(app)();
    await tellThrough(app)();
    expect(await state()).toEqual({ ...nothing, waiting: 2, waitingSince: queuedAt });
    mail.pass(1000);
    mail.mailServer.refuseNext(450);
    await mail.turn(store);
    const sentAt = mail.now();
    const failed = { lastSentAt: sentAt, lastFailure: { at: sentAt, code: '450' } };
    expect(await state()).toEqual({ ...failed, isSet: true, waiting: 1, waitingSince: queuedAt });
    await mail.mailServer.stop();
    mail.pass(60_000);
    await mail.turn(store);
    expect((await state()).lastFailure).toEqual({ at: mail.now(), code: 'ESOCKET' });
  });

  it('says so when there is no mail server, and forgets what was for a day that is over', async () => {
    const app = createTestApp(store, mail.now);
    ada = await colleague(store, app, { name: 'ada', roles: ['administrator', 'officer'] });
    await tellThrough(app)({ safe: 'yes' });
    mail.setNow('2026-11-23T07:30:00.000Z');
    await mail.tell(store);
    expect(await state()).toMatchObject({ isSet: false, waiting: 1, waitingSince: mail.now() });
    mail.setNow('2026-11-24T01:00:00.000Z');
    expect(await state()).toMatchObject({ waiting: 0, waitingSince: null });
  });
});
