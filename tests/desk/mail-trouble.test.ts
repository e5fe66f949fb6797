import { expect, test } from 'vitest';
import { isMailTrouble } from '../../src/desk/MailSheet.tsx';
import type { MailState } from '../../src/domain/mail-api.ts';

const [early, late] = ['2026-11-23T07:30:00.000Z', '2026-11-23T08:30:00.000Z'];
const failure = { at: early, code: '550' };
const works: MailState = { isSet: true, lastSentAt: early, waiting: 0, waitingSince: null, lastFailure: null };

test.each<[string, Partial<MailState>, boolean]>([
  ['the last one went', {}, false],
  ['none was ever to go', { lastSentAt: null }, false],
  ['one has just been queued', { waiting: 1, waitingSince: late }, false],
  ['one was not taken, and went later', { lastFailure: failure, lastSentAt: late }, false],
  ['one was not taken, and nothing went since', { lastFailure: { ...failure, at: late } }, true],
  ['none was ever taken', { lastFailure: failure, lastSentAt: null }, true],
  ['others went, and one that was not taken waits', { lastFailure: failure, lastSentAt: late, waiting: 1 }, true],
  ['there is no mail server', { isSet: false }, true],
])('%s', (_, more, isTrouble) => {
  expect(isMailTrouble({ ...works, ...more })).toBe(isTrouble);
});
