import { describe, expect, test } from 'vitest';
import { morningOf } from '../../../src/domain/digest.ts';
import { StepName } from '../../../src/domain/steps.ts';
import { writeLate, writeMorning, writeStaysLate } from '../../../src/server/jobs/write-digest.ts';
import { digestCase } from '../../domain/an-office.ts';
import { council } from '../test-app.ts';

const place = { publicUrl: new URL('https://heard.example.gov.uk'), council };
const today = '2026-11-23';
const digest = { key: 'morning/2026-11-23/jo', today };

function morningText(cases: Parameters<typeof morningOf>[0]): string {
  return writeMorning(digest, morningOn(cases, today), new Set(), place).text;
}

function morningOn(...asked: Parameters<typeof morningOf>): NonNullable<ReturnType<typeof morningOf>> {
  const morning = morningOf(...asked);
  if (!morning) throw new Error('There is nothing to tell.');
  return morning;
}

describe('the words of the day', () => {
  test.each([...StepName.options, null])('there are some for %s', (step) => {
    const text = morningText([digestCase('a', { step, due: today })]);
    expect(text).toMatch(/- H-a: (the|passing|asking) [^:]+, due on Monday 23 November\n/);
  });

  test('a list that is long is cut, and says how many more there are', () => {
    const cases = Array.from({ length: 28 }, (_, index) => digestCase(String(index), { due: '2026-11-20' }));
    const text = morningText(cases);
    expect(text).toContain('LATE: 28 cases');
    expect(text.match(/^- /gm)).toHaveLength(25);
    expect(text).toContain('\n… and 3 more, at the desk\n');
  });

  test('what is only to be opened says no date that nobody is bound to', () => {
    const text = morningText([
      digestCase('a', { unread: true, step: 'stage2-request-by', due: today, optional: true }),
    ]);
    expect(text).toContain('NOT OPENED YET: 1 case\n- H-a: nobody has opened it yet\n');
  });

  test('one day late is one day', () => {
    const late = [{ ...digestCase('a', { team: 'compass', step: 'stage1-answer' }), due: '2026-11-20' }];
    expect(writeLate(digest, late, place).text).toContain('(1 working day late)');
  });

  test('a date of another year is told with it', () => {
    const late = [{ ...digestCase('a', { team: 'compass', step: 'stage1-answer' }), due: '2025-11-21' }];
    expect(writeLate(digest, late, place).text).toContain('Friday 21 November 2025');
    expect(writeStaysLate(digest, late, place).text).toContain('Friday 21 November 2025');
    const soon = [digestCase('b', { step: 'acknowledge', due: '2027-01-04' })];
    const text = writeMorning({ ...digest, today: '2026-12-31' }, morningOn(soon, '2026-12-31'), new Set(), place).text;
    expect(text).toContain('Monday 4 January 2027');
    expect(text).not.toContain('2026');
  });

  test('a team that nobody named, or that is no more, is none', () => {
    const late = [null, 'gone'].map((team) => ({ ...digestCase('a', { team }), due: '2026-11-16' }));
    expect(writeStaysLate(digest, late, place).text.match(/No team has it yet/g)).toHaveLength(2);
  });

  test('the id of an e-mail is the same when it is made again, and shows nobody’s address', () => {
    const late = [{ ...digestCase('a'), due: '2026-11-16' }];
    const ids = ['stays-late/2026-11-23/a@example.gov.uk', 'stays-late/2026-11-24/a@example.gov.uk'].flatMap((key) => [
      writeStaysLate({ key, today }, late, place).messageId,
      writeStaysLate({ key, today }, [], place).messageId,
    ]);
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(2);
    expect(ids.join()).toMatch(/^<reminder\.[0-9a-f]{32}@heard\.example\.gov\.uk>,/);
  });
});
