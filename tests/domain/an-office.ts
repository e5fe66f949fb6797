import type { DigestCase, Watch, Watcher } from '../../src/domain/digest.ts';
import type { Officer, Role } from '../../src/domain/staff.ts';

/** Cases and colleagues, of whom a test says only what it is about. */

export function digestCase(caseId: string, more: Partial<DigestCase> = {}): DigestCase {
  return {
    ...{ caseId, reference: `H-${caseId}`, team: null, assignee: null, unsafeSince: null, unread: false },
    ...{ unacknowledged: false, step: null, due: null, optional: false },
    ...more,
  };
}

const anOfficer: Role[] = ['officer'];

export interface Who {
  roles?: Role[];
  teams?: string[];
  /** What they may not see, beside what their roles say. */
  blind?: string[];
}

/** Officers unless said otherwise. */
export function watchOf(cases: DigestCase[], people: Record<string, Who>): Watch {
  const watchers = Object.entries(people).map(
    ([id, { roles = anOfficer, teams = [], blind = [] }]): [string, Watcher] => {
      const officer: Officer = { id, name: id, email: `${id}@example.gov.uk`, roles, teams };
      const maySee = ({ caseId, team, assignee }: DigestCase) =>
        !blind.includes(caseId) &&
        (roles.includes('officer') || assignee === id || (team !== null && teams.includes(team)));
      const sees = new Set(cases.filter(maySee).map(({ caseId }) => caseId));
      return [id, { officer, sees }];
    },
  );
  return { cases, watchers: new Map(watchers) };
}
