import { describe, expect, it } from 'vitest';
import { type CaseFacts, type Holder, mayOpenCase } from '../../src/domain/case-facts.ts';
import { may, type Officer, type Role } from '../../src/domain/staff.ts';

const someone = (roles: Role[], teams: string[] = []): Officer => ({
  id: 'sam',
  name: 'Sam',
  email: 'sam@example.gov.uk',
  roles,
  teams,
});

describe('what a role may do', () => {
  it('is what any of the roles may, and nothing without one', () => {
    expect(may(someone(['administrator']), 'manage-people')).toBe(true);
    expect(may(someone(['administrator']), 'see-cases', 'see-own-team', 'act-on-cases')).toBe(false);
    expect(may(someone(['administrator', 'officer']), 'see-cases')).toBe(true);
    expect(may(someone(['reader']), 'see-figures')).toBe(true);
    expect(may(someone(['reader']), 'see-cases', 'see-own-team', 'manage-people')).toBe(false);
    expect(may(someone([]), 'see-figures')).toBe(false);
  });
});

describe('a case is open to', () => {
  const nobodys: Holder = { team: null, assignee: null };
  const openToAll: Omit<CaseFacts, keyof Holder> = { named: [], letIn: [], leftTo: null };
  const cases: [string, Officer, Holder, boolean][] = [
    ['an officer, whoever has it', someone(['officer']), { team: 'fostering', assignee: 'ola' }, true],
    ['an officer, while nobody has it', someone(['officer']), nobodys, true],
    ['no manager, while nobody has it', someone(['manager'], ['fostering']), nobodys, false],
    ['the manager of its team', someone(['manager'], ['fostering']), { team: 'fostering', assignee: null }, true],
    ['no manager of another team', someone(['manager'], ['placements']), { team: 'fostering', assignee: 'ola' }, false],
    ['the manager it was given to', someone(['manager']), { team: null, assignee: 'sam' }, true],
    ['no reader, even in its team', someone(['reader'], ['fostering']), { team: 'fostering', assignee: 'sam' }, false],
    ['no administrator', someone(['administrator'], ['fostering']), { team: 'fostering', assignee: 'sam' }, false],
  ];
  it.each(cases)('%s', (_, officer, holder, isOpen) => {
    expect(mayOpenCase(officer, { ...openToAll, ...holder })).toBe(isOpen);
  });
});
