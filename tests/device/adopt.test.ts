import { beforeEach, describe, expect, test } from 'vitest';
import { forgetSent } from '../../src/device/forget.ts';
import { newFollowKey } from '../../src/device/keys.ts';
import { enqueue, settle } from '../../src/device/outbox.ts';
import { adopt, isWithCouncil, keepEnded, listSent } from '../../src/device/sent.ts';
import { aDraft, aParcel, forgetEverything, later, lyingIn, now, queued, receiptFor, statusOf } from './this-device.ts';

beforeEach(forgetEverything);

const followKey = newFollowKey();
const person = { holder: 'person' };
/** What this phone's own clock says: some day. */
const askedOn: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);

test('what was sent from elsewhere is kept with its key, dated by when the council got it, and without a receipt', async () => {
  const status = statusOf(crypto.randomUUID());
  await adopt(followKey, status);
  const [adopted, ...others] = await listSent();
  expect(adopted).toEqual({
    ...{ id: status.id, followKey, kind: 'comment', queuedAt: later },
    ...person,
    status,
    askedOn,
  });
  expect(others).toEqual([]);
  expect(adopted && isWithCouncil(adopted)).toBe(true);
});

test('twice is once, with the later answer', async () => {
  const status = statusOf(crypto.randomUUID());
  const news = { ...status, asOf: '2026-11-25' };
  await adopt(followKey, status);
  await adopt(followKey, news);
  expect(await listSent()).toMatchObject([{ id: status.id, status: news }]);
});

test('what was sent from here stays as it is, and has its status renewed', async () => {
  const item = await queued();
  const receipt = receiptFor(item);
  await settle(item, receipt);
  const status = statusOf(item.id);
  await adopt(followKey, status);
  const { id } = item;
  expect(await listSent()).toEqual([
    { ...{ id, followKey: item.followKey, kind: 'complaint', queuedAt: now }, ...person, receipt, status, askedOn },
  ]);
});

test('what waits here still waits, whatever the council has of it already', async () => {
  const item = await queued();
  await adopt(item.followKey, statusOf(item.id));
  expect(await lyingIn('outbox')).toEqual([item]);
});

test('it can be forgotten like anything else', async () => {
  const status = statusOf(crypto.randomUUID());
  await adopt(followKey, status);
  await forgetSent(status.id);
  expect(await lyingIn('sent')).toEqual([]);
});

describe('another key for the same', () => {
  const id = crypto.randomUUID();
  const [own, helpers] = [newFollowKey(), newFollowKey()];
  const ofPerson = statusOf(id, { holder: 'person', letters: [{ about: 'acknowledged', at: later, words: 'Hello.' }] });
  const ofHelper = statusOf(id, { holder: 'helper' });

  test('the person’s own takes the place of a helper’s', async () => {
    await adopt(helpers, ofHelper);
    await keepEnded(id);
    await adopt(own, ofPerson);
    expect(await listSent()).toEqual([
      { ...{ id, followKey: own, kind: 'comment', queuedAt: later }, ...person, status: ofPerson, askedOn },
    ]);
  });

  test('a helper’s does not take the place of the person’s own, or of what it shows', async () => {
    await adopt(own, ofPerson);
    await adopt(helpers, ofHelper);
    expect(await listSent()).toMatchObject([{ followKey: own, status: ofPerson }]);
  });

  test('on the phone of the helper who sent it the helper’s stays, and no letter to the child is kept', async () => {
    const draft = aDraft();
    const helper = { followKey: helpers, deposit: 'D'.repeat(43), label: 'Sam' };
    await enqueue(draft, { ...(await aParcel()), helper }, now);
    await adopt(draft.followKey, { ...ofPerson, id: draft.id });
    expect(await listSent()).toMatchObject([{ id: draft.id, ...helper }]);
    expect(JSON.stringify([await lyingIn('sent'), await lyingIn('told')])).not.toContain('Hello.');
  });

  test('a helper who was let in again follows with the new one', async () => {
    const again = newFollowKey();
    await adopt(helpers, ofHelper);
    await keepEnded(id);
    await adopt(again, ofHelper);
    expect(await listSent()).toEqual([
      { ...{ id, followKey: again, kind: 'comment', queuedAt: later }, holder: 'helper', status: ofHelper, askedOn },
    ]);
  });
});
