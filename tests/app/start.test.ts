import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { adoptFromOtherTabs, freshStart, pathOf, readStart, withTyped } from '../../src/app/start.ts';
import { listDrafts, saveDraft } from '../../src/device/drafts.ts';
import { markRefused, settle } from '../../src/device/outbox.ts';
import { listSent } from '../../src/device/sent.ts';
import {
  aDraft,
  forgetEverything,
  later,
  layInto,
  lyingAsIs,
  lyingIn,
  queued,
  receiptFor,
  refuseStorage,
} from '../device/this-device.ts';

beforeEach(forgetEverything);
afterEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

test.each([
  ['/', '/'],
  ['/index.html', '/'],
  ['/tell', '/tell'],
  ['/tell/', '/tell'],
  ['/tell/index.html', '/tell'],
  ['/follow', '/follow'],
  ['/follow/', '/follow'],
  ['/somewhere/else', '/'],
  ['', '/'],
])('the address "%s" is %s', (pathname, path) => expect(pathOf(pathname)).toBe(path));

describe('a fresh start', () => {
  test('asks who it is, and from /tell opens at the words', () => {
    expect(freshStart('/').draft).toMatchObject({ step: 'who', seen: [], revision: 0, answers: {} });
    expect(freshStart('/tell').draft).toMatchObject({ step: 'words', seen: ['who'], revision: 0, answers: {} });
  });

  test('is a draft of its own each time', () => {
    expect(freshStart('/').draft.id).not.toBe(freshStart('/').draft.id);
  });

  test('writes nothing by itself', async () => {
    expect((await readStart('/tell', () => '')).kept).toMatchObject({ drafts: [], sent: [], carried: [] });
    expect(await lyingIn('drafts')).toEqual([]);
  });
});

test('what a battery that died has left is tidied up: the keys of what was sent, and names in the open', async () => {
  const sent = await queued();
  await layInto('sent', { ...((await lyingAsIs('sent'))[0] as object), label: 'Samira' });
  const root = await navigator.storage.getDirectory();
  const folders = await Promise.all(
    ['draft-keys', 'told-keys'].map((each) => root.getDirectoryHandle(each, { create: true })),
  );
  for (const folder of folders) await folder.getFileHandle('left-behind', { create: true });
  const left = async () => (await Promise.all(folders.map((each) => Array.fromAsync(each.keys())))).flat();
  await readStart('/', () => '');
  await expect.poll(left).not.toContain('left-behind');
  await expect.poll(async () => JSON.stringify(await lyingAsIs('sent'))).not.toContain('Samira');
  expect(await listSent()).toMatchObject([{ id: sent.id, label: 'Samira' }]);
});

describe('what this phone keeps', () => {
  test('is there from the start, each with where it is', async () => {
    const draft = await saveDraft(aDraft());
    const refused = await queued('Refused.', '2026-11-20T12:00:00.000Z');
    const [waiting, arrived] = [await queued('Waiting.', later), await queued('Arrived.')];
    await markRefused(refused, 'wrong-key');
    await settle(arrived, receiptFor(arrived));
    const { kept, draft: fresh } = await readStart('/', () => '');
    expect(kept.drafts).toEqual([draft]);
    expect(kept.sent.map(({ id, whereabouts }) => [id, whereabouts])).toEqual([
      [refused.id, 'refused'],
      [waiting.id, 'onPhone'],
      [arrived.id, 'received'],
    ]);
    expect(fresh).toMatchObject({ revision: 0, step: 'who' });
  });

  test('the council has, but what was added to it is still on this phone', async () => {
    const draft = aDraft();
    const first = await queued('First.', undefined, draft);
    await queued('Second.', later, draft);
    await settle(first, receiptFor(first));
    expect((await readStart('/', () => '')).kept.sent).toMatchObject([{ whereabouts: 'adding' }]);
  });

  test('and was begun last goes on at /tell, at the words', async () => {
    await saveDraft(aDraft({ answers: { words: 'Older.' } }));
    const latest = await saveDraft(aDraft({ answers: { words: 'Newer.' }, step: 'check', changedAt: later }));
    expect((await readStart('/tell', () => '')).draft).toEqual({ ...latest, step: 'words' });
  });

  test('does not go on by itself when somebody has hidden it since, and does once it was written on', async () => {
    await saveDraft(aDraft());
    localStorage.setItem('heard-hidden', later);
    expect((await readStart('/tell', () => '')).draft).toMatchObject({ revision: 0, answers: {} });
    const latest = await saveDraft(aDraft({ changedAt: '2026-11-20T11:00:00.001Z' }));
    expect((await readStart('/tell', () => '')).draft.id).toBe(latest.id);
  });

  test('cannot be read: everything starts afresh all the same', async () => {
    await saveDraft(aDraft());
    const allowAgain = await refuseStorage();
    const { draft, kept } = await readStart('/tell', () => '');
    expect(draft).toMatchObject({ step: 'words', revision: 0, answers: {} });
    expect(kept).toEqual({ drafts: [], sent: [], carried: [] });
    await allowAgain();
  });
});

describe('what was typed before the app came', () => {
  const tell = freshStart('/tell');

  test('is the beginning of a new draft', () => {
    expect(withTyped(tell, 'early').draft).toEqual({ ...tell.draft, answers: { words: 'early' } });
  });

  test('goes behind what the draft holds, and nothing else of it changes', () => {
    const draft = aDraft({ step: 'words', answers: { kind: 'comment', words: 'First.' } });
    expect(withTyped({ ...tell, draft }, 'Second.').draft).toEqual({
      ...draft,
      answers: { kind: 'comment', words: 'First.\nSecond.' },
    });
  });

  test('is nothing: the start stays what it is', () => {
    expect(withTyped(tell, '')).toBe(tell);
  });

  test('does not go into a draft whose words are not asked for here', () => {
    const start = freshStart('/');
    expect(withTyped(start, 'early')).toBe(start);
  });
});

test('what another tab leaves does not lie there until the next start', async () => {
  adoptFromOtherTabs(0);
  // A page does not hear of what it keeps itself.
  const other = document.createElement('iframe');
  document.body.append(other);
  other.contentWindow?.localStorage.setItem('heard-early-1', 'Left in another tab.');
  const words = async () => (await listDrafts()).map(({ answers }) => answers.words);
  await expect.poll(words).toEqual(['Left in another tab.']);
  await expect.poll(() => localStorage.length).toBe(0);
  other.remove();
});
