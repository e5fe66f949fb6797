import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { CaseEvent } from '../../src/domain/case-events.ts';
import { caseSummary } from '../../src/domain/case-view.ts';
import { addDays, type IsoDate } from '../../src/domain/dates.ts';
import { type Indexed, type IndexMaterial, type IndexRow, indexRow, indexTerms } from '../../src/domain/index-row.ts';
import type { Procedure } from '../../src/domain/procedure.ts';
import { type AnyCase, anyCase, receivedOn } from './hand-checked/any-case.ts';
import { on } from './hand-checked/row.ts';
import { procedure } from './hand-checked-dates.ts';

const id = '11111111-1111-4111-8111-111111111111';

// Those whose dates count from today are few among any cases: they rest, not late, and nothing has been answered.
const resting = anyCase.map((it): AnyCase => {
  const rested = it.events.slice(0, 3).filter(({ type }) => type !== 'resumed' && type !== 'withdrawn');
  const last = rested.at(-1)?.at ?? on(it.today);
  const events: CaseEvent[] = [
    ...rested,
    { type: 'acknowledged', at: last },
    { type: 'paused', reason: it.closed.length % 2 === 0 ? 'court' : 'advocate', at: last },
  ];
  return { ...it, events, today: addDays(last.slice(0, 10), it.closed.length % 12) };
});
const anyOrResting = fc.oneof(anyCase, resting);

function material(events: CaseEvent[], versions: Indexed[] = [{ words: 'Nobody rang.' }], readUpTo = 0): IndexMaterial {
  return { id, reference: 'H-7K4P-2M', events, versions, readUpTo };
}

function closing(closed: IsoDate[]): Procedure {
  return { ...procedure, closureDays: closed.map((date) => ({ date, reason: 'closed' })) };
}

const friday = '2026-11-20';
const received = receivedOn(friday);
const acknowledged: CaseEvent = { type: 'acknowledged', at: on(friday) };

function rowOf(events: CaseEvent[], versions?: Indexed[], readUpTo?: number, today = friday): IndexRow {
  return indexRow(material(events, versions, readUpTo), procedure, today);
}

describe('a message of the person', () => {
  const wrote: CaseEvent = { type: 'message-received', at: on('2026-11-23') };

  test('is due in two working days, before what is due later', () => {
    const row = rowOf([received, acknowledged, wrote]);
    expect(row).toMatchObject({ step: null, due: '2026-11-25', place: '2026-11-25', optional: false, live: true });
  });

  test('gives way to what is due before it, and to nothing once it is answered', () => {
    expect(rowOf([received, wrote])).toMatchObject({ step: 'acknowledge', due: '2026-11-25' });
    const answer: CaseEvent = { type: 'message-sent', at: on('2026-11-24'), by: 'Jo', message: 'Hello', asks: false };
    expect(rowOf([received, acknowledged, wrote, answer]).step).toBe('stage1-answer');
  });

  test('keeps a case that is over in the list until it is answered', () => {
    const withdrawn: CaseEvent = { type: 'withdrawn', at: on(friday) };
    expect(rowOf([received, withdrawn, wrote], undefined, 3)).toMatchObject({ due: '2026-11-25', live: true });
  });
});

describe('the row of any case', () => {
  test('waits for the very step that the case itself says it waits for', () => {
    fc.assert(
      fc.property(anyCase, ({ events, closed, today }) => {
        const it = material(events);
        const { step, due } = indexRow(it, closing(closed), today);
        const { waitingFor } = caseSummary({ ...it, left: new Set() }, closing(closed), on(today));
        expect({ step, due }).toEqual({ step: waitingFor?.step ?? null, due: waitingFor?.due ?? null });
      }),
    );
  });

  test('is right on every day that it says it is good for', () => {
    fc.assert(
      fc.property(anyOrResting, fc.integer({ min: 1, max: 150 }), ({ events, closed, today }, days) => {
        const it = material(events);
        const rules = closing(closed);
        const row = indexRow(it, rules, today);
        const day = addDays(today, days);
        fc.pre(row.goodUntil === null || day <= row.goodUntil);
        expect(indexRow(it, rules, day)).toEqual(row);
      }),
      { numRuns: 400 },
    );
  });

  test('says of a day that has passed that it is good no longer', () => {
    fc.assert(
      fc.property(anyCase, ({ events, closed, today }) => {
        const { goodUntil } = indexRow(material(events), closing(closed), today);
        expect(goodUntil === null || goodUntil >= today).toBe(true);
      }),
    );
  });
});

