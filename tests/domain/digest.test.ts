import { describe, expect, test } from 'vitest';
import { casesOf, type DigestCase, morningOf } from '../../src/domain/digest.ts';
import { digestCase, type Who, watchOf } from './an-office.ts';

const monday = '2026-11-23';

function ofWhom(cases: DigestCase[], people: Record<string, Who>): Record<string, string[]> {
  const watch = watchOf(cases, people);
  return Object.fromEntries(Object.keys(people).map((id) => [id, casesOf(id, watch).map(({ caseId }) => caseId)]));
}

describe('whose a case is in the morning', () => {
  const manager: Who = { roles: ['manager'], teams: ['court'] };

  test('of whom it was given to, and of nobody else', () => {
    expect(ofWhom([digestCase('a', { assignee: 'jo' })], { jo: {}, sam: {} })).toEqual({ jo: ['a'], sam: [] });
  });

  test('nobody’s is every officer’s, whichever team has it, and not its manager’s', () => {
    const cases = [digestCase('a'), digestCase('b', { team: 'court' })];
    expect(ofWhom(cases, { jo: {}, sam: {}, ada: manager })).toEqual({ jo: ['a', 'b'], sam: ['a', 'b'], ada: [] });
  });

  test('what a manager was given by name is theirs', () => {
    const cases = [digestCase('a', { assignee: 'ada', team: 'court' })];
    expect(ofWhom(cases, { jo: {}, ada: manager })).toEqual({ jo: [], ada: ['a'] });
  });

  test('what was given to somebody who has gone is nobody’s', () => {
    expect(ofWhom([digestCase('a', { assignee: 'gone' })], { jo: {} })).toEqual({ jo: ['a'] });
  });

  test('so is what was given to somebody who may not see it any more', () => {
    const cases = [digestCase('a', { assignee: 'sam' })];
    expect(ofWhom(cases, { jo: {}, sam: { blind: ['a'] } })).toEqual({ jo: ['a'], sam: [] });
  });

  test('what no officer may see goes to whoever may', () => {
    const cases = [digestCase('a', { team: 'court' })];
    expect(ofWhom(cases, { jo: { blind: ['a'] }, ada: manager })).toEqual({ jo: [], ada: ['a'] });
  });

  test('who is not there has none', () => {
    expect(casesOf('nobody', watchOf([digestCase('a')], {}))).toEqual([]);
  });
});

describe('what is told of it', () => {
  const rows: [string, string | undefined, Partial<DigestCase>][] = [
    ['not safe, before everything', 'unsafe', { unsafeSince: '2026-11-20T10:00:00.000Z', due: '2026-11-01' }],
    ['late', 'late', { due: '2026-11-22', step: 'acknowledge', unread: true }],
    ['due today', 'today', { due: monday }],
    ['due tomorrow', 'soon', { due: '2026-11-24' }],
    ['due on the third working day', 'soon', { due: '2026-11-26' }],
    ['due on the fourth', undefined, { due: '2026-11-27' }],
    ['due on the fourth, and nobody opened it', 'unread', { due: '2026-11-27', unread: true }],
    ['nothing to do, and something new to read', 'unread', { unread: true }],
    ['nothing to do', undefined, {}],
    ['the person may do something, or not', undefined, { due: monday, optional: true }],
    ['the person might have done something', undefined, { due: '2026-11-20', optional: true }],
  ];
  test.each(rows)('%s', (_, part, more) => {
    expect(morningOf([digestCase('a', more)], monday)?.parts.map((each) => each.part)).toEqual(part && [part]);
  });

  test('"soon" goes over bank holidays', () => {
    const due = (date: string) => morningOf([digestCase('a', { due: date })], '2026-12-23')?.parts[0]?.part;
    expect([due('2026-12-30'), due('2026-12-31')]).toEqual(['soon', undefined]);
  });

  test('each case once, the most urgent first, and how many are unread and unacknowledged', () => {
    const cases = [
      digestCase('e', { due: '2026-11-30', unread: true }),
      digestCase('c', { due: '2026-11-20', unread: true, unacknowledged: true }),
      digestCase('b', { due: '2026-11-19' }),
      digestCase('d', { due: monday, unacknowledged: true }),
      digestCase('x', { due: '2026-12-20', unacknowledged: true }),
      digestCase('a', { unsafeSince: '2026-11-20T10:00:00.000Z', unread: true }),
    ];
    const morning = morningOf(cases, monday);
    expect(morning?.parts.map(({ part, cases: all }) => [part, all.map(({ caseId }) => caseId).join('')])).toEqual([
      ['unsafe', 'a'],
      ['late', 'bc'],
      ['today', 'd'],
      ['unread', 'e'],
    ]);
    expect([morning?.unread, morning?.unacknowledged]).toEqual([3, 2]);
  });
});
