import fc from 'fast-check';
import type { ActionName, CaseAction } from '../../src/domain/case-actions.ts';
import { addDays, type IsoDate } from '../../src/domain/dates.ts';

/** An action as somebody might send it, right or wrong, with dates before and after today. */
export interface AnyAction {
  /** Which of those that the table allows then. */
  pick: number;
  /** Days to wait before it. */
  wait: number;
  /** How many days before today it is said to have happened; negative is the future. */
  ago: number | undefined;
  ahead: number;
  first: boolean;
}

export const anyAction: fc.Arbitrary<AnyAction> = fc.record({
  pick: fc.nat(10_000),
  wait: fc.integer({ min: 0, max: 6 }),
  ago: fc.option(fc.integer({ min: -2, max: 30 }), { nil: undefined, freq: 1 }),
  ahead: fc.integer({ min: -5, max: 40 }),
  first: fc.boolean(),
});

/** Always done now. */
const undated: readonly ActionName[] = ['extend', 'accept-safety', 'write-message'];

/** The action itself, on a day, for a case with so many events. */
export function actionOf(
  name: ActionName,
  { ago, ahead, first }: AnyAction,
  today: IsoDate,
  revision: number,
): CaseAction {
  const on = ago === undefined ? undefined : addDays(today, -ago);
  const message = 'A letter.';
  const reason = 'A reason.';
  const own: { [Name in ActionName]?: object } = {
    'accept-safety': { concern: 'A concern.', done: 'What was done.' },
    'note-worse': { done: 'Rang them.' },
    'set-route': { route: first ? 'statutory' : 'corporate', reason },
    refuse: { reason, comeAgainOn: addDays(today, ahead), message },
    'change-kind': { kind: first ? 'complaint' : 'comment', reason, message },
    assign: { to: { team: 'looked-after' } },
    'record-consent': { agrees: 'yes', who: 'The child', how: 'By phone' },
    'judge-maturity': { canDecide: 'yes', why: reason },
    'refer-advocate': { service: 'A service' },
    'accept-advocate': { name: 'Sam Lee' },
    extend: { until: addDays(today, ahead), reason, message },
    pause: { reason: first ? 'advocate' : 'court' },
    'request-stage2': { reason },
    'appoint-stage2': { investigatingOfficer: 'Ola Reed', independentPerson: 'Kit Moss' },
    'request-stage3': { reason },
    'appoint-panel': { people: ['Ash Hill', 'Bea Cole', 'Cy Dale'] },
    close: {
      outcome: first ? 'upheld' : 'withdrawn',
      category: 'policy',
      themes: [],
      learning: 'Something.',
      actions: [{ what: 'Do it.', owner: 'A manager', due: today }],
    },
    'finish-learning': { number: 1 },
    reopen: { reason },
    'write-message': { message, asks: first },
  };
  const letters = ['acknowledge', 'answer-stage1', 'acknowledge-stage2', 'answer-stage2', 'answer-stage3'];
  return {
    action: name,
    revision,
    ...(letters.includes(name) && { message }),
    ...(on && [...letters, 'refuse'].includes(name) && { told: 'letter' }),
    ...own[name],
    ...(on && !undated.includes(name) && { on }),
  } as CaseAction;
}
