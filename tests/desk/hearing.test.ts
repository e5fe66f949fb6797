import { expect, it } from 'vitest';
import { hearingOf, newHearing, recordingOf } from '../../src/desk/hearing.ts';

const today = '2026-11-20';
const heard = { ...newHearing(today), words: 'Nobody came.', voice: 'child', channel: 'phone' } as const;

it('sends who must not handle a complaint, and of a thank you nothing of it', () => {
  const said = (kind: 'complaint' | 'compliment') => recordingOf({ ...heard, kind, notThisPerson: ' Mr Reed ' }, today);
  expect(said('complaint')).toMatchObject({ recording: { said: { notThisPerson: 'Mr Reed' } } });
  expect(said('compliment')).not.toHaveProperty('recording.said.notThisPerson');
  expect(recordingOf({ ...heard, kind: 'complaint' }, today)).not.toHaveProperty('recording.said.notThisPerson');
});

it('reads what was left before there was a field for who must not handle it', () => {
  const { notThisPerson: _, ...before } = { ...heard, kind: 'complaint' };
  expect(hearingOf(before, today)).toMatchObject({ words: 'Nobody came.', notThisPerson: '' });
});

it('takes no day that is years ago', () => {
  expect(recordingOf({ ...heard, receivedOn: '1926-11-20' }, today)).toEqual({
    faults: [{ field: 'receivedOn', fault: 'longAgo' }],
  });
});
