import { beforeEach, describe, expect, test } from 'vitest';
import { type Kept, onChange } from '../../src/device/changes.ts';
import {
  type Draft,
  DraftConflict,
  deleteDraft,
  findDraft,
  listDrafts,
  newDraft,
  saveDraft,
} from '../../src/device/drafts.ts';
import { aDraft, forgetEverything, later, layInto, lyingIn, now } from './this-device.ts';

beforeEach(forgetEverything);

async function changesDuring(work: () => Promise<unknown>): Promise<Kept[]> {
  const heard: Kept[] = [];
  const stop = onChange((kept) => heard.push(kept));
  await work().catch(() => undefined);
  stop();
  return heard;
}

test('a new draft has its id and key from the start, and nothing in it', () => {
  const draft = newDraft('who', [], now);
  expect(draft).toMatchObject({ revision: 0, answers: {}, step: 'who', seen: [], startedAt: now, changedAt: now });
  expect(draft.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(draft.followKey).toMatch(/^[\w-]{22}$/);
  expect(newDraft('who', [], now).id).not.toBe(draft.id);
});

describe('saving', () => {
  test('keeps the draft and counts the save', async () => {
    const draft = aDraft();
    const saved = await saveDraft(draft);
    expect(saved).toEqual({ ...draft, revision: 1 });
    expect(await findDraft(draft.id)).toEqual(saved);
    const again = await saveDraft({ ...saved, answers: { ...saved.answers, words: 'More.' } });
    expect(again.revision).toBe(2);
    expect(await lyingIn('drafts')).toEqual([again]);
  });

  test('over what another tab has saved since throws, and writes nothing', async () => {
    const read = await saveDraft(aDraft());
    const theirs = await saveDraft({ ...read, answers: { words: 'Theirs.' } });
    const heard = await changesDuring(() => saveDraft({ ...read, answers: { words: 'Mine.' } }));
    expect(heard).toEqual([]);
    await expect(saveDraft({ ...read, answers: { words: 'Mine.' } })).rejects.toBeInstanceOf(DraftConflict);
    expect(await lyingIn('drafts')).toEqual([theirs]);
  });

  test('a draft that is gone throws, and does not bring it back', async () => {
    const read = await saveDraft(aDraft());
    await deleteDraft(read.id);
    await expect(saveDraft(read)).rejects.toBeInstanceOf(DraftConflict);
    expect(await lyingIn('drafts')).toEqual([]);
  });

  test('twice at once from the same reading: one is kept whole, the other is told', async () => {
    const read = await saveDraft(aDraft());
    const both = await Promise.allSettled([
      saveDraft({ ...read, answers: { words: 'One.' } }),
      saveDraft({ ...read, answers: { words: 'Two.' } }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await findDraft(read.id))?.revision).toBe(2);
  });

  test('is announced once it is done', async () => {
    expect(await changesDuring(() => saveDraft(aDraft()))).toEqual(['drafts']);
  });
});

test('drafts are listed with the last changed first', async () => {
  const days = ['2026-11-19', '2026-11-21', '2026-11-20'].map((day) => `${day}T10:00:00.000Z`);
  for (const changedAt of days) await saveDraft(aDraft({ changedAt }));
  expect((await listDrafts()).map(({ changedAt }) => changedAt.slice(8, 10))).toEqual(['21', '20', '19']);
});

test('a deleted draft is gone, the others stay, and it is announced', async () => {
  const [one, other] = [await saveDraft(aDraft()), await saveDraft(aDraft({ changedAt: later }))];
  expect(await changesDuring(() => deleteDraft(one.id))).toEqual(['drafts']);
  expect(await findDraft(one.id)).toBeUndefined();
  expect(await listDrafts()).toEqual([other]);
});

test('what another tab has written since stays, when what was read before is no longer needed', async () => {
  const read = await saveDraft(aDraft());
  const theirs = await saveDraft({ ...read, answers: { words: 'Theirs.' } });
  await deleteDraft(read.id, read.revision);
  expect(await lyingIn('drafts')).toEqual([theirs]);
  await deleteDraft(theirs.id, theirs.revision);
  expect(await lyingIn('drafts')).toEqual([]);
});

describe('a stored thing that is no draft', () => {
  const { followKey: _, ...withoutKey } = aDraft();
  const strange: Record<string, object> = {
    'has no key': withoutKey,
    'has a revision that is no number': { ...aDraft(), revision: 'one' },
    'has an answer nobody may give': { ...aDraft(), answers: { kind: 'joke' } },
  };
  test.each(Object.entries(strange))('%s: it is not given out, and stays where it is', async (_name, thing) => {
    const good = await saveDraft(aDraft());
    await layInto('drafts', thing);
    const { id } = thing as Draft;
    expect(await findDraft(id)).toBeUndefined();
    expect(await listDrafts()).toEqual([good]);
    expect(await lyingIn('drafts')).toHaveLength(2);
  });
});

test('a draft that was never saved is not found', async () => {
  expect(await findDraft(crypto.randomUUID())).toBeUndefined();
  expect(await listDrafts()).toEqual([]);
});
