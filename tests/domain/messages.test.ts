import { describe, expect, test } from 'vitest';
import type { CaseEvent } from '../../src/domain/case-events.ts';
import { messageAnswerBy, messagesReceived, messageWaitsSince, waitsForPerson } from '../../src/domain/messages.ts';
import { editionsInForce, rulesOf } from '../../src/domain/procedure.ts';
import { procedure } from './hand-checked-dates.ts';

const editions = editionsInForce(procedure, '2026-11-20');
const rules = rulesOf(procedure, editions);
const received: CaseEvent = { type: 'received', at: '2026-11-20T10:00:00.000Z', kind: 'complaint', editions };
const from = (at: string): CaseEvent => ({ type: 'message-received', at });
const to = (at: string, asks = false): CaseEvent => ({ type: 'message-sent', at, by: 'Jo', message: 'Hello', asks });

describe('a message of the person', () => {
  test.each([
    ['on a Monday', '2026-11-23T10:00:00.000Z', '2026-11-25'],
    ['on a Friday', '2026-11-27T10:00:00.000Z', '2026-12-01'],
    ['on a Saturday', '2026-11-28T10:00:00.000Z', '2026-12-01'],
    ['late at night in summer, when it is the next day in England', '2026-06-01T23:30:00.000Z', '2026-06-04'],
    ['before Christmas', '2026-12-23T10:00:00.000Z', '2026-12-29'],
  ])('%s is to be answered in two working days', (_, at, answerBy) => {
    expect(messageAnswerBy([received, from(at)], rules)).toBe(answerBy);
  });

  test('waits from the first that was not answered, however many follow', () => {
    const events = [received, from('2026-11-23T10:00:00.000Z'), from('2026-11-24T10:00:00.000Z')];
    expect(messageWaitsSince(events)).toBe('2026-11-23T10:00:00.000Z');
    expect(messagesReceived(events)).toEqual(['2026-11-23T10:00:00.000Z', '2026-11-24T10:00:00.000Z']);
  });

  test('waits no more once the council has written, in a message or in a letter', () => {
    const asked = [received, from('2026-11-23T10:00:00.000Z')];
    expect(messageAnswerBy([...asked, to('2026-11-24T10:00:00.000Z')], rules)).toBeUndefined();
    const letter: CaseEvent = {
      type: 'acknowledged',
      at: '2026-11-24T10:00:00.000Z',
      message: 'We have it.',
      by: 'Jo',
    };
    expect(messageAnswerBy([...asked, letter], rules)).toBeUndefined();
    const unwritten: CaseEvent = { type: 'stage2-requested', at: '2026-11-24T10:00:00.000Z' };
    expect(messageAnswerBy([...asked, unwritten], rules)).toBe('2026-11-25');
  });

  test('is to be answered by a date that the council’s closure days move', () => {
    const closed = { ...procedure, closureDays: [{ date: '2026-11-24', reason: 'Training' }] };
    expect(messageAnswerBy([received, from('2026-11-23T10:00:00.000Z')], rulesOf(closed, editions))).toBe('2026-11-26');
  });
});

describe('a question of the team', () => {
  test('waits for the person until they write or add something', () => {
    const asked = [received, to('2026-11-23T10:00:00.000Z', true)];
    expect(waitsForPerson(asked)).toBe(true);
    expect(waitsForPerson([...asked, from('2026-11-24T10:00:00.000Z')])).toBe(false);
    expect(waitsForPerson([...asked, { type: 'further-version', at: '2026-11-24T10:00:00.000Z' }])).toBe(false);
  });

  test('waits for nobody when it asked nothing, or a later message did not', () => {
    const told = to('2026-11-24T10:00:00.000Z');
    expect(waitsForPerson([received, told])).toBe(false);
    expect(waitsForPerson([received, to('2026-11-23T10:00:00.000Z', true), told])).toBe(false);
  });
});
