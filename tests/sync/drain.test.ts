import { beforeEach, describe, expect, test } from 'vitest';
import { listOutbox, markRefused, postpone } from '../../src/device/outbox.ts';
import { listSent } from '../../src/device/sent.ts';
import { problem } from '../../src/domain/problems.ts';
import { longestWait } from '../../src/sync/back-off.ts';
import { drain, lockPatience } from '../../src/sync/drain.ts';
import { patienceFor } from '../../src/sync/fetch-patiently.ts';
import { aDraft, forgetEverything, later, now, type OwnItem, queued } from '../device/this-device.ts';
import { reachedTheCouncil, theCouncilAnswers } from './the-council.ts';

beforeEach(forgetEverything);

const tries = async ({ followKey }: OwnItem) => (await reachedTheCouncil(followKey)).length;

test('an empty outbox is drained at once, and nothing waits', async () => {
  expect(await drain('time')).toEqual({ waiting: 0, nextTry: undefined });
});

test('everything goes, the oldest first, and every receipt is kept', async () => {
  const items = [await queued('Second.', later), await queued('First.', now)];
  await theCouncilAnswers(items[1]?.followKey ?? '', { receipt: 'own', delay: 50 });
  expect(await drain('time')).toEqual({ waiting: 0, nextTry: undefined });
  expect(await listOutbox()).toEqual([]);
  for (const item of items) expect(await tries(item)).toBe(1);
  expect((await listSent()).map(({ receipt }) => receipt?.digest)).toEqual(items.map(({ digest }) => digest));
});

describe('what was said later about the same', () => {
  test('never overtakes what was said before: the last answer is the one that counts', async () => {
    const draft = aDraft();
    const first = await queued('First.', now, draft);
    const second = await queued('Second.', later, draft);
    await theCouncilAnswers(draft.followKey, { status: 500 });
    const { waiting, nextTry = 0 } = await drain('time');
    expect(waiting).toBe(2);
    // The second waits for the first, and so nothing is due before the first is.
    expect(nextTry).toBeGreaterThan(Date.now());
    expect(await tries(first)).toBe(1);
    await theCouncilAnswers(draft.followKey, { receipt: 'own' });
    expect(await drain('person')).toEqual({ waiting: 0, nextTry: undefined });
    const bodies = (await reachedTheCouncil(draft.followKey)).map(({ body }) => body);
    expect(bodies).toEqual([first.body, first.body, second.body]);
  });

  test('goes all the same when what was said before was refused for good', async () => {
    const draft = aDraft();
    await markRefused(await queued('First.', now, draft), 'invalid-submission');
    const second = await queued('Second.', later, draft);
    await drain('time');
    expect((await reachedTheCouncil(draft.followKey)).map(({ body }) => body)).toEqual([second.body]);
  });
});

describe('one drainer at a time', () => {
  test('two at once send everything once', async () => {
    const item = await queued();
    await theCouncilAnswers(item.followKey, { receipt: 'own', delay: 50 });
    await Promise.all([drain('time'), drain('person'), drain('time')]);
    expect(await tries(item)).toBe(1);
  });

  test('while another tab drains, this one waits its turn', async () => {
    const item = await queued();
    let letGo = () => {};
    const otherTab = navigator.locks.request('heard-outbox', () => new Promise<void>((done) => (letGo = done)));
    const draining = drain('time');
    await expect.poll(async () => (await navigator.locks.query()).pending?.length).toBe(1);
    expect(await tries(item)).toBe(0);
    letGo();
    await Promise.all([otherTab, draining]);
    expect(await tries(item)).toBe(1);
  });

  test('is waited for until one try of all that waits would be over, and then it is hung', () => {
    const long = { body: 'x'.repeat(107_000) };
    expect(lockPatience([])).toBe(30_000);
    expect(lockPatience([long])).toBeGreaterThan(patienceFor(long.body));
    expect(lockPatience([long, long])).toBe(lockPatience([long]) + 107_000);
  });

  test('a drainer that fails lets the next one in', async () => {
    const item = await queued();
    await theCouncilAnswers(item.followKey, { broken: 'at-once' }, { receipt: 'own' });
    await drain('time');
    expect(await drain('person')).toEqual({ waiting: 0, nextTry: undefined });
  });
});

