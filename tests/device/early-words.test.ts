import { beforeEach, expect, test } from 'vitest';
import { saveDraft } from '../../src/device/drafts.ts';
import { adoptEarlyWords, forgetEarlyWords } from '../../src/device/early-words.ts';
import { aDraft, forgetEverything, lyingIn } from './this-device.ts';

beforeEach(async () => {
  localStorage.clear();
  await forgetEverything();
});

const adopt = (typed = '') => adoptEarlyWords('words', ['who'], typed);
const left = (words: string) => localStorage.setItem(`heard-early-${words.length}`, words);

test('what was left before the app came becomes a draft of its own, once', async () => {
  left('It was unfair.');
  left('Another tab.');
  await Promise.all([adopt(), adopt()]);
  const drafts = await lyingIn('drafts');
  expect(drafts).toHaveLength(2);
  expect(drafts).toContainEqual(expect.objectContaining({ answers: { words: 'It was unfair.' }, step: 'words' }));
  expect(drafts).toContainEqual(expect.objectContaining({ answers: { words: 'Another tab.' }, seen: ['who'] }));
  expect(localStorage).toHaveLength(0);
});

test('it is as old as the page it was typed into', async () => {
  const opened = Date.parse('2026-11-20T10:00:00.000Z');
  localStorage.setItem(`heard-early-${opened}-0.25`, 'Typed, then hidden.');
  await adopt();
  expect(await lyingIn('drafts')).toEqual([expect.objectContaining({ changedAt: '2026-11-20T10:00:00.000Z' })]);
});

test('what the box of this page still holds, or a draft, becomes none', async () => {
  const draft = await saveDraft(aDraft({ answers: { words: 'Kept already, and more.' } }));
  left('Kept already');
  left('Still in the box');
  await adopt('Still in the box, and typed on.');
  expect(await lyingIn('drafts')).toEqual([draft]);
  expect(localStorage).toHaveLength(0);
});

test('what else this address keeps is left alone', async () => {
  localStorage.setItem('heard', 'kept');
  left('Words.');
  await adopt();
  expect({ ...localStorage }).toEqual({ heard: 'kept' });
});

test('a phone that forgets everything forgets these too', async () => {
  localStorage.setItem('heard', 'kept');
  left('Words.');
  forgetEarlyWords();
  expect({ ...localStorage }).toEqual({ heard: 'kept' });
});
