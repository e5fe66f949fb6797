import { afterEach, beforeEach, expect, test } from 'vitest';
import { listDrafts, saveDraft } from '../../src/device/drafts.ts';
import { closeLock, lockState } from '../../src/device/lock.ts';
import { forgetLocked, removeLetGo } from '../../src/device/lock-forget.ts';
import { setLock } from '../../src/device/lock-set.ts';
import { listOutbox, settle } from '../../src/device/outbox.ts';
import { adopt, keepPicturesKnown, keepStatus, listSent } from '../../src/device/sent.ts';
import { keepHelper } from '../../src/device/who-helps.ts';
import { aDraft, forgetEverything, later, lyingIn, queued, receiptFor, statusOf } from './this-device.ts';

beforeEach(forgetEverything);
afterEach(closeLock);

test('what is locked goes, with the lock, the helper and the ways to what was sent', async () => {
  await saveDraft(aDraft());
  await keepHelper({ helperName: 'Jo' });
  const item = await queued();
  await settle(item, receiptFor(item));
  await setLock([1, 2, 3, 4]);
  closeLock();
  await forgetLocked();
  expect(await lockState()).toBe('none');
  for (const store of ['drafts', 'sent', 'told', 'helper', 'lock'] as const)
    expect(await lyingIn(store), store).toEqual([]);
  const begun = await saveDraft(aDraft());
  expect(await listDrafts()).toEqual([begun]);
});

test('what still waits goes all the same, is shown to nobody, and leaves nothing when it is known whole', async () => {
  const draft = aDraft();
  const item = await queued('Some words.', undefined, draft);
  await setLock([1, 2, 3, 4]);
  await forgetLocked();
  expect(await listOutbox()).toEqual([item]);
  expect(await listSent()).toEqual([]);
  await settle(item, receiptFor(item));
  await keepPicturesKnown(item.id);
  await removeLetGo();
  expect(await lyingIn('sent')).toEqual([]);
});

test('who comes back with their pictures or their key sees it here again', async () => {
  const item = await queued();
  await settle(item, receiptFor(item));
  await keepStatus(item.id, statusOf(item.id));
  await queued('An addition that waits.', later, aDraft({ id: item.id, followKey: item.followKey }));
  await setLock([1, 2, 3, 4]);
  await forgetLocked();
  expect(await listSent()).toEqual([]);
  expect(JSON.stringify([await lyingIn('sent'), await lyingIn('told')])).not.toContain('letters');
  await adopt('another-key-1234567890', statusOf(item.id));
  expect(await listSent()).toMatchObject([{ id: item.id, followKey: 'another-key-1234567890' }]);
});
