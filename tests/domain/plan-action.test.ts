import { describe, expect, test } from 'vitest';
import type { CaseEvent } from '../../src/domain/case-events.ts';
import { extensionOf } from '../../src/domain/case-state.ts';
import type { IsoDate } from '../../src/domain/dates.ts';
import { answered, complaint, letter, plan, reason, refusal } from './acting.ts';
import { receivedOn, rulesWith } from './hand-checked/any-case.ts';
import { on } from './hand-checked/row.ts';
import { happened, stage2Requested } from './hand-checked/september.ts';

describe('the day on which something happened', () => {
  const today = '2026-09-18';
  const answer = (day?: IsoDate) =>
    plan(
      { action: 'answer-stage1', message: letter, ...(day && { on: day, told: 'letter' }) },
      { events: complaint('statutory'), today },
    );

  test('is kept when it was not today, and left out when it was', () => {
    expect(answer('2026-09-16')).toEqual([
      { type: 'stage1-answered', at: on(today), on: '2026-09-16', by: 'Jo', message: letter, told: 'letter' },
    ]);
    const now = { type: 'stage1-answered', at: on(today), by: 'Jo', message: letter };
    expect(answer(today)).toEqual([{ ...now, told: 'letter' }]);
    expect(answer()).toEqual([now]);
  });

  test('is not before it was received, not in the future, and not before what it follows', () => {
    expect(answer('2026-09-06')).toEqual(refusal('date-before-receipt'));
    expect(answer('2026-09-19')).toEqual(refusal('date-in-future'));
    expect(answer('2026-09-08')).toEqual(refusal('dates-out-of-order'));
    expect(answer('2026-09-09')).toHaveLength(1);
  });

  test('of what stands beside the stages follows only its own', () => {
    const consent = { action: 'record-consent', agrees: 'yes', who: 'The child', how: 'By phone' };
    expect(plan({ ...consent, on: '2026-09-07' }, { events: answered, today: '2026-10-01' })).toHaveLength(1);
    const events = [...answered, ...happened({ 'ombudsman-asked': '2026-09-28' })];
    const ombudsman = (day: IsoDate) => plan({ action: 'answer-ombudsman', on: day }, { events, today: '2026-10-01' });
    expect(ombudsman('2026-09-27')).toEqual(refusal('dates-out-of-order'));
    expect(ombudsman('2026-09-28')).toHaveLength(1);
  });

  test('is that of the true receipt, when staff wrote it down later', () => {
    const [first] = complaint('statutory');
    const events = [{ ...first, on: '2026-09-02' } as CaseEvent];
    const acknowledge = { action: 'acknowledge', message: letter, route: 'statutory', told: 'phone' };
    expect(plan({ ...acknowledge, on: '2026-09-03' }, { events, today })).toHaveLength(2);
    expect(plan({ ...acknowledge, on: '2026-09-01' }, { events, today })).toEqual(refusal('date-before-receipt'));
  });
});

describe('an answer that the person reads in the app only from today on', () => {
  const stage2 = [...answered, ...happened(stage2Requested)];
  const corporate2 = complaint('corporate', ...happened({ 'stage1-answered': '2026-09-21', ...stage2Requested }));
  test.each([
    ['acknowledge', [receivedOn('2026-09-07')], '2026-09-08', { route: 'statutory' }],
    ['refuse', [receivedOn('2026-09-07')], '2026-09-08', { reason, comeAgainOn: '2027-01-04' }],
    ['answer-stage1', complaint('statutory'), '2026-09-21', {}],
    ['acknowledge-stage2', stage2, '2026-10-06', {}],
    ['answer-stage2', corporate2, '2026-10-06', {}],
  ] as const)('was not given before unless it is said how: %s', (action, events, day, more) => {
    const give = (said: object) =>
      plan({ action, message: letter, ...more, ...said }, { events: [...events], today: '2026-10-07' });
    expect(give({ on: day })).toEqual(refusal('invalid-body', ['/told', 'required']));
    expect(give({ on: day, told: 'letter' })).toMatchObject([
      { on: day, told: 'letter' },
      ...(action === 'acknowledge' || action === 'refuse' ? [{}] : []),
    ]);
    expect(give({})).not.toHaveProperty('problem');
  });
});

describe('putting an answer off', () => {
  // Received Mon 7 Sept: 10 working days are Mon 21, 20 are Mon 5 Oct.
  const extend = (until: IsoDate, today: IsoDate, events = complaint('statutory')) =>
    plan({ action: 'extend', until, reason, message: letter }, { events, today });

  test('goes to the limit of the rules and no further', () => {
    expect(extend('2026-10-05', '2026-09-18')).toMatchObject([{ type: 'extended', stage: 1, until: '2026-10-05' }]);
    expect(extend('2026-10-06', '2026-09-18')).toEqual(refusal('past-limit'));
    expect(extend('2026-09-21', '2026-09-18')).toEqual(refusal('invalid-body', ['/until', 'not_later']));
  });

  test('is possible on the last day, and not once it is late', () => {
    expect(extend('2026-10-05', '2026-09-21')).toHaveLength(1);
    expect(extend('2026-10-05', '2026-09-22')).toEqual(refusal('past-limit'));
  });

  test('again has only what is left', () => {
    const once = complaint('statutory', {
      type: 'extended',
      stage: 1,
      until: '2026-09-30',
      reason,
      at: on('2026-09-18'),
    });
    expect(extend('2026-09-30', '2026-09-29', once)).toEqual(refusal('invalid-body', ['/until', 'not_later']));
    expect(extend('2026-10-05', '2026-09-29', once)).toHaveLength(1);
  });

  test('has no room before 1 April 2026 on the corporate route', () => {
    const events: CaseEvent[] = [
      receivedOn('2026-03-02'),
      ...happened({ acknowledged: '2026-03-03' }),
      { type: 'route-confirmed', route: 'corporate', at: on('2026-03-03') },
    ];
    expect(extend('2026-05-01', '2026-03-10', events)).toEqual(refusal('past-limit'));
    expect(extensionOf({ events, rules: rulesWith('2026-03-02', []), today: '2026-03-10' })).toBeUndefined();
  });

  test('of stage 2 goes to 65 working days from the request', () => {
    const events = [...answered, ...happened(stage2Requested)];
    expect(extend('2027-01-07', '2026-10-20', events)).toMatchObject([{ stage: 2 }]);
    expect(extend('2027-01-08', '2026-10-20', events)).toEqual(refusal('past-limit'));
  });
});

