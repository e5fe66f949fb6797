import { done, type HandChecked, late, later, mayMove, next, on } from './row.ts';
import {
  corporate,
  corporateStage1,
  extended,
  happened,
  stage1,
  stage2,
  stage2Requested,
  stage2Responded,
  statutory,
} from './september.ts';

const corporateStage2: HandChecked[] = [
  corporate({
    why: 'corporate stage 1 answered: the rules give no last day for asking for stage 2, so none is shown',
    further: [],
    today: '2026-09-24',
    expect: corporateStage1,
  }),
  corporate({
    why: 'corporate stage 2 of Mon 5 Oct: acknowledge within 5, Mon 12; answer 20 from that → Mon 9 Nov, may move',
    further: happened(stage2Requested),
    today: '2026-10-05',
    expect: {
      ...corporateStage1,
      'stage2-acknowledge': next('2026-10-12', 5),
      'stage2-response': mayMove(later('2026-11-09', 25)),
    },
  }),
  corporate({
    why: 'corporate stage 2 acknowledged early, Wed 7 Oct: answer 20 from that → Wed 4 Nov',
    further: happened({ ...stage2Requested, 'stage2-acknowledged': '2026-10-07' }),
    today: '2026-10-07',
    expect: {
      ...corporateStage1,
      'stage2-acknowledge': done('2026-10-07', { due: '2026-10-12' }),
      'stage2-response': next('2026-11-04', 20),
    },
  }),
  corporate({
    why: 'corporate stage 2 acknowledged late, Wed 14 Oct: answer 20 from Mon 12, when it was due → Mon 9 Nov',
    further: happened({ ...stage2Requested, 'stage2-acknowledged': '2026-10-14' }),
    today: '2026-10-14',
    expect: {
      ...corporateStage1,
      'stage2-acknowledge': done('2026-10-14', { due: '2026-10-12' }),
      'stage2-response': next('2026-11-09', 18),
    },
  }),
  corporate({
    why: 'corporate stage 2 not acknowledged by Tue 13 Oct: late, and the answer of Mon 9 Nov is certain now',
    further: happened(stage2Requested),
    today: '2026-10-13',
    expect: {
      ...corporateStage1,
      'stage2-acknowledge': late('2026-10-12'),
      'stage2-response': next('2026-11-09', 19),
    },
  }),
  corporate({
    why: 'corporate stage 2 extended within its limit is due on the date given, Fri 27 Nov',
    further: [
      ...happened({ ...stage2Requested, 'stage2-acknowledged': '2026-10-07' }),
      extended('2026-11-03', { until: '2026-11-27' }),
    ],
    today: '2026-11-26',
    expect: {
      ...corporateStage1,
      'stage2-acknowledge': done('2026-10-07', { due: '2026-10-12' }),
      'stage2-response': next('2026-11-27', 1),
    },
  }),
  corporate({
    why: 'corporate stage 2 gets at most 20 more: 40 from the acknowledgement of Wed 7 Oct → Wed 2 Dec',
    further: [
      ...happened({ ...stage2Requested, 'stage2-acknowledged': '2026-10-07' }),
      extended('2026-11-03', { until: '2026-12-31' }),
    ],
    today: '2026-12-03',
    expect: {
      ...corporateStage1,
      'stage2-acknowledge': done('2026-10-07', { due: '2026-10-12' }),
      'stage2-response': late('2026-12-02'),
    },
  }),
  corporate({
    why: 'corporate stage 2 acknowledged late gets 40 from Mon 12 Oct, when it was due → Mon 7 Dec',
    further: [
      ...happened({ ...stage2Requested, 'stage2-acknowledged': '2026-10-14' }),
      extended('2026-11-03', { until: '2026-12-31' }),
    ],
    today: '2026-12-07',
    expect: {
      ...corporateStage1,
      'stage2-acknowledge': done('2026-10-14', { due: '2026-10-12' }),
      'stage2-response': next('2026-12-07', 0),
    },
  }),
  corporate({
    why: 'a day on which the council is closed, Wed 7 Oct, moves both: acknowledge Tue 13, answer Tue 10 Nov',
    closed: ['2026-10-07'],
    further: happened(stage2Requested),
    today: '2026-10-14',
    expect: {
      ...corporateStage1,
      'stage2-acknowledge': late('2026-10-13'),
      'stage2-response': next('2026-11-10', 19),
    },
  }),
  corporate({
    why: 'corporate stage 2 answered: there is no stage 3',
    further: happened({ ...stage2Requested, 'stage2-acknowledged': '2026-10-07', 'stage2-responded': '2026-11-04' }),
    today: '2026-11-05',
    expect: {
      ...corporateStage1,
      'stage2-acknowledge': done('2026-10-07', { due: '2026-10-12' }),
      'stage2-response': done('2026-11-04', { due: '2026-11-04' }),
    },
  }),
  {
    why: 'received in March 2026, stage 2 asked for in May: the old edition still, 20 from Tue 5 May, Mon 25 out → Wed 3 June',
    received: on('2026-03-02'),
    kind: 'complaint',
    route: 'corporate',
    happened: [
      ...happened({ acknowledged: '2026-03-03', 'stage1-answered': '2026-04-15', 'stage2-requested': '2026-05-05' }),
      extended('2026-05-29', { until: '2026-06-30' }),
    ],
    today: '2026-05-29',
    expect: {
      acknowledge: done('2026-03-03', { due: '2026-03-05' }),
      'stage1-answer': done('2026-04-15', { due: '2026-04-15' }),
      'stage2-response': next('2026-06-03', 3),
    },
  },
];

