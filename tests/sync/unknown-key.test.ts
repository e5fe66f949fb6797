import { beforeEach, describe, expect, test, vi } from 'vitest';
import { listOutbox, markRefused, postpone } from '../../src/device/outbox.ts';
import { problem } from '../../src/domain/problems.ts';
import { drain } from '../../src/sync/drain.ts';
import { aDraft, forgetEverything, later, now, type OwnItem, queuedSealed } from '../device/this-device.ts';
import { reachedTheCouncil, theCouncilAnswers } from './the-council.ts';

beforeEach(forgetEverything);

const refused = 'unknown-sealing-key';
const notFound = {
  status: 422,
  headers: { 'Content-Type': 'application/problem+json' },
  body: JSON.stringify(problem(refused)),
};
const tries = async ({ followKey }: OwnItem) => (await reachedTheCouncil(followKey)).length;

/** Drains as it will be some minutes from now. */
async function drainAfter(minutes: number, reason: Parameters<typeof drain>[0]) {
  const then = Date.now() + minutes * 60_000;
  const clock = vi.spyOn(Date, 'now').mockReturnValue(then);
  try {
    return await drain(reason);
  } finally {
    clock.mockRestore();
  }
}

describe('what was sealed to a key that the council’s process does not have yet', () => {
  test('goes by itself when the app is seen again, once the key is there', async () => {
    const item = await queuedSealed();
    await theCouncilAnswers(item.followKey, notFound, { receipt: 'own' });
    expect(await drain('network')).toEqual({ waiting: 0, nextTry: undefined });
    expect(await listOutbox()).toMatchObject([{ id: item.id, refused }]);
    expect(await drainAfter(16, 'network')).toEqual({ waiting: 0, nextTry: undefined });
    expect(await listOutbox()).toEqual([]);
    expect(await tries(item)).toBe(2);
  });

  test('is not tried again at every look, nor by the clock', async () => {
    const item = await queuedSealed();
    await theCouncilAnswers(item.followKey, notFound);
    await drain('network');
    await drainAfter(14, 'network');
    await drainAfter(16, 'time');
    expect(await tries(item)).toBe(1);
    await drainAfter(16, 'network');
    await drainAfter(17, 'network');
    expect(await tries(item)).toBe(2);
  });

  test('is shown as refused, with its next step, until it is taken: also when a try finds no network', async () => {
    const item = await queuedSealed();
    await theCouncilAnswers(item.followKey, notFound);
    await drain('network');
    await theCouncilAnswers(item.followKey, { broken: 'at-once' });
    expect(await drainAfter(16, 'network')).toEqual({ waiting: 0, nextTry: undefined });
    expect(await listOutbox()).toMatchObject([{ id: item.id, refused, attempts: 2 }]);
    await theCouncilAnswers(item.followKey, { receipt: 'own' });
    await drainAfter(32, 'network');
    expect(await listOutbox()).toEqual([]);
  });

  test('goes at once when the person asks', async () => {
    const item = await queuedSealed();
    await theCouncilAnswers(item.followKey, notFound, { receipt: 'own' });
    await drain('network');
    await drain('person');
    expect(await listOutbox()).toEqual([]);
  });

  test('does not come by itself after what was said later, which counts', async () => {
    const draft = aDraft();
    const first = await queuedSealed('First.', now, draft);
    await markRefused(first, refused);
    const second = await queuedSealed('Second.', later, draft);
    await drainAfter(1, 'time');
    await drainAfter(60, 'network');
    expect((await reachedTheCouncil(draft.followKey)).map(({ body }) => body)).toEqual([second.body]);
    expect(await listOutbox()).toMatchObject([{ digest: first.digest, refused }]);
    await drainAfter(60, 'person');
    expect(await listOutbox()).toEqual([]);
  });

  test('and two of one case go in the order in which they were said', async () => {
    const draft = aDraft();
    const first = await queuedSealed('First.', now, draft);
    const second = await queuedSealed('Second.', later, draft);
    await markRefused(first, refused);
    await markRefused(second, refused);
    await drainAfter(60, 'network');
    expect((await reachedTheCouncil(draft.followKey)).map(({ body }) => body)).toEqual([first.body, second.body]);
  });
});

test('another refusal is not forgotten less for being tried in vain', async () => {
  const item = await queuedSealed();
  await markRefused(item, 'unknown-version');
  await postpone(item, 5000, false);
  expect((await listOutbox())[0]?.refused).toBeUndefined();
});