describe('a row', () => {
  it('changes with the days while the case rests, and while the person may ask for stage 2', () => {
    const paused: CaseEvent = { type: 'paused', reason: 'court', at: on(friday) };
    const route: CaseEvent = { type: 'route-confirmed', route: 'statutory', at: on(friday) };
    expect(rowOf([received, acknowledged, route]).goodUntil).toBeNull();
    expect(rowOf([received, acknowledged, route, paused]).goodUntil).toBe(friday);
    const answered = rowOf([received, acknowledged, route, { type: 'stage1-answered', at: on(friday) }]);
    expect(answered).toMatchObject({ step: 'stage2-request-by', waitingForPerson: true, stage: 'stage1' });
    expect(answered.goodUntil).toBe(answered.due);
  });

  it('is unread until an officer opens it or does something with it, and again when more is said', () => {
    const more: CaseEvent = { type: 'further-version', at: on(friday) };
    expect(rowOf([received]).unread).toBe(true);
    expect(rowOf([received], undefined, 1).unread).toBe(false);
    expect(rowOf([received, acknowledged]).unread).toBe(false);
    expect(rowOf([received, acknowledged, more], undefined, 1).unread).toBe(true);
    expect(rowOf([received, acknowledged, more], undefined, 3).unread).toBe(false);
  });

  it('puts not safe before unread before the rest, each by its own date', () => {
    const raised: CaseEvent = { type: 'safety-raised', said: 'no', at: on('2026-11-19') };
    expect(rowOf([received, raised])).toMatchObject({
      rank: 0,
      place: on('2026-11-19'),
      unsafeSince: on('2026-11-19'),
    });
    expect(rowOf([received])).toMatchObject({ rank: 1, place: '2026-11-25' });
    expect(rowOf([received], undefined, 1)).toMatchObject({ rank: 2, place: '2026-11-25' });
    const finished = rowOf([received, { type: 'withdrawn', at: on(friday) }]);
    expect(finished).toMatchObject({ rank: 2, place: '9999-12-31', stage: 'finished', live: false, step: null });
  });

  it.each<[string, Indexed[], boolean]>([
    ['a parent for themselves', [{ voice: 'parent-or-carer', about: { who: 'me' } }], false],
    ['a parent for a child, unasked', [{ voice: 'parent-or-carer', about: { who: 'child' } }], true],
    ['an advocate who asked nobody', [{ voice: 'advocate', agreement: { agrees: 'not-asked' } }], true],
    ['an advocate whose child agrees', [{ voice: 'advocate', agreement: { agrees: 'yes' } }], false],
    ['a child that said no, which is an answer', [{ voice: 'advocate', agreement: { agrees: 'no' } }], false],
    [
      'an agreement that came later',
      [{ voice: 'someone-else' }, { addition: id, agreement: { agrees: 'partly' } }],
      false,
    ],
    ['a child', [{ voice: 'child' }], false],
  ])('knows whether the consent of a child is outstanding: %s', (_, versions, isOutstanding) => {
    expect(rowOf([received], versions).consentOutstanding).toBe(isOutstanding);
    expect(rowOf([received, { type: 'withdrawn', at: on(friday) }], versions).consentOutstanding).toBe(false);
  });

  it('counts a wish for an advocate until it is taken back', () => {
    expect(rowOf([received], [{ advocate: 'yes' }]).advocateOutstanding).toBe(true);
    expect(rowOf([received], [{ advocate: 'yes' }, { addition: id, advocate: 'not-now' }]).advocateOutstanding).toBe(
      false,
    );
  });

  it('takes what staff recorded of consent and of an advocate for an answer', () => {
    const told: Indexed[] = [{ voice: 'advocate', advocate: 'yes' }];
    const at = on(friday);
    const consent: CaseEvent = { type: 'consent-recorded', agrees: 'no', who: 'Sam', how: 'Asked.', at };
    expect(rowOf([received, consent], told).consentOutstanding).toBe(false);
    const accepted: CaseEvent = { type: 'advocate-accepted', name: 'Jo Smith', at };
    expect(rowOf([received, accepted], told).advocateOutstanding).toBe(false);
    const asked: CaseEvent = { type: 'message-sent', by: 'Jo', message: 'Which day was it?', asks: true, at };
    expect(rowOf([received, asked])).toMatchObject({ waitingForPerson: true, optional: false });
    expect(rowOf([received, asked, { type: 'message-received', at }])).toMatchObject({
      waitingForPerson: false,
      unread: true,
    });
  });

  it('waits for an advocate again once one is asked for again', () => {
    const accepted: CaseEvent = { type: 'advocate-accepted', name: 'Jo Smith', at: on('2026-11-23') };
    const first: Indexed = { words: 'Nobody rang.', advocate: 'yes', receivedAt: on(friday) };
    const row = (versions: Indexed[], ...events: CaseEvent[]) => rowOf([received, accepted, ...events], versions);
    expect(row([first]).advocateOutstanding).toBe(false);
    expect(row([first], { type: 'advocate-requested', at: on('2026-11-24') }).advocateOutstanding).toBe(true);
    const wish: Indexed = { addition: id, advocate: 'yes', receivedAt: on('2026-11-24') };
    expect(row([first, wish]).advocateOutstanding).toBe(true);
    // The same wish, come along with other words.
    expect(row([first, { ...first, receivedAt: on('2026-11-24') }]).advocateOutstanding).toBe(false);
    const again: CaseEvent = { ...accepted, at: on('2026-11-25') };
    expect(row([first, wish], again).advocateOutstanding).toBe(false);
  });

  it('waits for the consent of a child again once it is taken back', () => {
    const consent: CaseEvent = {
      type: 'consent-recorded',
      agrees: 'yes',
      who: 'Sam',
      how: 'Asked.',
      at: on('2026-11-23'),
    };
    const first: Indexed = { voice: 'advocate', agreement: { agrees: 'not-asked' }, receivedAt: on(friday) };
    const back: Indexed = { addition: id, agreement: { agrees: 'not-asked' }, receivedAt: on('2026-11-24') };
    expect(rowOf([received, consent], [first]).consentOutstanding).toBe(false);
    expect(rowOf([received, consent], [first, { ...first, receivedAt: on('2026-11-24') }]).consentOutstanding).toBe(
      false,
    );
    expect(rowOf([received, consent], [first, back]).consentOutstanding).toBe(true);
    const again: CaseEvent = { ...consent, at: on('2026-11-25') };
    expect(rowOf([received, consent, again], [first, back]).consentOutstanding).toBe(false);
  });

  it('is with the Ombudsman only while the latest time that they asked has no answer', () => {
    const at = on(friday);
    const route: CaseEvent = { type: 'route-confirmed', route: 'statutory', at };
    const answered: CaseEvent = { type: 'stage1-answered', at };
    const [asked, replied]: [CaseEvent, CaseEvent] = [
      { type: 'ombudsman-asked', at },
      { type: 'ombudsman-answered', at },
    ];
    const stage = (...more: CaseEvent[]) => rowOf([received, acknowledged, route, answered, ...more]).stage;
    expect(stage(asked)).toBe('ombudsman');
    expect(stage(asked, replied)).toBe('stage1');
    expect(stage(asked, replied, asked)).toBe('ombudsman');
  });

  it('is found by the words of every version and by the names in it', () => {
    const terms = indexTerms([
      { words: 'Zoë didn’t RING.', name: 'Sam' },
      { addition: id, words: 'She rang on 12 May.', helper: { name: 'Jo Smith' } },
    ]);
    expect(terms).toEqual(
      expect.arrayContaining(['zoe', 'didn', 't', 'ring', 'sam', 'rang', '12', 'may', 'jo', 'smith']),
    );
    expect(new Set(terms).size).toBe(terms.length);
  });
});