const ombudsman: HandChecked[] = [
  statutory({
    why: 'the Ombudsman asked on Fri 13 Nov, after stage 2: 28 calendar days → Fri 11 Dec, beside the panel still open',
    further: happened({ ...stage2Responded, 'ombudsman-asked': '2026-11-13' }),
    today: '2026-11-13',
    expect: { ...stage2, 'stage3-request-by': next('2026-12-07', 16), 'ombudsman-answer': later('2026-12-11', 20) },
  }),
  statutory({
    why: 'the Ombudsman asked on Sat 14 Nov: 28 calendar days end on a Saturday, 12 Dec, and stay there',
    further: happened({ ...stage2Responded, 'ombudsman-asked': '2026-11-14' }),
    today: '2026-12-12',
    expect: { ...stage2, 'ombudsman-answer': next('2026-12-12', 0) },
  }),
  statutory({
    why: 'the Ombudsman’s Saturday, 12 Dec, has passed on Sun 13',
    further: happened({ ...stage2Responded, 'ombudsman-asked': '2026-11-14' }),
    today: '2026-12-13',
    expect: { ...stage2, 'ombudsman-answer': late('2026-12-12') },
  }),
  statutory({
    why: 'the Ombudsman asked on Fri 27 Nov: 28 calendar days end on Christmas Day, closure days or not',
    closed: ['2026-12-24'],
    further: happened({ ...stage2Responded, 'ombudsman-asked': '2026-11-27' }),
    today: '2026-12-08',
    expect: { ...stage2, 'ombudsman-answer': next('2026-12-25') },
  }),
  corporate({
    why: 'the Ombudsman asked at 23:30Z on Sat 10 Oct, Sunday in London: 28 days over the change of clocks → Sun 8 Nov',
    further: [{ type: 'ombudsman-asked', at: '2026-10-10T23:30:00.000Z' }],
    today: '2026-10-12',
    expect: { ...corporateStage1, 'ombudsman-answer': next('2026-11-08') },
  }),
  corporate({
    why: 'the Ombudsman answered on Tue 10 Nov, two days after Sun 8: done, with both dates',
    further: [
      { type: 'ombudsman-asked', at: '2026-10-10T23:30:00.000Z' },
      { type: 'ombudsman-answered', at: on('2026-11-10') },
    ],
    today: '2026-11-11',
    expect: { ...corporateStage1, 'ombudsman-answer': done('2026-11-10', { due: '2026-11-08' }) },
  }),
  {
    why: 'anyone may ask the Ombudsman at any time: on Wed 9 Sept, before any answer → Wed 7 Oct',
    received: on('2026-09-07'),
    kind: 'complaint',
    happened: happened({ acknowledged: '2026-09-09', 'ombudsman-asked': '2026-09-09' }),
    today: '2026-09-09',
    expect: {
      acknowledge: stage1.acknowledge,
      'stage1-answer': mayMove(next('2026-09-23', 10)),
      'ombudsman-answer': later('2026-10-07', 20),
    },
  },
];

export const corporateStage2AndOmbudsmanRows: HandChecked[] = [...corporateStage2, ...ombudsman];
