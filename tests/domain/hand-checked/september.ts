import type { CaseEvent, CaseEventType, EventOf } from '../../../src/domain/case-events.ts';
import type { Instant, IsoDate } from '../../../src/domain/dates.ts';
import { done, type HandChecked, on } from './row.ts';

/** What happens on a day and says no more than that. */
type Plain = {
  [Type in CaseEventType]: { type: Type; at: Instant } extends EventOf<Type> ? Type : never;
}[CaseEventType];

export function happened(dates: Partial<Record<Plain, IsoDate>>): CaseEvent[] {
  return (Object.entries(dates) as [Plain, IsoDate][]).map(([type, date]) => ({ type, at: on(date) }));
}

export function extended(at: IsoDate, { until }: { until: IsoDate }): CaseEvent {
  return { type: 'extended', stage: 2, until, reason: 'complexity', at: on(at) };
}

/** A statutory case of Mon 7 Sept 2026: acknowledged Wed 9, answered on its last day, Mon 21. */
const answeredInTime = happened({ acknowledged: '2026-09-09', 'stage1-answered': '2026-09-21' });
export const stage1 = {
  acknowledge: done('2026-09-09', { due: '2026-09-10' }),
  'stage1-answer': done('2026-09-21', { due: '2026-09-21' }),
};
/** Stage 2 asked for on Mon 5 Oct: 25 is Mon 9 Nov, 65 is Thu 7 Jan 2027. */
export const stage2Requested = { 'stage2-requested': '2026-10-05' };
export const stage2Began = { ...stage1, 'stage2-request-by': done('2026-10-05', { due: '2026-10-19' }) };
/** Stage 2 answered on its last day, so that a panel may be asked for until Mon 7 Dec; it was, on Mon 30 Nov. */
export const stage2Responded = { ...stage2Requested, 'stage2-responded': '2026-11-09' };
export const stage2 = { ...stage2Began, 'stage2-response': done('2026-11-09', { due: '2026-11-09' }) };
export const stage3Requested = { ...stage2Responded, 'stage3-requested': '2026-11-30' };
export const stage3Began = { ...stage2, 'stage3-request-by': done('2026-11-30', { due: '2026-12-07' }) };

type September = Omit<HandChecked, 'received' | 'kind' | 'route' | 'happened'> & { further: CaseEvent[] };

export function statutory({ further, ...row }: September): HandChecked {
  return {
    ...row,
    received: on('2026-09-07'),
    kind: 'complaint',
    route: 'statutory',
    happened: [...answeredInTime, ...further],
  };
}

/** A corporate case of Mon 7 Sept 2026: acknowledged Wed 9, answered on Wed 23, 10 from that. */
export const corporateStage1 = {
  acknowledge: done('2026-09-09', { due: '2026-09-10' }),
  'stage1-answer': done('2026-09-23', { due: '2026-09-23' }),
};

export function corporate({ further, ...row }: September): HandChecked {
  return {
    ...row,
    received: on('2026-09-07'),
    kind: 'complaint',
    route: 'corporate',
    happened: [...happened({ acknowledged: '2026-09-09', 'stage1-answered': '2026-09-23' }), ...further],
  };
}
