import { done, type HandChecked, later, mayMove, next, on, untouched } from './row.ts';

const betweenTheYears = ['2026-12-24', '2026-12-29', '2026-12-30', '2026-12-31'];

/** Days on which a council is closed move its own dates, and never one that the law sets. */
export const closureRows: HandChecked[] = [
  {
    why: 'closed between the years: Tue 22 Dec → acknowledge Wed 23 (1), Mon 4 (2), Tue 5 Jan (3); statutory stays Fri 8',
    received: on('2026-12-22'),
    kind: 'complaint',
    route: 'statutory',
    closed: betweenTheYears,
    today: '2026-12-22',
    expect: { acknowledge: next('2027-01-05', 3), 'stage1-answer': later('2027-01-08', 10) },
  },
  {
    why: 'closed between the years, corporate, acknowledged Wed 23 Dec → Mon 4 Jan (1) … Fri 15 (10)',
    received: on('2026-12-22'),
    kind: 'complaint',
    route: 'corporate',
    closed: betweenTheYears,
    happened: [{ type: 'acknowledged', at: on('2026-12-23') }],
    today: '2026-12-23',
    expect: { acknowledge: done('2026-12-23', { due: '2027-01-05' }), 'stage1-answer': next('2027-01-15', 10) },
  },
  {
    why: 'closed between the years, route open: statutory Fri 8 Jan, corporate 10 from Tue 5 → the later, Tue 19, may move',
    received: on('2026-12-22'),
    kind: 'complaint',
    closed: betweenTheYears,
    today: '2026-12-22',
    expect: { acknowledge: next('2027-01-05'), 'stage1-answer': mayMove(later('2027-01-19')) },
  },
  {
    why: 'closed between the years, a thank you of Tue 22 Dec is acknowledged and passed on by Tue 5 Jan',
    received: on('2026-12-22'),
    kind: 'compliment',
    closed: betweenTheYears,
    today: '2026-12-22',
    expect: untouched('2027-01-05'),
  },
  {
    why: 'closed on Thu 5 Mar 2026 under the old edition: acknowledge Fri 6; 30 from Mon 2 Mar becomes Thu 16 Apr',
    received: on('2026-03-02'),
    kind: 'complaint',
    route: 'corporate',
    closed: ['2026-03-05'],
    today: '2026-03-02',
    expect: { acknowledge: next('2026-03-06', 3), 'stage1-answer': later('2026-04-16', 30) },
  },
  {
    why: 'a closure day on Sat 21 Nov moves nothing: Fri 20 → Mon 23, Tue 24, Wed 25',
    received: on('2026-11-20'),
    kind: 'compliment',
    closed: ['2026-11-21'],
    today: '2026-11-20',
    expect: untouched('2026-11-25'),
  },
  {
    why: 'Sat 26 Dec, day 0 is Tue 29 by law though the council is closed: statutory Wed 30 (1) … Wed 13 Jan (10)',
    received: on('2026-12-26'),
    kind: 'complaint',
    route: 'statutory',
    closed: betweenTheYears,
    receivedOnNonWorkingDay: 'counts-from-next-working-day',
    today: '2026-12-26',
    expect: { 'stage1-answer': later('2027-01-13') },
    others: 'may-stand-beside',
  },
];