describe('what could not go', () => {
  test('waits as long as the server asked, and on top of it longer each time, for others were told the same', async () => {
    const item = await queued();
    await theCouncilAnswers(item.followKey, { status: 503, headers: { 'Retry-After': '60' } });
    for (const tried of [1, 2]) {
      const before = Date.now();
      const { waiting, nextTry = 0 } = await drain('person');
      expect(waiting).toBe(1);
      expect(nextTry - before).toBeGreaterThanOrEqual(60_000 + 2500 * 2 ** (tried - 1));
      expect(nextTry - Date.now()).toBeLessThanOrEqual(60_000 + 5000 * 2 ** (tried - 1));
      expect(await listOutbox()).toMatchObject([{ isAskedToWait: true }]);
    }
  });

  test('waits longer each time when nobody says how long', async () => {
    const item = await queued();
    await theCouncilAnswers(item.followKey, { status: 500 });
    for (const tried of [1, 2, 3]) {
      const before = Date.now();
      const { nextTry = 0 } = await drain('person');
      expect(nextTry - before).toBeGreaterThanOrEqual(2500 * 2 ** (tried - 1));
      expect(await listOutbox()).toMatchObject([{ attempts: tried, notBefore: nextTry }]);
    }
  });

  test('is not tried before its time, unless the person asks', async () => {
    const item = await queued();
    await postpone(item, Date.now() + 60_000, false);
    expect(await drain('time')).toMatchObject({ waiting: 1 });
    expect(await tries(item)).toBe(0);
    expect(await drain('person')).toMatchObject({ waiting: 0 });
    expect(await tries(item)).toBe(1);
  });

  test('is tried once in a drain, even when the server says "at once"', async () => {
    const item = await queued();
    await theCouncilAnswers(item.followKey, { status: 503, headers: { 'Retry-After': '0' } });
    expect(await drain('time')).toMatchObject({ waiting: 1 });
    expect(await tries(item)).toBe(1);
  });

  test('does not hold up what comes after it', async () => {
    const [bad, good] = [await queued('First.', now), await queued('Second.', later)];
    await theCouncilAnswers(bad.followKey, { broken: 'at-once' });
    expect(await drain('time')).toMatchObject({ waiting: 1 });
    expect(await listOutbox()).toMatchObject([{ id: bad.id, attempts: 1 }]);
    expect(await tries(good)).toBe(1);
  });

  test('says when the first of several is due', async () => {
    const items = [await queued('First.'), await queued('Second.')];
    const [soon, late] = [Date.now() + 20_000, Date.now() + 50_000];
    await Promise.all(items.map((item, index) => postpone(item, index ? soon : late, false)));
    expect(await drain('time')).toEqual({ waiting: 2, nextTry: soon });
  });
});

describe('a clock that was wrong', () => {
  test('and is set back a year does not strand what waits', async () => {
    const item = await queued();
    await postpone(item, Date.now() + 365 * 86_400_000, false);
    expect(await drain('time')).toEqual({ waiting: 0, nextTry: undefined });
    expect(await tries(item)).toBe(1);
  });

  test('and is set forward a year sends at once', async () => {
    const item = await queued();
    await postpone(item, Date.now() - 365 * 86_400_000, false);
    expect(await drain('time')).toMatchObject({ waiting: 0 });
  });

  test('never makes the next try further away than the longest wait', async () => {
    const item = await queued();
    await postpone(item, Date.now() + 365 * 86_400_000, false);
    await theCouncilAnswers(item.followKey, { status: 500 });
    const { nextTry = 0 } = await drain('time');
    expect(nextTry).toBeLessThanOrEqual(Date.now() + longestWait);
  });
});

describe('what the council refused for good', () => {
  test('is kept with its code, and waits for nobody', async () => {
    const item = await queued();
    const body = JSON.stringify(problem('wrong-key'));
    const headers = { 'Content-Type': 'application/problem+json' };
    await theCouncilAnswers(item.followKey, { status: 403, headers, body });
    expect(await drain('time')).toEqual({ waiting: 0, nextTry: undefined });
    expect(await listOutbox()).toMatchObject([{ id: item.id, body: item.body, refused: 'wrong-key' }]);
  });

  test('is not tried again by itself', async () => {
    const item = await queued();
    await markRefused(item, 'wrong-key');
    await drain('network');
    expect(await tries(item)).toBe(0);
  });

  test('is tried again when the person asks, for the server may have been mended', async () => {
    const item = await queued();
    await markRefused(item, 'unknown-version');
    await theCouncilAnswers(item.followKey, { receipt: 'own' });
    expect(await drain('person')).toEqual({ waiting: 0, nextTry: undefined });
  });
});

describe('what is sent while the outbox is being drained', () => {
  test('goes too', async () => {
    const first = await queued('First.', now);
    await theCouncilAnswers(first.followKey, { receipt: 'own', delay: 150 });
    const draining = drain('time');
    await expect.poll(() => tries(first)).toBe(1);
    const second = await queued('Second.', later);
    expect(await draining).toEqual({ waiting: 0, nextTry: undefined });
    expect(await tries(second)).toBe(1);
  });

  test('as other words of the same draft goes too, as an item of its own', async () => {
    const draft = aDraft();
    const first = await queued('First.', now, draft);
    await theCouncilAnswers(first.followKey, { receipt: 'own', delay: 150 });
    const draining = drain('time');
    await expect.poll(() => tries(first)).toBe(1);
    await queued('Second.', later, draft);
    await draining;
    expect((await reachedTheCouncil(draft.followKey)).map(({ body }) => JSON.parse(body).words)).toEqual([
      'First.',
      'Second.',
    ]);
  });
});

describe('when something has changed (a start, a network, a page seen again)', () => {
  test('what failed for want of an answer is tried without waiting for its turn', async () => {
    const item = await queued();
    await postpone(item, Date.now() + 600_000, false);
    await theCouncilAnswers(item.followKey, { receipt: 'own' });
    expect(await drain('network')).toEqual({ waiting: 0, nextTry: undefined });
  });

  test('what the server asked to wait waits, until the person asks', async () => {
    const item = await queued();
    await postpone(item, Date.now() + 600_000, true);
    await theCouncilAnswers(item.followKey, { receipt: 'own' });
    expect(await drain('network')).toMatchObject({ waiting: 1 });
    expect(await drain('person')).toEqual({ waiting: 0, nextTry: undefined });
  });
});
