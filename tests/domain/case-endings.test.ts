import { describe, expect, test } from 'vitest';
import type { CaseEvent } from '../../src/domain/case-events.ts';
import { timelineOf } from '../../src/domain/timeline.ts';
import { answered, closedOn, complaint, letter, plan, reason, refusal } from './acting.ts';
import { receivedOn, rulesWith } from './hand-checked/any-case.ts';
import { on } from './hand-checked/row.ts';
import { happened, stage1 } from './hand-checked/september.ts';

const answeredNot = complaint('statutory');

describe('how a case ends', () => {
  const today = '2026-10-01';
  const reopened: CaseEvent = { type: 'reopened', reason, at: on(today) };
  const close = (more: object, events = answered) =>
    plan({ action: 'close', themes: [], actions: [], category: 'policy', ...more }, { events, today });
  const learned = { learning: 'Say it sooner.', actions: [{ what: 'Say it.', owner: 'Jo', due: '2026-11-02' }] };

  test('what was upheld, wholly or partly, has learning and an action', () => {
    for (const outcome of ['upheld', 'partly-upheld']) {
      expect(close({ outcome })).toEqual(refusal('invalid-body', ['/learning', 'required'], ['/actions', 'required']));
      expect(close({ outcome, ...learned })).toMatchObject([{ type: 'closed', outcome, ...learned }]);
    }
    expect(close({ outcome: 'not-upheld' })).toHaveLength(1);
  });

  test('a complaint has a category, and is not withdrawn unless it was', () => {
    expect(close({ outcome: 'not-upheld', category: undefined })).toEqual(
      refusal('invalid-body', ['/category', 'required']),
    );
    expect(close({ outcome: 'withdrawn' })).toEqual(refusal('invalid-body', ['/outcome', 'not_allowed']));
    const withdrawn = complaint('statutory', ...happened({ withdrawn: '2026-09-11' }));
    expect(close({ outcome: 'withdrawn' }, withdrawn)).toHaveLength(1);
    expect(close({ outcome: 'upheld', ...learned }, withdrawn)).toEqual(
      refusal('invalid-body', ['/outcome', 'not_allowed']),
    );
  });

  test('a closed case goes on from where it stood, and its answer stays', () => {
    const closed = [...answered, closedOn(today)];
    expect(plan({ action: 'request-stage2' }, { events: closed, today })).toEqual(refusal('case-closed'));
    const after = [...closed, reopened];
    expect(plan({ action: 'request-stage2' }, { events: after, today })).toHaveLength(1);
    expect(plan({ action: 'answer-stage1', message: letter }, { events: after, today })).toEqual(
      refusal('already-done'),
    );
  });
});

describe('a day that is still to come', () => {
  const today = '2026-09-21';
  // A date typed with a wrong year once kept the whole service counting days.
  test.each(['9999-12-31', '2999-01-01', '2031-10-01'])('is not as far away as %s', (far) => {
    const refuse = plan(
      { action: 'refuse', reason, comeAgainOn: far, message: letter },
      { events: answeredNot, today },
    );
    expect(refuse).toEqual(refusal('invalid-body', ['/comeAgainOn', 'too_far']));
    const actions = [{ what: 'Say it.', owner: 'Jo', due: far }];
    const close = { action: 'close', outcome: 'upheld', themes: [], actions, category: 'policy', learning: 'Say it.' };
    expect(plan(close, { events: answered, today })).toEqual(refusal('invalid-body', ['/actions/0/due', 'too_far']));
  });

  test('for what was learned is not before the closing', () => {
    const actions = [{ what: 'Say it.', owner: 'Jo', due: '2026-09-21' }];
    const close = { action: 'close', outcome: 'upheld', themes: [], actions, category: 'policy', learning: 'Say it.' };
    const early = refusal('invalid-body', ['/actions/0/due', 'too_early']);
    expect(plan(close, { events: answered, today: '2026-09-22' })).toEqual(early);
    expect(plan({ ...close, on: '2026-09-21' }, { events: answered, today: '2026-09-22' })).toHaveLength(1);
  });

  test('a case that was refused until such a day before is told all the same', () => {
    const refused: CaseEvent = { type: 'route-refused', reason, comeAgainOn: '9999-12-31', at: on(today) };
    const steps = timelineOf([...answeredNot, refused], rulesWith('2026-09-07', []), today);
    expect(steps).toContainEqual(expect.objectContaining({ step: 'come-again', due: '9999-12-31', state: 'next' }));
  });
});

describe('what the timeline makes of it', () => {
  const rules = rulesWith('2026-09-07', []);

  test('a closed case keeps what was done, and until when the person may ask for more', () => {
    const closed = [...answered, closedOn('2026-09-28')];
    expect(timelineOf(closed, rules, '2026-10-01')).toMatchObject([
      { step: 'acknowledge', ...stage1.acknowledge },
      { step: 'stage1-answer', ...stage1['stage1-answer'] },
      { step: 'stage2-request-by', due: '2026-10-19', state: 'next' },
    ]);
    expect(timelineOf(closed, rules, '2026-10-20')).toHaveLength(2);
  });

  test('a complaint that turns out to be an idea is passed on 3 working days after that', () => {
    // Wed 16 Sept: Thu 17 (1), Fri 18 (2), Mon 21 (3).
    const changed = complaint('statutory', { type: 'kind-changed', kind: 'comment', reason, at: on('2026-09-16') });
    expect(timelineOf(changed, rules, '2026-09-16')).toMatchObject([
      { step: 'acknowledge', state: 'done', doneAt: '2026-09-09' },
      { step: 'pass-on', state: 'next', due: '2026-09-21' },
    ]);
  });

  test('an idea that turns out to be a complaint is answered as if it had been one from the start', () => {
    const events: CaseEvent[] = [
      receivedOn('2026-09-07', 'comment'),
      ...happened({ acknowledged: '2026-09-09' }),
      { type: 'kind-changed', kind: 'complaint', reason, at: on('2026-09-16') },
      { type: 'route-confirmed', route: 'statutory', at: on('2026-09-16') },
    ];
    expect(timelineOf(events, rules, '2026-09-16')).toMatchObject([
      { step: 'acknowledge', state: 'done' },
      { step: 'stage1-answer', state: 'next', due: '2026-09-21', certain: true },
    ]);
  });

  test('a refused case waits for the day it may come again, and its refusal was its acknowledgement', () => {
    const events = [receivedOn('2026-09-07')];
    const refused = plan(
      { action: 'refuse', reason, comeAgainOn: '2027-01-04', message: letter },
      { events, today: '2026-09-08' },
    );
    expect(refused).toMatchObject([{ type: 'acknowledged' }, { type: 'route-refused', comeAgainOn: '2027-01-04' }]);
    expect(timelineOf([...events, ...(refused as CaseEvent[])], rules, '2026-10-01')).toMatchObject([
      { step: 'acknowledge', state: 'done', doneAt: '2026-09-08' },
      { step: 'come-again', state: 'next', due: '2027-01-04' },
    ]);
    const late = { action: 'refuse', reason, comeAgainOn: '2026-09-08', message: letter };
    expect(plan(late, { events, today: '2026-09-08' })).toEqual(refusal('invalid-body', ['/comeAgainOn', 'not_later']));
  });
});
