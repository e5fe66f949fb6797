import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listOutbox, markRefused } from '../../src/device/outbox.ts';
import { problem } from '../../src/domain/problems.ts';
import { drain } from '../../src/sync/drain.ts';
import { aDraft, forgetEverything, later, now, type OwnItem, queued } from '../device/this-device.ts';
import { leaveNoRoomFor, thereIsRoomAgain } from './no-room.ts';
import { reachedTheCouncil, theCouncilAnswers } from './the-council.ts';

beforeEach(async () => {
  await forgetEverything();
  // What this tab remembers of a full phone ends with a drain that keeps everything.
  await drain('time');
});
afterEach(thereIsRoomAgain);

const latest = '2026-11-20T12:00:00.000Z';
const bodiesOf = async ({ followKey }: OwnItem) => (await reachedTheCouncil(followKey)).map(({ body }) => body);

describe('on a full phone', () => {
  test('a receipt that cannot be kept holds up nothing else, and its own words count once later', async () => {
    const first = await queued('First.', now);
    const others = [await queued('Second.', later), await queued('Third.', latest)];
    leaveNoRoomFor('sent', first.id);
    const { waiting, nextTry = 0 } = await drain('time');
    for (const each of others) expect(await bodiesOf(each)).toEqual([each.body]);
    expect(await listOutbox()).toMatchObject([{ id: first.id }]);
    expect(waiting).toBe(1);
    expect(nextTry).toBeGreaterThan(Date.now() + 2000);
    thereIsRoomAgain();
    expect(await drain('time')).toEqual({ waiting: 0, nextTry: undefined });
    expect(await bodiesOf(first)).toEqual([first.body, first.body]);
  });

  test.each([
    ['that it is to be tried later', { status: 500 }],
    [
      'that the council refused it',
      {
        status: 403,
        headers: { 'Content-Type': 'application/problem+json' },
        body: JSON.stringify(problem('wrong-key')),
      },
    ],
  ])('not being able to note %s holds up nothing else', async (_, answer) => {
    const [first, second] = [await queued('First.', now), await queued('Second.', later)];
    await theCouncilAnswers(first.followKey, answer);
    leaveNoRoomFor('outbox', first.id);
    expect(await drain('time')).toMatchObject({ waiting: 1 });
    expect(await bodiesOf(second)).toEqual([second.body]);
  });

  test('what was said later about the same waits behind what could not be settled', async () => {
    const draft = aDraft();
    const first = await queued('First.', now, draft);
    const second = await queued('Second.', later, draft);
    leaveNoRoomFor('sent', draft.id);
    expect(await drain('time')).toMatchObject({ waiting: 2 });
    expect(await bodiesOf(first)).toEqual([first.body]);
    thereIsRoomAgain();
    await drain('time');
    expect(await bodiesOf(first)).toEqual([first.body, first.body, second.body]);
  });

  test('it waits too when what was refused before is tried once more, and that cannot be noted', async () => {
    const draft = aDraft();
    const first = await queued('First.', now, draft);
    await markRefused(first, 'unknown-version');
    await queued('Second.', later, draft);
    await theCouncilAnswers(draft.followKey, { status: 500 });
    leaveNoRoomFor('outbox', draft.id);
    expect(await drain('person')).toMatchObject({ waiting: 1 });
    expect(await bodiesOf(first)).toEqual([first.body]);
  });

  test('the next try is further away each time, though nothing of it can be kept', async () => {
    const item = await queued();
    leaveNoRoomFor('sent', item.id);
    for (const tried of [1, 2, 3]) {
      const before = Date.now();
      const { nextTry = 0 } = await drain('time');
      expect(nextTry - before).toBeGreaterThanOrEqual(2500 * 2 ** (tried - 1));
    }
  });
});
