import type { CaseEvent, PauseReason } from '../../../src/domain/case-events.ts';
import type { IsoDate } from '../../../src/domain/dates.ts';
import { done, type ExpectedStep, type HandChecked, late, mayMove, next, on } from './row.ts';

function extended(at: IsoDate, { until, stage = 1 }: { until: IsoDate; stage?: 1 | 2 }): CaseEvent {
  return { type: 'extended', stage, until, reason: 'complexity', at: on(at) };
}

function paused(reason: PauseReason, from: IsoDate, to?: IsoDate): CaseEvent[] {
  const start: CaseEvent = { type: 'paused', reason, at: on(from) };
  return to ? [start, { type: 'resumed', at: on(to) }] : [start];
}

type November = Omit<HandChecked, 'received' | 'kind' | 'expect'> & { answer: ExpectedStep };

/**
 * A case of Mon 2 Nov 2026, acknowledged on Wed 4 unless `happened` says when. Counted from receipt: 10 is Mon 16,
 * 20 is Mon 30. From Wed 4: 10 is Wed 18, 20 is Wed 2 Dec. From Thu 5, when it was due: Thu 19, Thu 3 Dec.
 */
function november({ answer, happened = [], ...row }: November): HandChecked {
  return {
    ...row,
    received: on('2026-11-02'),
    kind: 'complaint',
    happened: [{ type: 'acknowledged', at: on('2026-11-04') }, ...happened],
    expect: { acknowledge: done('2026-11-04', { due: '2026-11-05' }), 'stage1-answer': answer },
  };
}

const extensions: HandChecked[] = [
  november({
    why: 'statutory stage 1 extended within its limit is due on the date given, Tue 24 Nov',
    route: 'statutory',
    happened: [extended('2026-11-13', { until: '2026-11-24' })],
    today: '2026-11-18',
    answer: next('2026-11-24', 4),
  }),
  november({
    why: 'statutory stage 1 extended to its very limit: 20 from Mon 2 Nov → Mon 30',
    route: 'statutory',
    happened: [extended('2026-11-13', { until: '2026-11-30' })],
    today: '2026-11-30',
    answer: next('2026-11-30', 0),
  }),
  november({
    why: 'statutory stage 1 extended to Fri 11 Dec stops at day 20, Mon 30 Nov, and is late the day after',
    route: 'statutory',
    happened: [extended('2026-11-13', { until: '2026-12-11' })],
    today: '2026-12-01',
    answer: late('2026-11-30'),
  }),
  november({
    why: 'an extension to a day before the usual date, Tue 10 Nov, takes nothing away from Mon 16',
    route: 'statutory',
    happened: [extended('2026-11-06', { until: '2026-11-10' })],
    today: '2026-11-12',
    answer: next('2026-11-16', 2),
  }),
  november({
    why: 'of two extensions the further one stands, Wed 25 Nov',
    route: 'statutory',
    happened: [extended('2026-11-13', { until: '2026-11-20' }), extended('2026-11-20', { until: '2026-11-25' })],
    today: '2026-11-23',
    answer: next('2026-11-25', 2),
  }),
  november({
    why: 'an extension of stage 2 does not move stage 1, Mon 16 Nov',
    route: 'statutory',
    happened: [extended('2026-11-06', { until: '2026-11-27', stage: 2 })],
    today: '2026-11-09',
    answer: next('2026-11-16', 5),
  }),
  november({
    why: 'corporate stage 1 of 2026 extended within its limit is due on the date given, Wed 25 Nov',
    route: 'corporate',
    happened: [extended('2026-11-17', { until: '2026-11-25' })],
    today: '2026-11-19',
    answer: next('2026-11-25', 4),
  }),
  november({
    why: 'corporate stage 1 of 2026 gets at most 10 more: 20 from the acknowledgement of Wed 4 Nov → Wed 2 Dec',
    route: 'corporate',
    happened: [extended('2026-11-17', { until: '2026-12-31' })],
    today: '2026-12-01',
    answer: next('2026-12-02', 1),
  }),
  {
    why: 'acknowledged late on Thu 12 Nov, the limit too counts from Thu 5 when it was due: 20 → Thu 3 Dec',
    received: on('2026-11-02'),
    kind: 'complaint',
    route: 'corporate',
    happened: [{ type: 'acknowledged', at: on('2026-11-12') }, extended('2026-11-17', { until: '2026-12-31' })],
    today: '2026-12-03',
    expect: { acknowledge: done('2026-11-12', { due: '2026-11-05' }), 'stage1-answer': next('2026-12-03', 0) },
  },
  {
    why: 'the old corporate edition has no extension: 30 from Mon 2 Mar 2026 stays Wed 15 Apr',
    received: on('2026-03-02'),
    kind: 'complaint',
    route: 'corporate',
    happened: [{ type: 'acknowledged', at: on('2026-03-05') }, extended('2026-04-10', { until: '2026-04-30' })],
    today: '2026-04-16',
    expect: { acknowledge: done('2026-03-05', { due: '2026-03-05' }), 'stage1-answer': late('2026-04-15') },
  },
];

