import { CaseAction } from '../../src/domain/case-actions.ts';
import type { CaseEvent } from '../../src/domain/case-events.ts';
import type { IsoDate } from '../../src/domain/dates.ts';
import { type Acting, type Plan, planAction } from '../../src/domain/plan-action.ts';
import type { Route } from '../../src/domain/routes.ts';
import { receivedOn, rulesWith } from './hand-checked/any-case.ts';
import { on } from './hand-checked/row.ts';
import { happened } from './hand-checked/september.ts';

export const letter = 'A letter.';
export const reason = 'A reason.';

/** A case that came on a day, with what happened to it, asked to take one more thing. */
export const jo = { id: 'jo', name: 'Jo Bloggs', email: 'jo.bloggs@example.gov.uk' };

export function plan(
  action: object,
  { events, today, ...more }: { events: CaseEvent[]; today: IsoDate } & Partial<Acting>,
): Plan {
  const body = CaseAction.parse({ revision: events.length, ...action });
  const [first] = events;
  const rules = rulesWith(first?.at.slice(0, 10) ?? '', []);
  const acting = { by: 'Jo', actor: jo, at: on(today), assignee: { team: 'looked-after' }, named: [] };
  return planAction({ ...acting, events, rules, today, ...more }, body);
}

export function complaint(route: Route, ...more: CaseEvent[]): CaseEvent[] {
  return [
    receivedOn('2026-09-07'),
    ...happened({ acknowledged: '2026-09-09' }),
    { type: 'route-confirmed', route, at: on('2026-09-09') },
    ...more,
  ];
}
export const answered = complaint('statutory', ...happened({ 'stage1-answered': '2026-09-21' }));
export const refusal = (problem: string, ...errors: [pointer: string, code: string][]) =>
  errors.length > 0 ? { problem, errors: errors.map(([pointer, code]) => ({ pointer, code })) } : { problem };

export function closedOn(date: IsoDate): CaseEvent {
  return { type: 'closed', outcome: 'not-upheld', themes: [], actions: [], at: on(date) };
}
