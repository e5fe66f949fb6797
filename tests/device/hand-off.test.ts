import { beforeEach, describe, expect, test } from 'vitest';
import { takeToCarry } from '../../src/device/carry.ts';
import { handOffOf, readHandOff } from '../../src/device/hand-off.ts';
import { sha256 } from '../../src/device/keys.ts';
import { markRefused, settle } from '../../src/device/outbox.ts';
import type { HandOff } from '../../src/domain/hand-off.ts';
import golden from '../golden/0.1.0/to-send-3131302d.txt?raw';
import { aDraft, forgetEverything, later, now, queued, queuedSealed, receiptFor } from './this-device.ts';

beforeEach(forgetEverything);

const here = 'https://heard.example.org';

async function handedOn(id: string): Promise<HandOff> {
  const handOff = await handOffOf(id, here, 'A note.');
  if (!handOff || handOff === 'readable') throw new Error('Nothing to hand on.');
  return handOff;
}

describe('what is handed on', () => {
  test('is all that waits of one submission in its order, refused or not, with the hash of its key alone', async () => {
    const draft = aDraft();
    const first = await queuedSealed('First.', now, draft);
    const second = await queuedSealed('Second.', later, draft);
    await queuedSealed('Of somebody else.');
    await markRefused(first, 'unknown-sealing-key');
    const handOff = await handedOn(draft.id);
    const deposit = await sha256(draft.followKey);
    expect(handOff).toMatchObject({ to: here, id: draft.id });
    expect(handOff.items).toEqual([first, second].map(({ digest, body }) => ({ deposit, digest, body })));
    expect(JSON.stringify(handOff)).not.toContain(draft.followKey);
    expect(JSON.stringify(handOff)).not.toMatch(/First|Second|complaint/);
  });

  test('is nothing once the council has it', async () => {
    const item = await queuedSealed();
    await settle(item, receiptFor(item));
    expect(await handOffOf(item.id, here, 'A note.')).toBeUndefined();
  });

  test('is nothing where any of it could be read', async () => {
    const draft = aDraft();
    await queued('First.', now, draft);
    await queuedSealed('Second.', later, draft);
    expect(await handOffOf(draft.id, here, 'A note.')).toBe('readable');
  });

  test('is not what this phone only carries itself', async () => {
    const item = await queuedSealed();
    const handOff = await handedOn(item.id);
    await forgetEverything();
    await takeToCarry(handOff, now);
    expect(await handOffOf(item.id, here, 'A note.')).toBeUndefined();
  });
});

describe('a file', () => {
  const changed = async (change: (handOff: HandOff) => HandOff) => {
    const handOff = await handedOn((await queuedSealed()).id);
    return readHandOff(JSON.stringify(change(handOff)), here);
  };

  test('as it was made is read', async () => {
    const handOff = await handedOn((await queuedSealed()).id);
    expect(await readHandOff(JSON.stringify(handOff, null, 2), here)).toEqual(handOff);
  });

  // It may lie in somebody's downloads for years: this one is never changed, and what cannot read it is wrong.
  test('that 0.1.0 saved is read for ever', async () => {
    expect(await readHandOff(golden, here)).toEqual(JSON.parse(golden));
    expect(JSON.parse(golden)).toMatchObject({ id: '3131302d-a0a1-4f14-9183-8422502f91e2', items: [{}] });
  });

  test.each<[string, (handOff: HandOff) => HandOff]>([
    ['under another id', (handOff) => ({ ...handOff, id: crypto.randomUUID() })],
    [
      'for another key, under which the carrier could follow',
      ({ items, ...rest }) => ({ ...rest, items: items.map((item) => ({ ...item, deposit: 'X'.repeat(43) })) }),
    ],
    [
      'with one letter changed in what is sealed',
      ({ items, ...rest }) => ({
        ...rest,
        items: items.map((item) => ({ ...item, body: item.body.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) })),
      }),
    ],
  ])('%s is not sent', async (_, change) => {
    expect(await changed(change)).toEqual({ reason: 'damaged' });
  });
});
