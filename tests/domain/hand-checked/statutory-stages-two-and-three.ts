import { done, type HandChecked, late, later, mayMove, next, on } from './row.ts';
import {
  extended,
  happened,
  stage1,
  stage2,
  stage2Began,
  stage2Requested,
  stage2Responded,
  stage3Began,
  stage3Requested,
  statutory,
} from './september.ts';

const statutoryStage2: HandChecked[] = [
  statutory({
    why: 'answered Mon 21 Sept: stage 2 may be asked for within 20, Tue 22 (1) … Mon 19 Oct (20)',
    further: [],
    today: '2026-09-22',
    expect: { ...stage1, 'stage2-request-by': next('2026-10-19', 19) },
  }),
  statutory({
    why: 'the last day for asking for stage 2, Mon 19 Oct, is still open',
    further: [],
    today: '2026-10-19',
    expect: { ...stage1, 'stage2-request-by': next('2026-10-19', 0) },
  }),
  statutory({
    why: 'stage 2 not asked for by Mon 19 Oct: on Tue 20 the step is gone, and nobody is late',
    further: [],
    today: '2026-10-20',
    expect: stage1,
  }),
  statutory({
    why: 'stage 2 asked for after its last day and taken all the same: 25 from Mon 2 Nov → Mon 7 Dec',
    further: happened({ 'stage2-requested': '2026-11-02' }),
    today: '2026-11-02',
    expect: {
      ...stage1,
      'stage2-request-by': done('2026-11-02', { due: '2026-10-19' }),
      'stage2-response': next('2026-12-07', 25),
    },
  }),
  statutory({
    why: 'stage 2 asked for on Mon 5 Oct: 25 from the request → Mon 9 Nov',
    further: happened(stage2Requested),
    today: '2026-10-06',
    expect: { ...stage2Began, 'stage2-response': next('2026-11-09', 24) },
  }),
  statutory({
    why: 'the date the statement was agreed, Mon 19 Oct, is kept and moves nothing: 25 from the request → Mon 9 Nov',
    further: happened({ ...stage2Requested, 'stage2-statement-agreed': '2026-10-19' }),
    today: '2026-11-10',
    expect: { ...stage2Began, 'stage2-response': late('2026-11-09') },
  }),
  statutory({
    why: 'stage 2 extended within 65 is due on the date given, Fri 11 Dec',
    further: [...happened(stage2Requested), extended('2026-11-06', { until: '2026-12-11' })],
    today: '2026-12-10',
    expect: { ...stage2Began, 'stage2-response': next('2026-12-11', 1) },
  }),
  statutory({
    why: 'stage 2 extended too far stops at 65 from Mon 5 Oct: Thu 24 Dec (58), Tue 29 (59), Mon 4 Jan (62), Thu 7 (65)',
    further: [...happened(stage2Requested), extended('2026-11-06', { until: '2027-01-29' })],
    today: '2027-01-07',
    expect: { ...stage2Began, 'stage2-response': next('2027-01-07', 0) },
  }),
  statutory({
    why: 'a council that counts from the agreed statement, Mon 19 Oct: 25 → Mon 23 Nov',
    stage2CountsFrom: 'statement-agreed',
    further: happened({ ...stage2Requested, 'stage2-statement-agreed': '2026-10-19' }),
    today: '2026-10-20',
    expect: { ...stage2Began, 'stage2-response': next('2026-11-23', 24) },
  }),
  statutory({
    why: 'a council that counts from the agreed statement, extended too far: 65 from Mon 19 Oct → Thu 21 Jan',
    stage2CountsFrom: 'statement-agreed',
    further: [
      ...happened({ ...stage2Requested, 'stage2-statement-agreed': '2026-10-19' }),
      extended('2026-11-06', { until: '2027-01-29' }),
    ],
    today: '2027-01-21',
    expect: { ...stage2Began, 'stage2-response': next('2027-01-21', 0) },
  }),
  statutory({
    why: 'a council that counts from the statement, none agreed yet: as if agreed today, Tue 6 Oct → Tue 10 Nov, and may move',
    stage2CountsFrom: 'statement-agreed',
    further: happened(stage2Requested),
    today: '2026-10-06',
    expect: { ...stage2Began, 'stage2-response': mayMove(next('2026-11-10', 25)) },
  }),
  statutory({
    why: 'an advocate is found from Mon 12 to Fri 16 Oct: stage 2 without Tue 13 … Fri 16 → Fri 13 Nov',
    further: [
      ...happened(stage2Requested),
      { type: 'paused', reason: 'advocate', at: on('2026-10-12') },
      { type: 'resumed', at: on('2026-10-16') },
    ],
    today: '2026-10-19',
    expect: { 'stage2-response': next('2026-11-13', 19) },
    others: 'may-stand-beside',
  }),
  statutory({
    why: 'a court’s pause of four days moves the 65 as well: from Thu 7 to Wed 13 Jan',
    further: [
      ...happened(stage2Requested),
      { type: 'paused', reason: 'court', at: on('2026-10-12') },
      { type: 'resumed', at: on('2026-10-16') },
      extended('2026-11-06', { until: '2027-01-29' }),
    ],
    today: '2027-01-12',
    expect: { 'stage2-response': next('2027-01-13', 1) },
    others: 'may-stand-beside',
  }),
  statutory({
    why: 'a pause that began after stage 2 was asked for leaves the last day for asking where it was, Mon 19 Oct',
    further: [
      ...happened(stage2Requested),
      { type: 'paused', reason: 'court', at: on('2026-10-12') },
      { type: 'resumed', at: on('2026-10-16') },
    ],
    today: '2026-10-19',
    expect: { ...stage2Began, 'stage2-response': next('2026-11-13', 19) },
  }),
  {
    why: 'a pause that began after stage 1 was answered, Mon 14 Sept, leaves the day it was due where it was, Mon 21',
    received: on('2026-09-07'),
    kind: 'complaint',
    route: 'statutory',
    happened: [
      ...happened({ acknowledged: '2026-09-09', 'stage1-answered': '2026-09-14' }),
      { type: 'paused', reason: 'court', at: on('2026-09-15') },
      { type: 'resumed', at: on('2026-09-18') },
    ],
    today: '2026-09-18',
    expect: { acknowledge: stage1.acknowledge, 'stage1-answer': done('2026-09-14', { due: '2026-09-21' }) },
    others: 'may-stand-beside',
  },
  statutory({
    why: 'a day on which the council is closed, Wed 7 Oct, does not move stage 2 of the statutory route: Mon 9 Nov',
    closed: ['2026-10-07'],
    further: happened(stage2Requested),
    today: '2026-10-06',
    expect: { ...stage2Began, 'stage2-response': next('2026-11-09') },
  }),
  {
    why: 'stage 1 was due Mon 21 Sept and never came: stage 2 is asked for instead, and runs 25 from Mon 5 Oct',
    received: on('2026-09-07'),
    kind: 'complaint',
    route: 'statutory',
    happened: happened({ acknowledged: '2026-09-09', ...stage2Requested }),
    today: '2026-10-05',
    expect: {
      acknowledge: stage1.acknowledge,
      'stage2-request-by': done('2026-10-05', { due: '2026-10-05' }),
      'stage2-response': next('2026-11-09', 25),
    },
  },
  {
    why: 'stage 1 answered late, Fri 25 Sept: 20 from the true answer, Mon 28 (1) … Fri 23 Oct (20)',
    received: on('2026-09-07'),
    kind: 'complaint',
    route: 'statutory',
    happened: happened({ acknowledged: '2026-09-09', 'stage1-answered': '2026-09-25' }),
    today: '2026-09-28',
    expect: {
      acknowledge: stage1.acknowledge,
      'stage1-answer': done('2026-09-25', { due: '2026-09-21' }),
      'stage2-request-by': next('2026-10-23', 19),
    },
  },
];

