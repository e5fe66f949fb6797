import { describe, expect, test } from 'vitest';
import { CaseAction } from '../../src/domain/case-actions.ts';
import type { CaseEvent } from '../../src/domain/case-events.ts';
import type { IsoDate } from '../../src/domain/dates.ts';
import type { NamedPerson } from '../../src/domain/named-people.ts';
import { answered, plan, refusal } from './acting.ts';
import { on } from './hand-checked/row.ts';
import { happened, stage2Requested, stage2Responded } from './hand-checked/september.ts';

describe('people who must be apart', () => {
  const stage2 = [...answered, ...happened(stage2Requested)];
  const appoint = (more: object, events = stage2) =>
    plan({ action: 'appoint-stage2', investigatingOfficer: 'Ola Reed', ...more }, { events, today: '2026-10-06' });

  test('a statutory investigation has an independent person, who is not the officer', () => {
    expect(appoint({})).toEqual(refusal('invalid-body', ['/independentPerson', 'required']));
    const same = refusal('invalid-body', ['/independentPerson', 'same_person']);
    expect(appoint({ independentPerson: ' ola  REED ' })).toEqual(same);
    expect(appoint({ independentPerson: 'Kit Moss' })).toHaveLength(1);
  });

  test('the panel is three people, none of whom investigated', () => {
    const events = [
      ...answered,
      ...happened(stage2Requested),
      {
        type: 'stage2-appointed',
        investigatingOfficer: 'Ola Reed',
        independentPerson: 'Kit Moss',
        at: on('2026-10-06'),
      },
      ...happened({ 'stage2-reported': '2026-11-02', 'stage2-responded': stage2Responded['stage2-responded'] }),
      ...happened({ 'stage3-requested': '2026-11-30' }),
    ] satisfies CaseEvent[];
    const panel = (people: string[]) => plan({ action: 'appoint-panel', people }, { events, today: '2026-12-01' });
    expect(panel(['Ash Hill', 'Bea Cole', 'Cy Dale'])).toHaveLength(1);
    expect(panel(['Ash Hill', 'ash hill', 'Kit Moss'])).toEqual(
      refusal('invalid-body', ['/people/1', 'same_person'], ['/people/2', 'same_person']),
    );
    expect(CaseAction.safeParse({ action: 'appoint-panel', people: ['A', 'B'], revision: 1 }).success).toBe(false);
    const meets = (meetsOn: IsoDate) =>
      plan(
        { action: 'appoint-panel', people: ['Ash Hill', 'Bea Cole', 'Cy Dale'], meetsOn },
        { events, today: '2026-12-10' },
      );
    expect(meets('2026-11-29')).toEqual(refusal('invalid-body', ['/meetsOn', 'too_early']));
    expect(meets('2999-01-04')).toEqual(refusal('invalid-body', ['/meetsOn', 'too_far']));
    expect(meets('2026-12-04')).toHaveLength(1);
  });
});

describe('who must not handle it', () => {
  const events = [...answered, ...happened(stage2Requested)];
  const unmatched: NamedPerson[] = [{ said: 'mr reed', state: 'unmatched', staff: [] }];
  const matched: NamedPerson[] = [{ said: 'him', state: 'matched', staff: [{ id: 'x', name: 'Ola Reed' }] }];
  const notStaff: NamedPerson[] = [{ said: 'Ola Reed', state: 'not-staff', staff: [] }];

  test.each([unmatched, matched, notStaff])('comes to it by no name that is typed', (...named) => {
    const act = (action: object, happenedBefore = events) =>
      plan(action, { events: happenedBefore, today: '2026-12-01', named });
    const refused = (pointer: string) => refusal('must-not-handle', [pointer, 'must_not_handle']);
    const people = { investigatingOfficer: 'Ola Reed', independentPerson: 'Kit Moss' };
    expect(act({ action: 'appoint-stage2', ...people })).toEqual(refused('/investigatingOfficer'));
    const others = { investigatingOfficer: 'Kit Moss', independentPerson: 'Ash Hill' };
    expect(act({ action: 'appoint-stage2', ...others })).toHaveLength(1);
    expect(act({ action: 'accept-advocate', name: 'O. Reed' })).toEqual(refused('/name'));
    // A colleague who shares the surname is another, once it was said who is meant.
    const sharing = act({ action: 'accept-advocate', name: 'Kim Reed' });
    if (named[0]?.state === 'unmatched') expect(sharing).toEqual(refused('/name'));
    else expect(sharing).toHaveLength(1);
    expect(act({ action: 'accept-advocate', name: 'Bea Cole' })).toHaveLength(1);
    const asked = [
      ...events,
      ...happened({ 'stage2-reported': '2026-11-02', ...stage2Responded, 'stage3-requested': '2026-11-30' }),
    ];
    expect(act({ action: 'appoint-panel', people: ['Ash Hill', 'Ola Reed', 'Cy Dale'] }, asked)).toEqual(
      refused('/people/1'),
    );
  });
});