describe('resting', () => {
  // Received Mon 7 Sept: 10 working days are Mon 21.
  const pause = (on: IsoDate, today: IsoDate) =>
    plan({ action: 'pause', reason: 'court', on }, { events: complaint('statutory'), today });

  test('may be written down some days after it began, while the answer is in time', () => {
    expect(pause('2026-09-15', '2026-09-21')).toMatchObject([{ type: 'paused', on: '2026-09-15' }]);
  });

  test('does not begin once the answer is late, nor is it said then to have begun before', () => {
    expect(pause('2026-09-15', '2026-09-22')).toEqual(refusal('past-limit'));
    expect(pause('2026-09-22', '2026-09-22')).toEqual(refusal('past-limit'));
  });

  test('for a second reason begins while the case rests for the first', () => {
    const events = complaint('statutory', { type: 'paused', reason: 'court', at: on('2026-09-15') });
    expect(plan({ action: 'pause', reason: 'police' }, { events, today: '2026-10-15' })).toHaveLength(1);
  });
});

describe('asking for the next stage', () => {
  test('after its last day is taken with a reason', () => {
    // Until Mon 19 Oct.
    const ask = (more: object) =>
      plan({ action: 'request-stage2', ...more }, { events: answered, today: '2026-10-20' });
    expect(ask({})).toEqual(refusal('invalid-body', ['/reason', 'required']));
    expect(ask({ reason })).toMatchObject([{ type: 'stage2-requested', reason }]);
    expect(ask({ on: '2026-10-19' })).toHaveLength(1);
  });

  test('is possible when the first answer is late, and not on a day on which it was not', () => {
    const ask = (today: IsoDate, more: object = {}) =>
      plan({ action: 'request-stage2', ...more }, { events: complaint('statutory'), today });
    expect(ask('2026-09-21')).toEqual(refusal('not-yet'));
    expect(ask('2026-09-22')).toHaveLength(1);
    expect(ask('2026-09-22', { on: '2026-09-21' })).toEqual(refusal('not-yet'));
  });

  test('counts from the day on which the person asked, however late the council wrote or said the route', () => {
    // Received Mon 7 Sept: late on both routes after Wed 23 Sept. Acknowledged on Mon 28, asked for on Fri 25.
    const events = [receivedOn('2026-09-07'), ...happened({ acknowledged: '2026-09-28' })];
    const ask = (more: object, today = '2026-09-28') =>
      plan({ action: 'request-stage2', on: '2026-09-25', ...more }, { events, today });
    expect(ask({})).toEqual(refusal('invalid-body', ['/route', 'required']));
    expect(ask({ route: 'corporate' })).toMatchObject([
      { type: 'route-confirmed', route: 'corporate', on: '2026-09-25' },
      { type: 'stage2-requested', on: '2026-09-25' },
    ]);
    expect(ask({ route: 'corporate', on: '2026-09-23' })).toEqual(refusal('not-yet'));
    expect(plan({ action: 'answer-stage1', message: letter }, { events, today: '2026-09-28' })).toEqual(
      refusal('not-yet'),
    );
  });

  test('names no route where there is one', () => {
    const events = complaint('statutory');
    expect(plan({ action: 'request-stage2', route: 'corporate' }, { events, today: '2026-09-22' })).toEqual(
      refusal('invalid-body', ['/route', 'not_allowed']),
    );
  });

  test('day 20 opens stage 2, however long an advocate is looked for', () => {
    const events = complaint('statutory', { type: 'paused', reason: 'advocate', at: on('2026-09-10') });
    const ask = (today: IsoDate) => plan({ action: 'request-stage2' }, { events, today });
    expect(ask('2026-10-05')).toEqual(refusal('not-yet'));
    expect(ask('2026-10-06')).toHaveLength(1);
  });
});

describe('doing the same again', () => {
  const today = '2026-09-18';
  test('changes nothing: the same route, kind, person or reason to rest', () => {
    const events = complaint(
      'statutory',
      { type: 'assigned', to: { team: 'looked-after' }, at: on('2026-09-10') },
      { type: 'paused', reason: 'court', at: on('2026-09-10') },
    );
    const again = (action: object) => plan(action, { events, today });
    expect(again({ action: 'set-route', route: 'statutory' })).toEqual(refusal('already-done'));
    expect(again({ action: 'change-kind', kind: 'complaint', reason, message: letter })).toEqual(
      refusal('already-done'),
    );
    expect(again({ action: 'assign', to: { team: 'looked-after' } })).toEqual(refusal('already-done'));
    expect(again({ action: 'pause', reason: 'court' })).toEqual(refusal('already-done'));
    expect(again({ action: 'pause', reason: 'advocate' })).toHaveLength(1);
    expect(again({ action: 'set-route', route: 'corporate' })).toEqual(
      refusal('invalid-body', ['/reason', 'required']),
    );
    expect(again({ action: 'set-route', route: 'corporate', reason })).toHaveLength(1);
  });
});