const pauses: HandChecked[] = [
  november({
    why: 'an advocate is found from Wed 4 to Wed 11 Nov: Tue 3 (1), Wed 4 (2), Thu 12 (3) … Mon 23 (10)',
    route: 'statutory',
    happened: paused('advocate', '2026-11-04', '2026-11-11'),
    today: '2026-11-12',
    answer: next('2026-11-23', 7),
  }),
  november({
    why: 'an advocate is found only on Wed 2 Dec: day 20 from receipt, Mon 30 Nov, stands and is late',
    route: 'statutory',
    happened: paused('advocate', '2026-11-04', '2026-12-02'),
    today: '2026-12-02',
    answer: late('2026-11-30'),
  }),
  november({
    why: 'an advocate is still being found on Tue 10 Nov: as if found today, Wed 11 (3) … Fri 20 (10), and may move',
    route: 'statutory',
    happened: paused('advocate', '2026-11-04'),
    today: '2026-11-10',
    answer: mayMove(next('2026-11-20', 8)),
  }),
  november({
    why: 'an advocate is still being found on Tue 24 Nov: no later than day 20, Mon 30 Nov',
    route: 'statutory',
    happened: paused('advocate', '2026-11-04'),
    today: '2026-11-24',
    answer: mayMove(next('2026-11-30', 4)),
  }),
  november({
    why: 'an advocate found on Fri 6 Nov gives Wed 18, but the extension to Wed 25 is later and stands',
    route: 'statutory',
    happened: [...paused('advocate', '2026-11-04', '2026-11-06'), extended('2026-11-13', { until: '2026-11-25' })],
    today: '2026-11-19',
    answer: next('2026-11-25', 4),
  }),
  november({
    why: 'a court’s pause from Wed 4 Nov to Wed 9 Dec is not capped: Tue 3 (1), Wed 4 (2), Thu 10 Dec (3) … Mon 21 (10)',
    route: 'statutory',
    happened: paused('court', '2026-11-04', '2026-12-09'),
    today: '2026-12-10',
    answer: next('2026-12-21', 7),
  }),
  november({
    why: 'a pause for the police still open on Wed 9 Dec: as if over today → Mon 21 Dec, and may move',
    route: 'statutory',
    happened: paused('police', '2026-11-04'),
    today: '2026-12-09',
    answer: mayMove(next('2026-12-21', 8)),
  }),
  november({
    why: 'a court’s pause moves day 20 as well: 5 days from Wed 4 to Wed 11 Nov → at most Mon 7 Dec',
    route: 'statutory',
    happened: [...paused('court', '2026-11-04', '2026-11-11'), extended('2026-11-13', { until: '2026-12-31' })],
    today: '2026-12-07',
    answer: next('2026-12-07', 0),
  }),
  november({
    why: 'a court’s pause on the corporate route: 10 from Wed 4 Nov without Thu 5 … Wed 11 → Thu 12 (1) … Wed 25 (10)',
    route: 'corporate',
    happened: paused('court', '2026-11-04', '2026-11-11'),
    today: '2026-11-12',
    answer: next('2026-11-25', 9),
  }),
  november({
    why: 'a pause from Fri 6 to Sun 8 Nov holds no working day, so it moves nothing: Mon 16',
    route: 'statutory',
    happened: paused('police', '2026-11-06', '2026-11-08'),
    today: '2026-11-09',
    answer: next('2026-11-16', 5),
  }),
  november({
    why: 'a pause from Fri 6 to Mon 9 Nov leaves out Monday: Tue 10 (5) … Tue 17 (10)',
    route: 'statutory',
    happened: paused('police', '2026-11-06', '2026-11-09'),
    today: '2026-11-09',
    answer: next('2026-11-17', 6),
  }),
  november({
    why: 'two pauses of two days each, Wed 4 to Fri 6 and Tue 10 to Thu 12 Nov → Mon 9 (3), Tue 10 (4), Fri 13 (5) … Fri 20',
    route: 'statutory',
    happened: [...paused('court', '2026-11-04', '2026-11-06'), ...paused('police', '2026-11-10', '2026-11-12')],
    today: '2026-11-13',
    answer: next('2026-11-20', 5),
  }),
  november({
    why: 'a pause written down late counts from its true dates, Wed 4 to Wed 11 Nov → Mon 23',
    route: 'statutory',
    happened: [
      { type: 'paused', reason: 'court', at: on('2026-11-12'), on: '2026-11-04' },
      { type: 'resumed', at: on('2026-11-13'), on: '2026-11-11' },
    ],
    today: '2026-11-13',
    answer: next('2026-11-23', 6),
  }),
  {
    why: 'a pause from Tue 3 to Fri 6 Nov does not move the acknowledgement, Thu 5; the answer: Mon 9 (2) … Thu 19 (10)',
    received: on('2026-11-02'),
    kind: 'complaint',
    route: 'statutory',
    happened: paused('court', '2026-11-03', '2026-11-06'),
    today: '2026-11-06',
    expect: { acknowledge: late('2026-11-05'), 'stage1-answer': next('2026-11-19', 9) },
  },
];

export const extensionAndPauseRows: HandChecked[] = [...extensions, ...pauses];
