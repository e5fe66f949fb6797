import { describe, expect, test } from 'vitest';
import type { DigestCase } from '../../src/domain/digest.ts';
import { type LateTelling, lateTellings, periodOf, type Told, thingOf } from '../../src/domain/late-tellings.ts';
import { isWorkingDay } from '../../src/domain/working-days.ts';
import { digestCase, type Who, watchOf } from './an-office.ts';

const reminders = {
  ...({ at: '07:30', on: 'working-days' } as const),
  managers: { after: 1, repeatEvery: 5 },
  seniorManagers: { after: 5, repeatEvery: 10 },
};
const ada: Who = { roles: ['manager'], teams: ['court'] };
const seniors = ['director@example.gov.uk'];

function tellingsOn(today: string, cases: DigestCase[], people: Record<string, Who>, before: LateTelling[] = []) {
  const wasTold = (kind: string, told: Told) =>
    before.some((each) => each.kind === kind && each.told.some((one) => JSON.stringify(one) === JSON.stringify(told)));
  const watch = watchOf(cases, people);
  const isKeptFromSenior = () => false;
  return lateTellings({ watch, today, reminders, calendar: isWorkingDay, seniors, isKeptFromSenior, wasTold });
}

function whoIsTold(tellings: LateTelling[]): string[] {
  return tellings.flatMap(({ recipient, told }) => told.map(({ caseId }) => `${recipient}: ${caseId}`));
}

describe('the periods in which the same is told once', () => {
  test.each([
    [0, -1],
    [1, 0],
    [5, 0],
    [6, 1],
    [10, 1],
    [11, 2],
  ])('%i working days late, told from 1 and every 5: period %i', (days, period) => {
    expect(periodOf(days, { after: 1, repeatEvery: 5 })).toBe(period);
  });
});

describe('what is late is told', () => {
  // Due on a Friday.
  const late = digestCase('a', { team: 'court', assignee: 'jo', step: 'stage1-answer', due: '2026-11-20' });

  test('not on the day it is due, nor at the weekend; to who leads the team on the next working morning', () => {
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-22']) {
      expect(tellingsOn(day, [late], { jo: {}, ada })).toEqual([]);
    }
    expect(tellingsOn('2026-11-23', [late], { jo: {}, ada })).toEqual([
      {
        kind: 'late',
        recipient: 'ada',
        told: [{ recipient: 'ada', caseId: 'a', thing: 'stage1-answer 2026-11-20', period: 0 }],
      },
    ]);
  });

  test('not twice in a period, and again in the next', () => {
    const first = tellingsOn('2026-11-23', [late], { jo: {}, ada });
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-27']) {
      expect(whoIsTold(tellingsOn(day, [late], { jo: {}, ada }, first))).not.toContain('ada: a');
    }
    expect(whoIsTold(tellingsOn('2026-11-30', [late], { jo: {}, ada }, first))).toContain('ada: a');
  });

  test('another date of the same case is another thing, and a message that waits is one', () => {
    const first = tellingsOn('2026-11-23', [late], { jo: {}, ada });
    const next = { ...late, step: 'stage2-response', due: '2026-11-23' } as const;
    expect(whoIsTold(tellingsOn('2026-11-24', [next], { jo: {}, ada }, first))).toEqual(['ada: a']);
    expect(thingOf({ step: null, due: '2026-11-23' })).toBe('message 2026-11-23');
  });

  test('to senior managers once it has stayed late for five working days, whoever sees it', () => {
    expect(whoIsTold(tellingsOn('2026-11-26', [late], { jo: {} }))).toEqual([]);
    expect(whoIsTold(tellingsOn('2026-11-27', [late], { jo: {} }))).toEqual(['director@example.gov.uk: a']);
    expect(whoIsTold(tellingsOn('2026-11-27', [late], {}))).toEqual(['director@example.gov.uk: a']);
  });

  test('the first morning after a week in which nothing ran', () => {
    expect(whoIsTold(tellingsOn('2026-12-01', [late], { jo: {}, ada }))).toEqual([
      'ada: a',
      'director@example.gov.uk: a',
    ]);
  });

  test.each([
    ['leads another team', { ada: { ...ada, teams: ['fostering'] } }],
    ['may not see it', { ada: { ...ada, blind: ['a'] } }],
    ['is an officer and leads no team', { sam: { teams: ['court'] } }],
    ['has it in their own morning', { ada: { ...ada, roles: ['officer', 'manager'] } }],
  ] satisfies [string, Record<string, Who>][])('not to somebody who %s', (_, people) => {
    const row = { ...late, assignee: null };
    expect(tellingsOn('2026-11-23', [row], people)).toEqual([]);
  });

  test('not what only the person may do, and not what is to be read alone', () => {
    const cases = [
      digestCase('b', { team: 'court', due: '2026-11-01', optional: true }),
      digestCase('c', { team: 'court', unread: true }),
    ];
    expect(tellingsOn('2026-11-23', cases, { ada })).toEqual([]);
  });
});
