import { describe, expect, test } from 'vitest';
import type { CaseEvent } from '../../src/domain/case-events.ts';
import { caseDetail } from '../../src/domain/case-view.ts';
import { indexRow } from '../../src/domain/index-row.ts';
import { timelineOf } from '../../src/domain/timeline.ts';
import { complaint, reason } from './acting.ts';
import { rulesWith } from './hand-checked/any-case.ts';
import { on } from './hand-checked/row.ts';
import { happened } from './hand-checked/september.ts';
import { procedure } from './hand-checked-dates.ts';

const refused: CaseEvent = { type: 'route-refused', reason, comeAgainOn: '2026-10-20', at: on('2026-09-14') };
const events = complaint('statutory', refused);
const stepOn = (today: string, all = events) =>
  timelineOf(all, rulesWith('2026-09-07', []), today).find(({ step }) => step === 'come-again');

describe('what was refused for now', () => {
  test('says from which day it may come again, and is never late', () => {
    expect(stepOn('2026-09-14')).toMatchObject({ state: 'next', due: '2026-10-20', certain: true });
    expect(stepOn('2026-10-20')).toMatchObject({ state: 'next', workingDaysLeft: 0 });
    expect(stepOn('2026-10-21')).toMatchObject({ state: 'done', doneAt: '2026-10-20' });
  });

  test('says so after it was closed too, and no more once it is looked into again', () => {
    const closed: CaseEvent = { type: 'closed', outcome: 'no-finding', themes: [], actions: [], at: on('2026-09-15') };
    expect(stepOn('2026-09-16', [...events, closed])).toMatchObject({ due: '2026-10-20' });
    const reopened: CaseEvent = { type: 'reopened', reason, at: on('2026-10-20') };
    expect(stepOn('2026-10-20', [...events, reopened])).toBeUndefined();
    const again: CaseEvent = { ...refused, comeAgainOn: '2026-12-01', at: on('2026-10-21') };
    expect(stepOn('2026-10-22', [...events, reopened, again])).toMatchObject({ due: '2026-12-01' });
  });

  test('stands in the list by its day, as the person’s to do, with nothing else outstanding', () => {
    const row = (today: string) =>
      indexRow(
        { id: '1', reference: 'H-7K4P-2M', events, versions: [{ voice: 'advocate' }], readUpTo: 9 },
        procedure,
        today,
      );
    expect(row('2026-10-20')).toMatchObject({
      ...{ step: 'come-again', due: '2026-10-20', goodUntil: '2026-10-20', optional: true, waitingForPerson: true },
      ...{ stage: 'finished', consentOutstanding: false, live: true },
    });
    expect(row('2026-10-21')).toMatchObject({ step: null, due: null, live: false });
  });
});

describe('the Ombudsman', () => {
  const asks = (...dates: [asked: string, answered?: string][]) =>
    complaint(
      'statutory',
      ...dates.flatMap(([asked, answered]) =>
        happened({ 'ombudsman-asked': asked, ...(answered && { 'ombudsman-answered': answered }) }),
      ),
    );
  const ombudsmanOn = (today: string, all: CaseEvent[]) =>
    timelineOf(all, rulesWith('2026-09-07', []), today).find(({ step }) => step === 'ombudsman-answer');

  test('may ask again, and is answered within 28 calendar days each time', () => {
    expect(ombudsmanOn('2026-10-12', asks(['2026-10-01', '2026-10-12']))).toMatchObject({ doneAt: '2026-10-12' });
    const again = asks(['2026-10-01', '2026-10-12'], ['2026-11-02']);
    expect(ombudsmanOn('2026-11-02', again)).toMatchObject({ state: 'next', due: '2026-11-30' });
    expect(ombudsmanOn('2026-12-01', again)).toMatchObject({ state: 'late', due: '2026-11-30' });
    const both = asks(['2026-10-01', '2026-10-12'], ['2026-11-02', '2026-11-20']);
    expect(ombudsmanOn('2026-12-01', both)).toMatchObject({ state: 'done', doneAt: '2026-11-20', due: '2026-11-30' });
  });
});

describe('the routes that staff may choose', () => {
  const choices = (all: CaseEvent[]) =>
    caseDetail(
      {
        id: '1',
        reference: 'H-7K4P-2M',
        events: all,
        versions: [],
        left: new Set(),
        mails: new Map(),
        helperIsLetIn: undefined,
        staff: [],
      },
      procedure,
      on('2026-09-10'),
    ).routeChoices;

  test('come with the date that each would give, the other one too while it may be changed', () => {
    // Statutory: 10 working days from Mon 7 Sept; corporate: 10 from the acknowledgement of Wed 9 Sept.
    expect(choices(complaint('statutory'))).toEqual([{ route: 'corporate', answerBy: '2026-09-23' }]);
    expect(choices(complaint('corporate'))).toEqual([{ route: 'statutory', answerBy: '2026-09-21' }]);
    expect(choices(complaint('statutory', ...happened({ 'stage1-answered': '2026-09-10' })))).toEqual([]);
  });
});
