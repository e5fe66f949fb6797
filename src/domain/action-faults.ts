import type { ActionOf } from './case-actions.ts';
import { type CaseEvent, latestOf } from './case-events.ts';
import { foundAgainstUs } from './closing.ts';
import type { Errors } from './problems.ts';
import type { Route } from './routes.ts';
import { endsOf, kindOf } from './standing.ts';

/** What is wrong with an action that no shape can say, because it rests on the case. */

export type Fault = Errors[number];

/** One person is never two of those who must be apart: who investigates, who watches over it, who sits on the panel. */
export function peopleFaults(
  events: readonly CaseEvent[],
  action: ActionOf<'appoint-stage2' | 'appoint-panel'>,
  route: Route | undefined,
): Fault[] {
  if (action.action === 'appoint-stage2') {
    const { investigatingOfficer, independentPerson } = action;
    const pointer = '/independentPerson';
    if (route === 'statutory' && !independentPerson) return [{ pointer, code: 'required' }];
    return independentPerson && isSame(investigatingOfficer, independentPerson)
      ? [{ pointer, code: 'same_person' }]
      : [];
  }
  const { investigatingOfficer = '', independentPerson = '' } = latestOf(events, 'stage2-appointed') ?? {};
  return action.people.flatMap((person, index) => {
    const others = [investigatingOfficer, independentPerson, ...action.people.slice(0, index)];
    return others.some((other) => isSame(other, person)) ? [{ pointer: `/people/${index}`, code: 'same_person' }] : [];
  });
}

export function closingFaults(events: readonly CaseEvent[], action: ActionOf<'close'>): Fault[] {
  const { outcome, category, learning, actions } = action;
  const isComplaint = kindOf(events) === 'complaint';
  const isWithdrawn = endsOf(events).includes('withdrawn');
  const isRefused = endsOf(events).includes('route-refused');
  const isFinding = outcome !== 'withdrawn' && outcome !== 'no-finding';
  const faults: Fault[] = [];
  if ((outcome === 'withdrawn') !== isWithdrawn || (isFinding && (!isComplaint || isRefused))) {
    faults.push({ pointer: '/outcome', code: 'not_allowed' });
  }
  if (isComplaint && !category) faults.push({ pointer: '/category', code: 'required' });
  if (foundAgainstUs.has(outcome) && !learning) faults.push({ pointer: '/learning', code: 'required' });
  if (foundAgainstUs.has(outcome) && actions.length === 0) faults.push({ pointer: '/actions', code: 'required' });
  return faults;
}

function isSame(a: string, b: string): boolean {
  return plain(a) !== '' && plain(a) === plain(b);
}

function plain(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
