import { dayOf, farthestAhead } from './action-dates.ts';
import type { ActionName, ActionOf, CaseAction } from './case-actions.ts';
import { type CaseEvent, dateHappened, latestOf } from './case-events.ts';
import { foundAgainstUs } from './closing.ts';
import type { IsoDate } from './dates.ts';
import { isNameKept, type NamedPerson } from './named-people.ts';
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

/** A day that is still to come, or was when it was set: not too far away, and not before `first`. */
export function aheadFaults(
  pointer: string,
  day: IsoDate,
  { first, today }: { first: IsoDate; today: IsoDate },
): Fault[] {
  if (day < first) return [{ pointer, code: 'too_early' }];
  return day > farthestAhead(today) ? [{ pointer, code: 'too_far' }] : [];
}

/** A panel meets after it was asked for. Written down late, it may have met already. */
export function meetingFaults(events: readonly CaseEvent[], meetsOn: IsoDate | undefined, today: IsoDate): Fault[] {
  const asked = latestOf(events, 'stage3-requested');
  if (!meetsOn || !asked) return [];
  return aheadFaults('/meetsOn', meetsOn, { first: dateHappened(asked), today });
}

/** What the person reads only from today on was given to them before in no other way than is said. */
export function toldFault(action: CaseAction, today: IsoDate): Fault | undefined {
  if (!isAnswer(action) || action.told || dayOf(action, today) === today) return undefined;
  return { pointer: '/told', code: 'required' };
}

function isAnswer(action: CaseAction): action is Answer {
  return answers.has(action.action);
}

type Answer = Extract<CaseAction, { told?: unknown }>;
const answers: ReadonlySet<ActionName> = new Set<Answer['action']>([
  ...(['acknowledge', 'refuse', 'answer-stage1', 'acknowledge-stage2', 'answer-stage2', 'answer-stage3'] as const),
]);

/** Who of those that an action names is like somebody who must not handle the case. */
export function keptFaults(action: ActionOf<Naming>, named: readonly NamedPerson[]): Fault[] {
  const typed: [pointer: string, name: string | undefined][] =
    action.action === 'appoint-panel'
      ? action.people.map((person, index) => [`/people/${index}`, person])
      : action.action === 'accept-advocate'
        ? [['/name', action.name]]
        : [
            ['/investigatingOfficer', action.investigatingOfficer],
            ['/independentPerson', action.independentPerson],
          ];
  return typed.flatMap(([pointer, name]) =>
    name && isNameKept(name, named) ? [{ pointer, code: 'must_not_handle' }] : [],
  );
}

type Naming = 'appoint-stage2' | 'appoint-panel' | 'accept-advocate';

export function closingFaults(events: readonly CaseEvent[], action: ActionOf<'close'>, today: IsoDate): Fault[] {
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
  const first = dayOf(action, today);
  faults.push(...actions.flatMap(({ due }, index) => aheadFaults(`/actions/${index}/due`, due, { first, today })));
  return faults;
}

function isSame(a: string, b: string): boolean {
  return plain(a) !== '' && plain(a) === plain(b);
}

function plain(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
