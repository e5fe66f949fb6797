import { beforeEach, expect, test } from 'vitest';
import { type Kept, onChange } from '../../src/device/changes.ts';
import { saveDraft } from '../../src/device/drafts.ts';
import { forgetEverything as forgetAll, forgetSent } from '../../src/device/forget.ts';
import { settle } from '../../src/device/outbox.ts';
import { keepOwnLook, readOwnLook } from '../../src/device/own-look.ts';
import { aDraft, forgetEverything, later, lyingIn, queued, receiptFor } from './this-device.ts';

beforeEach(forgetEverything);

test('one thing that was sent goes with its key and every version still on its way; the rest stays', async () => {
  const draft = aDraft();
  await queued('First.', undefined, draft);
  await queued('Second.', later, draft);
  const other = await queued('Another.');
  const begun = await saveDraft(aDraft());
  await forgetSent(draft.id);
  expect(await lyingIn('outbox')).toEqual([other]);
  expect(await lyingIn('sent')).toMatchObject([{ id: other.id }]);
  expect(await lyingIn('drafts')).toEqual([begun]);
  expect(JSON.stringify([await lyingIn('outbox'), await lyingIn('sent')])).not.toContain(draft.followKey);
});

test('what the council has already is forgotten too', async () => {
  const item = await queued();
  await settle(item, receiptFor(item));
  await forgetSent(item.id);
  expect(await lyingIn('sent')).toEqual([]);
});

test('what was begun to be added goes with it, for it carries the same key; what else was begun stays', async () => {
  const item = await queued();
  await settle(item, receiptFor(item));
  await saveDraft(aDraft({ id: item.id, followKey: item.followKey, isAddition: true }));
  const other = await saveDraft(aDraft());
  await forgetSent(item.id);
  expect(await lyingIn('drafts')).toEqual([other]);
});

test('everything goes, the database with it, and is announced', async () => {
  await saveDraft(aDraft());
  await queued();
  keepOwnLook({ size: 'bigger', letters: 'clear' });
  localStorage.setItem('heard-early-1', 'Typed before the app came.');
  const heard: Kept[] = [];
  const stop = onChange((kept) => heard.push(kept));
  await forgetAll();
  stop();
  expect(heard).toEqual(['drafts', 'outbox', 'sent', 'helper', 'lock', 'carried']);
  expect(JSON.stringify({ ...localStorage })).not.toContain('Typed before');
  expect(readOwnLook()).toEqual({ size: 'normal', letters: 'normal' });
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('heard');
});

test('after everything was forgotten the phone can be used again', async () => {
  await saveDraft(aDraft());
  await forgetAll();
  const draft = await saveDraft(aDraft());
  expect(await lyingIn('drafts')).toEqual([draft]);
});
