import { beforeEach, describe, expect, test } from 'vitest';
import { listCarried } from '../../src/device/carried.ts';
import { forgetCarried, takeToCarry } from '../../src/device/carry.ts';
import { forgetSent } from '../../src/device/forget.ts';
import { handOffOf } from '../../src/device/hand-off.ts';
import { listOutbox, markRefused } from '../../src/device/outbox.ts';
import { adopt } from '../../src/device/sent.ts';
import type { HandOff } from '../../src/domain/hand-off.ts';
import { drain } from '../../src/sync/drain.ts';
import { reachedTheCouncil, theCouncilAnswers } from '../sync/the-council.ts';
import { aDraft, forgetEverything, later, lyingIn, now, queuedSealed, statusOf } from './this-device.ts';

beforeEach(forgetEverything);

/** What was said on another phone, of which this one has the file alone. */
async function aFile(...words: string[]): Promise<{ handOff: HandOff; deposit: string; followKey: string }> {
  const draft = aDraft();
  for (const [index, each] of words.entries()) await queuedSealed(each, index === 0 ? now : later, draft);
  const handOff = await handOffOf(draft.id, 'https://heard.example.org', 'A note.');
  if (!handOff || handOff === 'readable') throw new Error('Nothing to hand on.');
  await forgetEverything();
  return { handOff, deposit: handOff.items[0]?.deposit ?? '', followKey: draft.followKey };
}

const whereabouts = async () => (await listCarried(await listOutbox())).map((each) => each.whereabouts);

describe('what is carried', () => {
  test('waits like everything else, is delivered with the hash of the key, in its order and once', async () => {
    const { handOff, deposit } = await aFile('First.', 'Second.');
    await theCouncilAnswers(deposit, { status: 500 });
    expect(await takeToCarry(handOff, now)).toBe('taken');
    await drain('time');
    expect(await whereabouts()).toEqual(['onPhone']);
    await theCouncilAnswers(deposit, { receipt: 'own' });
    await Promise.all([drain('person'), drain('person')]);
    expect(await whereabouts()).toEqual(['received']);
    const [first = '', second = ''] = handOff.items.map(({ body }) => body);
    const seen = await reachedTheCouncil(deposit);
    expect(seen.map(({ body }) => body)).toEqual([first, first, second]);
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(seen.map(() => `Deposit ${deposit}`));
  });

  test('leaves of the council’s receipt nothing here, and has no key and no place among what was sent', async () => {
    const { handOff, deposit } = await aFile('First.');
    await theCouncilAnswers(deposit, { receipt: 'own' });
    await takeToCarry(handOff, now);
    await drain('time');
    expect(await lyingIn('outbox')).toEqual([]);
    expect(await lyingIn('sent')).toEqual([]);
    expect(await lyingIn('carried')).toEqual([
      {
        id: handOff.id,
        takenAt: now,
        taken: handOff.items.map(({ digest }) => digest),
        delivered: handOff.items.map(({ digest }) => digest),
        deliveredOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      },
    ]);
  });

  test('and was refused for good stays, and says so', async () => {
    const { handOff } = await aFile('First.');
    await takeToCarry(handOff, now);
    const [item] = await listOutbox();
    if (item) await markRefused(item, 'unknown-sealing-key');
    expect(await whereabouts()).toEqual(['refused']);
  });

  test('is not with the council as long as a part of it has not gone', async () => {
    const { handOff, deposit } = await aFile('First.', 'Second.');
    await theCouncilAnswers(deposit, { receipt: 'own' }, { status: 500 });
    await takeToCarry(handOff, now);
    await drain('time');
    expect(await whereabouts()).toEqual(['onPhone']);
  });

  test('and forgotten is not sent from here any more', async () => {
    const { handOff, deposit } = await aFile('First.');
    await takeToCarry(handOff, now);
    await forgetCarried(handOff.id);
    await drain('person');
    expect(await reachedTheCouncil(deposit)).toEqual([]);
    expect([...(await lyingIn('outbox')), ...(await lyingIn('carried'))]).toEqual([]);
  });

  test('stays when the person it is of follows it from here and forgets that again', async () => {
    const { handOff, followKey } = await aFile('First.');
    await takeToCarry(handOff, now);
    await adopt(followKey, statusOf(handOff.id));
    await forgetSent(handOff.id);
    expect(await whereabouts()).toEqual(['onPhone']);
    expect(await listOutbox()).toHaveLength(1);
  });
});

describe('the same file once more', () => {
  test('while it waits, or after it was delivered, changes nothing', async () => {
    const { handOff, deposit } = await aFile('First.');
    await theCouncilAnswers(deposit, { receipt: 'own' });
    await takeToCarry(handOff, now);
    expect(await takeToCarry(handOff, later)).toBe('waiting');
    await drain('time');
    expect(await takeToCarry(handOff, later)).toBe('delivered');
    await drain('person');
    expect(await reachedTheCouncil(deposit)).toHaveLength(1);
  });

  test('with more in it brings that alone, after what it adds to', async () => {
    const { handOff } = await aFile('First.', 'Second.');
    const [first, second] = handOff.items;
    if (!first || !second) throw new Error('Two were made.');
    await takeToCarry({ ...handOff, items: [first] }, now);
    expect(await takeToCarry(handOff, later)).toBe('taken');
    expect((await listOutbox()).map(({ body }) => body)).toEqual([first.body, second.body]);
    expect(await whereabouts()).toEqual(['onPhone']);
  });

  test('on the phone that it came from changes nothing: it goes from there by itself', async () => {
    const own = await queuedSealed();
    const handOff = await handOffOf(own.id, 'https://heard.example.org', 'A note.');
    if (!handOff || handOff === 'readable') throw new Error('Nothing to hand on.');
    expect(await takeToCarry(handOff, now)).toBe('own');
    expect(await listOutbox()).toEqual([own]);
    expect(await lyingIn('carried')).toEqual([]);
  });
});
