import type { CaseEvent } from '../../src/domain/case-events.ts';
import { londonDate } from '../../src/domain/dates.ts';
import { editionsInForce, type Procedure, type Rules, rulesOf } from '../../src/domain/procedure.ts';
import { closureRows } from './hand-checked/closures.ts';
import { corporateStage2AndOmbudsmanRows } from './hand-checked/corporate-stage-two-and-ombudsman.ts';
import { extensionAndPauseRows } from './hand-checked/extensions-and-pauses.ts';
import { holidayRows } from './hand-checked/holidays.ts';
import { overlappingRows } from './hand-checked/overlapping.ts';
import { receiptRows } from './hand-checked/receipt.ts';
import type { HandChecked } from './hand-checked/row.ts';
import { stageOneRows } from './hand-checked/stage-one.ts';
import { laterStatutoryRows } from './hand-checked/statutory-stages-two-and-three.ts';
import { withoutRouteRows } from './hand-checked/without-route.ts';

export const handCheckedDates: HandChecked[] = [
  ...receiptRows,
  ...holidayRows,
  ...stageOneRows,
  ...extensionAndPauseRows,
  ...closureRows,
  ...laterStatutoryRows,
  ...corporateStage2AndOmbudsmanRows,
  ...overlappingRows,
  ...withoutRouteRows,
];

/** The figures of the rules as they were written down for the product, apart from any council's file. */
export const procedure: Procedure = {
  receivedOnNonWorkingDay: 'counts-from-that-date',
  closureDays: [],
  feedback: [
    {
      ...{ id: 'feedback', effectiveFrom: '2006-09-01', source: 'rules' },
      ...{ acknowledgeWithin: 3, passOnWithin: 3, answerMessagesWithin: 2 },
    },
  ],
  statutory: [
    {
      id: 'statutory',
      effectiveFrom: '2006-09-01',
      source: 'rules',
      stage1: { answerWithin: 10, extendableTo: 20, countedFrom: 'receipt' },
      stage2: { answerWithin: 25, extendableTo: 65, countedFrom: 'request', requestWithin: 20 },
      stage3: { requestWithin: 20, panelWithin: 30, reportWithin: 5, responseWithin: 15 },
    },
  ],
  corporate: [
    {
      id: 'corporate-before-2026',
      effectiveFrom: '2010-01-01',
      source: 'rules',
      stage1: { answerWithin: 30, extendableTo: 30, countedFrom: 'receipt' },
      stage2: { answerWithin: 20, extendableTo: 20, countedFrom: 'request' },
    },
    {
      id: 'corporate-2026',
      effectiveFrom: '2026-04-01',
      source: 'rules',
      stage1: { answerWithin: 10, extendableTo: 20, countedFrom: 'acknowledgement' },
      stage2: { answerWithin: 20, extendableTo: 40, countedFrom: 'acknowledgement', acknowledgeWithin: 5 },
    },
  ],
  ombudsman: [{ id: 'ombudsman', effectiveFrom: '2010-01-01', source: 'rules', answerWithinCalendarDays: 28 }],
};

/** The case of a row, as it would be recorded, and the rules it lives under. */
export function caseOf(row: HandChecked): { events: CaseEvent[]; rules: Rules } {
  const council = councilOf(row);
  // A case lives under the editions of its true date of receipt, not of the day on which staff wrote it down.
  const editions = editionsInForce(council, row.receivedOn ?? londonDate(row.received));
  const at = row.received;
  const events: CaseEvent[] = [
    { type: 'received', at, kind: row.kind, editions, ...(row.receivedOn && { on: row.receivedOn }) },
    ...(row.route ? [{ type: 'route-confirmed', at, route: row.route } as const] : []),
    ...(row.happened ?? []),
  ];
  return { events, rules: rulesOf(council, editions) };
}

function councilOf({ closed = [], receivedOnNonWorkingDay, stage2CountsFrom }: HandChecked): Procedure {
  return {
    ...procedure,
    receivedOnNonWorkingDay: receivedOnNonWorkingDay ?? procedure.receivedOnNonWorkingDay,
    closureDays: closed.map((date) => ({ date, reason: 'closed' })),
    statutory: procedure.statutory.map((edition) => ({
      ...edition,
      stage2: { ...edition.stage2, countedFrom: stage2CountsFrom ?? edition.stage2.countedFrom },
    })),
  };
}
