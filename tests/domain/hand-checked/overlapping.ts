import { done, type HandChecked, late, later, mayMove, next, on } from './row.ts';
import { happened, stage1, stage3Began, stage3Requested, statutory } from './september.ts';

/** Two things at once: pauses that overlap, an extension and a pause, a step late while others count from it. */
export const overlappingRows: HandChecked[] = [
  {
    why: 'resting for an advocate from Wed 4 and a court from Fri 6 Nov to Wed 9 Dec: 3 and 4 count, Thu 10 Dec is (3), Mon 21 (10)',
    received: on('2026-11-02'),
    kind: 'complaint',
    route: 'statutory',
    happened: [
      ...happened({ acknowledged: '2026-11-03' }),
      { type: 'paused', reason: 'advocate', at: on('2026-11-04') },
      { type: 'paused', reason: 'court', at: on('2026-11-06') },
      { type: 'resumed', at: on('2026-12-09') },
    ],
    today: '2026-12-10',
    expect: { acknowledge: done('2026-11-03', { due: '2026-11-05' }), 'stage1-answer': next('2026-12-21', 7) },
  },
  {
    why: 'extended to Tue 24 Nov, then resting for a court over Wed 18, 19, 20 and Mon 23: four days later, Mon 30',
    received: on('2026-11-02'),
    kind: 'complaint',
    route: 'statutory',
    happened: [
      ...happened({ acknowledged: '2026-11-03' }),
      { type: 'extended', stage: 1, until: '2026-11-24', reason: 'complexity', at: on('2026-11-10') },
      { type: 'paused', reason: 'court', at: on('2026-11-17') },
      { type: 'resumed', at: on('2026-11-23') },
    ],
    today: '2026-11-24',
    expect: { acknowledge: done('2026-11-03', { due: '2026-11-05' }), 'stage1-answer': next('2026-11-30', 4) },
  },
  {
    why: 'corporate, extended to Fri 27 Nov, on which the council then closes: 10 from Wed 4 is Wed 18; until the next day open, Mon 30',
    received: on('2026-11-02'),
    kind: 'complaint',
    route: 'corporate',
    closed: ['2026-11-27'],
    happened: [
      ...happened({ acknowledged: '2026-11-04' }),
      { type: 'extended', stage: 1, until: '2026-11-27', reason: 'complexity', at: on('2026-11-10') },
    ],
    today: '2026-11-24',
    expect: { acknowledge: done('2026-11-04', { due: '2026-11-05' }), 'stage1-answer': next('2026-11-30', 3) },
  },
  {
    why: 'corporate, extended to Tue 24 Nov, resting for a court over Thu 19 and Fri 20, closed on that Friday: two days later all the same, Thu 26',
    received: on('2026-11-02'),
    kind: 'complaint',
    route: 'corporate',
    closed: ['2026-11-20'],
    happened: [
      ...happened({ acknowledged: '2026-11-04' }),
      { type: 'extended', stage: 1, until: '2026-11-24', reason: 'complexity', at: on('2026-11-10') },
      { type: 'paused', reason: 'court', at: on('2026-11-18') },
      { type: 'resumed', at: on('2026-11-20') },
    ],
    today: '2026-11-24',
    expect: { acknowledge: done('2026-11-04', { due: '2026-11-05' }), 'stage1-answer': next('2026-11-26', 2) },
  },
  {
    why: 'statutory, extended to Sat 21 Nov: until the next working day, Mon 23',
    received: on('2026-11-02'),
    kind: 'complaint',
    route: 'statutory',
    happened: [
      ...happened({ acknowledged: '2026-11-04' }),
      { type: 'extended', stage: 1, until: '2026-11-21', reason: 'complexity', at: on('2026-11-10') },
    ],
    today: '2026-11-18',
    expect: { acknowledge: done('2026-11-04', { due: '2026-11-05' }), 'stage1-answer': next('2026-11-23', 3) },
  },
  statutory({
    why: 'the panel is late since Thu 14 Jan: its report counts from today, Wed 20 → Wed 27, the response → Wed 17 Feb',
    further: happened(stage3Requested),
    today: '2027-01-20',
    expect: {
      ...stage3Began,
      'stage3-panel': late('2027-01-14'),
      'stage3-report': mayMove(next('2027-01-27', 5)),
      'stage3-response': mayMove(later('2027-02-17')),
    },
  }),
  {
    why: 'withdrawn on Wed 4 Nov, the Ombudsman asks on Fri 6: the council owes that answer all the same, Fri 4 Dec',
    received: on('2026-11-02'),
    kind: 'complaint',
    route: 'statutory',
    happened: happened({ withdrawn: '2026-11-04', 'ombudsman-asked': '2026-11-06' }),
    today: '2026-11-06',
    expect: { 'ombudsman-answer': next('2026-12-04') },
  },
  statutory({
    why: 'the Ombudsman’s answer of Mon 12 Oct comes before the person’s own last day to ask, Mon 19',
    further: happened({ 'ombudsman-asked': '2026-09-14' }),
    today: '2026-09-22',
    expect: {
      ...stage1,
      'stage2-request-by': later('2026-10-19'),
      'ombudsman-answer': next('2026-10-12', 14),
    },
  }),
];
