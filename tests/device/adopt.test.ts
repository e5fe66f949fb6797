import { beforeEach, expect, test } from 'vitest';
import { forgetSent } from '../../src/device/forget.ts';
import { newFollowKey } from '../../src/device/keys.ts';
import { settle } from '../../src/device/outbox.ts';
import { adopt, isWithCouncil, listSent } from '../../src/device/sent.ts';
import type { Status } from '../../src/domain/api.ts';
import { forgetEverything, later, lyingIn, now, queued, receiptFor } from './this-device.ts';

beforeEach(forgetEverything);

const followKey = newFollowKey();

function statusOf(id: string, part: Partial<Status> = {}): Status {
  return {
    id,
    reference: 'H-1234-AB',
    kind: 'comment',
    receivedAt: later,
    asOf: '2026-11-24',
    route: null,
    timeline: [{ step: 'pass-on', state: 'next', certain: true, due: '2026-11-25' }],
    letters: [],
    ...part,
  };
}

test('what was sent from elsewhere is kept with its key, dated by when the council got it, and without a receipt', async () => {
  const status = statusOf(crypto.randomUUID());
  await adopt(followKey, status);
  const [adopted, ...others] = await listSent();
  expect(adopted).toEqual({ id: status.id, followKey, kind: 'comment', queuedAt: later, status });
  expect(others).toEqual([]);
  expect(adopted && isWithCouncil(adopted)).toBe(true);
});

test('twice is once, with the later answer', async () => {
  const status = statusOf(crypto.randomUUID());
  const news = { ...status, asOf: '2026-11-25' };
  await adopt(followKey, status);
  await adopt(followKey, news);
  expect(await lyingIn('sent')).toMatchObject([{ id: status.id, status: news }]);
});

test('what was sent from here stays as it is, and has its status renewed', async () => {
  const item = await queued();
  const receipt = receiptFor(item);
  await settle(item, receipt);
  const status = statusOf(item.id);
  await adopt(followKey, status);
  const { id } = item;
  expect(await listSent()).toEqual([
    { id, followKey: item.followKey, kind: 'complaint', queuedAt: now, receipt, status },
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
