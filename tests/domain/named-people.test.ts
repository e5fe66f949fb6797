import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseEvent } from '../../src/domain/case-events.ts';
import { type CaseFacts, caseFacts, isClosedTo, mayOpenCase } from '../../src/domain/case-facts.ts';
import { isKeptFrom, leftTo, namedPeople } from '../../src/domain/named-people.ts';
import { letIn } from '../../src/domain/safety-access.ts';
import { type Officer, Role } from '../../src/domain/staff.ts';
import { receivedOn } from './hand-checked/any-case.ts';
import { on } from './hand-checked/row.ts';

const at = on('2026-11-20');
const received = receivedOn('2026-11-20');
const person = (id: string, name: string) => ({ id, name, email: `${id}@example.gov.uk` });
const sarah = person('s1', 'Sarah Green');
const tom = person('t1', 'Tom Hill');
const matched = (said: string, ...staff: { id: string; name: string }[]): CaseEvent => ({
  type: 'named-person-matched',
  said,
  staff: staff.map(({ id, name }) => ({ id, name })),
  at,
  by: 'Jo',
});

describe('who was named', () => {
  test('is everybody who ever was, one way of typing a name being like another', () => {
    const named = namedPeople(
      [received],
      [{ notThisPerson: 'Tom', addition: 'a' }, { notThisPerson: 'Mrs Green' }, { notThisPerson: ' mrs  GREEN ' }, {}],
    );
    expect(named.map(({ said }) => said)).toEqual(['Mrs Green', 'Tom']);
  });

  test('is what was found out last, whichever way the name is typed in it', () => {
    const events = [received, matched('Tom', tom), matched('TOM', sarah)];
    expect(namedPeople(events, [{ notThisPerson: 'Tom' }])).toMatchObject([
      { state: 'matched', staff: [{ id: 's1' }] },
    ]);
  });

  test('by a role is as if it had been typed: one with words that say the same, kept from nobody until matched', () => {
    const versions = [
      { notThisRole: ['social-worker' as const, 'school' as const] },
      { notThisPerson: 'my social worker' },
    ];
    const named = namedPeople([received], versions);
    expect(named).toMatchObject([
      { said: 'My social worker', state: 'unmatched' },
      { said: 'Someone at school', state: 'unmatched' },
    ]);
    expect([sarah, tom, person('w1', 'Walker Social')].map((each) => isKeptFrom(each, named))).toEqual([
      false,
      false,
      false,
    ]);
    const known = namedPeople([received, matched('My social worker', sarah)], versions);
    expect([sarah, tom].map((each) => isKeptFrom(each, known))).toEqual([true, false]);
  });

  test('is nobody whom no version names, whatever an event says', () => {
    expect(namedPeople([received, matched('Tom', tom)], [{}])).toEqual([]);
  });
});

describe('whatever somebody is at the desk', () => {
  const anyOfficer = fc.record({
    ...{ id: fc.constant('s1'), name: fc.constant('Sarah Green'), email: fc.constant('s1@example.gov.uk') },
    roles: fc.subarray([...Role.options]),
    teams: fc.subarray(['fostering', 'placements']),
  });
  const anyHolder = fc.record({
    team: fc.constantFrom(null, 'fostering', 'placements'),
    assignee: fc.constantFrom(null, 's1', 't1'),
    leftTo: fc.constantFrom(null, 's1'),
  });
  const anyNaming = fc.constantFrom([matched('the tall one', sarah)], []);

  test('a case that names them is not open to them, whoever has it and whatever it is left to', () => {
    fc.assert(
      fc.property(anyOfficer, anyHolder, anyNaming, (officer: Officer, holder, found) => {
        const versions = [{ notThisPerson: found.length > 0 ? 'the tall one' : 'Sara' }];
        const named = namedPeople([received, ...found], versions);
        const facts: CaseFacts = { ...holder, named, letIn: [] };
        expect(mayOpenCase(officer, facts)).toBe(false);
        expect(isClosedTo(officer, { events: [received, ...found], versions }, at)).toBe(true);
        expect(mayOpenCase(officer, { ...facts, letIn: ['s1'] })).toBe(true);
      }),
    );
  });
});

describe('a case is left to the one whom the council names', () => {
  const staff = (who: typeof sarah, role: Role, isActive = true) => ({ ...who, roles: [role], isActive });
  const head = person('h1', 'Kit Moss');
  const named = namedPeople([received], [{ notThisPerson: 'Sarah' }]);
  const everybody = [staff(sarah, 'officer'), staff(head, 'manager'), staff(tom, 'officer', false)];

  test('when every officer who is there is kept from it', () => {
    expect(leftTo(named, everybody, 'H1@example.gov.uk')?.id).toBe('h1');
    expect(leftTo(named, [...everybody, staff(person('o1', 'Ola'), 'officer')], head.email)).toBeNull();
    expect(leftTo([], everybody, head.email)).toBeNull();
  });

  test('unless they are named too, have gone, or have no role for cases', () => {
    const both = namedPeople([received], [{ notThisPerson: 'Sarah and Kit' }]);
    expect(leftTo(both, everybody, head.email)).toBeNull();
    expect(leftTo(named, [staff(sarah, 'officer'), staff(head, 'manager', false)], head.email)).toBeNull();
    expect(leftTo(named, [staff(sarah, 'officer'), staff(head, 'reader')], head.email)).toBeNull();
  });

  test('and stays kept from whom it names', () => {
    const material = { events: [received], versions: [{ notThisPerson: 'Sarah' }], staff: everybody };
    const facts = caseFacts(material, head.email, at);
    expect(mayOpenCase({ ...head, roles: ['manager'], teams: [] }, facts)).toBe(true);
    expect(mayOpenCase({ ...sarah, roles: ['officer'], teams: [] }, facts)).toBe(false);
    expect(isKeptFrom(tom, facts.named)).toBe(false);
  });
});

test('somebody is let in only while a concern is open, and only for so long', () => {
  const raised: CaseEvent = { type: 'safety-raised', said: 'no', at };
  const agreed: CaseEvent = { type: 'safety-access-agreed', staff: sarah, until: on('2026-11-21'), at, by: 'Ola' };
  const accepted: CaseEvent = { type: 'safety-accepted', by: 'Jo', concern: 'One.', action: 'Rang.', at };
  expect(letIn([received, raised, agreed], at)).toEqual(['s1']);
  expect(letIn([received, raised, agreed], on('2026-11-21'))).toEqual([]);
  expect(letIn([received, raised, agreed, accepted], at)).toEqual([]);
  expect(letIn([received, raised, agreed, accepted, raised], at)).toEqual([]);
});