const stage3: HandChecked[] = [
  statutory({
    why: 'stage 2 answered Mon 9 Nov: a panel may be asked for within 20, Tue 10 (1) … Mon 7 Dec (20)',
    further: happened(stage2Responded),
    today: '2026-12-07',
    expect: { ...stage2, 'stage3-request-by': next('2026-12-07', 0) },
  }),
  statutory({
    why: 'a panel not asked for by Mon 7 Dec: on Tue 8 the step is gone',
    further: happened(stage2Responded),
    today: '2026-12-08',
    expect: stage2,
  }),
  statutory({
    why: 'a panel asked for on Mon 30 Nov meets within 30: Thu 24 Dec (18) … Thu 14 Jan; report Thu 21, answer Thu 11 Feb',
    further: happened(stage3Requested),
    today: '2026-11-30',
    expect: {
      ...stage3Began,
      'stage3-panel': next('2027-01-14', 30),
      'stage3-report': mayMove(later('2027-01-21', 35)),
      'stage3-response': mayMove(later('2027-02-11', 50)),
    },
  }),
  statutory({
    why: 'the panel met early, Wed 16 Dec: report 5 from that → Wed 23, answer 15 from the report → Mon 18 Jan',
    further: happened({ ...stage3Requested, 'stage3-panel-met': '2026-12-16' }),
    today: '2026-12-16',
    expect: {
      ...stage3Began,
      'stage3-panel': done('2026-12-16', { due: '2027-01-14' }),
      'stage3-report': next('2026-12-23', 5),
      'stage3-response': mayMove(later('2027-01-18', 20)),
    },
  }),
  statutory({
    why: 'the panel met late, Wed 27 Jan: report Wed 3 Feb, answer Wed 24 Feb',
    further: happened({ ...stage3Requested, 'stage3-panel-met': '2027-01-27' }),
    today: '2027-01-27',
    expect: {
      ...stage3Began,
      'stage3-panel': done('2027-01-27', { due: '2027-01-14' }),
      'stage3-report': next('2027-02-03', 5),
      'stage3-response': mayMove(later('2027-02-24', 20)),
    },
  }),
  statutory({
    why: 'the panel reported on Fri 18 Dec: answer 15 from that, Mon 21 (1), Thu 24 (4), Tue 29 (5) … Wed 13 Jan (15)',
    further: happened({ ...stage3Requested, 'stage3-panel-met': '2026-12-16', 'stage3-panel-reported': '2026-12-18' }),
    today: '2026-12-18',
    expect: {
      ...stage3Began,
      'stage3-panel': done('2026-12-16', { due: '2027-01-14' }),
      'stage3-report': done('2026-12-18', { due: '2026-12-23' }),
      'stage3-response': next('2027-01-13', 15),
    },
  }),
  statutory({
    why: 'no panel by Thu 14 Jan is late on Fri 15',
    further: happened(stage3Requested),
    today: '2027-01-15',
    expect: { ...stage3Began, 'stage3-panel': late('2027-01-14') },
    others: 'may-stand-beside',
  }),
  statutory({
    why: 'the whole statutory way, answered at its end: everything is done and nothing is next',
    further: happened({
      ...stage3Requested,
      'stage3-panel-met': '2026-12-16',
      'stage3-panel-reported': '2026-12-18',
      'stage3-responded': '2027-01-15',
    }),
    today: '2027-01-18',
    expect: {
      ...stage3Began,
      'stage3-panel': done('2026-12-16', { due: '2027-01-14' }),
      'stage3-report': done('2026-12-18', { due: '2026-12-23' }),
      'stage3-response': done('2027-01-15', { due: '2027-01-13' }),
    },
  }),
];

export const laterStatutoryRows: HandChecked[] = [...statutoryStage2, ...stage3];
