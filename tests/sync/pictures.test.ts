import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/device/keys.ts';
import { enqueue, listOutbox, settle } from '../../src/device/outbox.ts';
import { forgetPictures, letGoOfChildKey, listSent } from '../../src/device/sent.ts';
import { drain } from '../../src/sync/drain.ts';
import { handOverPictures } from '../../src/sync/pictures.ts';
import { aDraft, aParcel, forgetEverything, now, receiptFor } from '../device/this-device.ts';
import { leaveNoRoomFor, thereIsRoomAgain } from './no-room.ts';
import { reachedTheCouncil, theCouncilAnswers } from './the-council.ts';

beforeEach(forgetEverything);
afterEach(thereIsRoomAgain);

const pictureKey = [201, 17, 99, 240, 3, 156, 42];
const known = { status: 204 };

async function queuedWithPictures(more: object = {}) {
  const draft = aDraft();
  await enqueue(draft, { ...(await aParcel()), pictureKey, ...more }, now);
  return draft;
}

async function settled(more: object = {}) {
  const draft = await queuedWithPictures(more);
  for (const item of await listOutbox()) await settle(item, receiptFor(item));
  return draft;
}

const saidOf = async (key: string) => (await reachedTheCouncil(key)).filter(({ url }) => url.endsWith('/picture-key'));

describe('the pictures of what was sent', () => {
  test('go after the receipt, with the person’s own key, once, and never in what was sent', async () => {
    const { id, followKey } = await queuedWithPictures();
    await theCouncilAnswers(followKey, { receipt: 'own' }, known);
    await drain('network');
    await drain('network');
    const [submission, pictures, ...more] = await reachedTheCouncil(followKey);
    expect(submission?.url).toBe(`/submissions/${id}`);
    expect(JSON.stringify(submission)).not.toContain(pictureKey.join(','));
    expect(pictures).toMatchObject({ method: 'PUT', url: `/submissions/${id}/picture-key` });
    expect(JSON.parse(pictures?.body ?? '')).toEqual({ pictures: pictureKey });
    expect(more).toEqual([]);
    expect(await listSent()).toMatchObject([{ pictureKey, arePicturesKnown: true }]);
  });

  test.each([
    ['a server that is unwell', { status: 503 }],
    ['a captive portal', { status: 200, body: '<p>Sign in</p>' }],
    ['a network that breaks', { broken: 'at-once' as const }],
  ])('stay to be said after %s, and are said at the next time', async (_, answer) => {
    const { followKey } = await settled();
    await theCouncilAnswers(followKey, answer);
    await handOverPictures();
    expect((await listSent())[0]?.arePicturesKnown).toBeUndefined();
    await theCouncilAnswers(followKey, known);
    await drain('network');
    expect((await listSent())[0]?.arePicturesKnown).toBe(true);
  });

  test('are not said of what the council has no receipt for', async () => {
    const { followKey } = await queuedWithPictures();
    await theCouncilAnswers(followKey, { status: 503 });
    await drain('network');
    expect(await saidOf(followKey)).toEqual([]);
  });

  test('that a full phone cannot note as said keep nobody else’s back', async () => {
    for (const { followKey } of [await settled(), await settled()]) await theCouncilAnswers(followKey, known);
    const [first, second] = await listSent();
    leaveNoRoomFor('sent', first?.id ?? '');
    await handOverPictures();
    for (const sent of [first, second]) expect(await saidOf(sent?.followKey ?? '')).toHaveLength(1);
    const areKnown = (await listSent()).map(({ id, arePicturesKnown }) => [id, arePicturesKnown]);
    expect(Object.fromEntries(areKnown)).toEqual({ [first?.id ?? '']: undefined, [second?.id ?? '']: true });
  });

  test('on a helper’s phone are the child’s, said with the child’s key, and gone with it', async () => {
    const helper = { followKey: 'the-helpers-own-key-of-22', deposit: await sha256('x'), label: 'Ola' };
    const draft = await settled({ helper });
    const [sent] = await listSent();
    expect(sent?.childKey).toBe(draft.followKey);
    await theCouncilAnswers(draft.followKey, known);
    await handOverPictures();
    expect(await saidOf(draft.followKey)).toHaveLength(1);
    expect(await saidOf(helper.followKey)).toEqual([]);
    await letGoOfChildKey(draft.id);
    expect((await listSent())[0]).not.toHaveProperty('pictureKey');
  });

  test('are taken off the phone alone: the way back from here stays', async () => {
    const { id, followKey } = await settled();
    await forgetPictures(id);
    const [sent] = await listSent();
    expect(sent).toMatchObject({ id, followKey });
    expect(sent).not.toHaveProperty('pictureKey');
  });
});
