import { describe, expect, test } from 'vitest';
import type { CaseEvent } from '../../src/domain/case-events.ts';
import type { IsoDate } from '../../src/domain/dates.ts';
import { indexRow } from '../../src/domain/index-row.ts';
import { learningOf, openLearning } from '../../src/domain/learning.ts';
import { answered, plan, refusal } from './acting.ts';
import { on } from './hand-checked/row.ts';
import { procedure } from './hand-checked-dates.ts';

const promised = (what: string, due: IsoDate) => ({ what, owner: 'Team manager', due });
function closed(date: IsoDate, ...actions: ReturnType<typeof promised>[]): CaseEvent {
  return { type: 'closed', outcome: 'upheld', themes: [], learning: 'Ring back.', actions, at: on(date) };
}
const once = [
  ...answered,
  closed('2026-10-01', promised('Tell workers.', '2026-11-02'), promised('Train.', '2026-10-09')),
];
const finish = (events: CaseEvent[], number: number, more: object = {}, today = '2026-10-12') =>
  plan({ action: 'finish-learning', number, ...more }, { events, today });

describe('what was learned of a case', () => {
  test('is done by number, with the day and who said so, after the case was closed', () => {
    const done = finish(once, 2, { on: '2026-10-08' });
    expect(done).toEqual([
      { type: 'learning-done', number: 2, what: 'Train.', at: on('2026-10-12'), on: '2026-10-08', by: 'Jo' },
    ]);
    const after = [...once, ...(done as CaseEvent[])];
    expect(learningOf(after)).toEqual([
      { ...promised('Tell workers.', '2026-11-02'), number: 1, since: '2026-10-01' },
      { ...promised('Train.', '2026-10-09'), number: 2, since: '2026-10-01', doneOn: '2026-10-08', doneBy: 'Jo' },
    ]);
    expect(finish(after, 2)).toEqual(refusal('already-done'));
    expect(finish(after, 3)).toEqual(refusal('invalid-body', ['/number', 'unknown']));
  });

  test('is not done before it was promised, and not where nothing was', () => {
    expect(finish(once, 1, { on: '2026-09-30' })).toEqual(refusal('dates-out-of-order'));
    expect(finish(once, 1, { on: '2026-10-01' })).toHaveLength(1);
    expect(finish(answered, 1)).toEqual(refusal('not-yet'));
  });

  test('keeps its number when the case is opened and closed again', () => {
    const reopened: CaseEvent = { type: 'reopened', reason: 'More.', at: on('2026-10-05') };
    const twice = [...once, reopened, closed('2026-10-12', promised('Look again.', '2026-12-01'))];
    expect(learningOf(twice).map(({ number, since }) => [number, since])).toEqual([
      [1, '2026-10-01'],
      [2, '2026-10-01'],
      [3, '2026-10-12'],
    ]);
    // Of the first closing, on a day before the second.
    expect(finish(twice, 2, { on: '2026-10-06' })).toHaveLength(1);
  });

  test('stands in the list by what is due first of it, until all of it is done', () => {
    const row = (events: CaseEvent[]) =>
      indexRow(
        { id: '1', reference: 'H-7K4P-2M', events, versions: [{ words: 'Nobody rang.' }], readUpTo: events.length },
        procedure,
        // Nothing can be asked for any more: the days for stage 2 are over.
        '2026-12-01',
      );
    expect(openLearning(once)[0]).toMatchObject({ number: 2 });
    expect(row(once)).toMatchObject({ live: true, learningDue: '2026-10-09', place: '2026-10-09', due: null });
    const first = [...once, ...(finish(once, 2) as CaseEvent[])];
    expect(row(first)).toMatchObject({ live: true, learningDue: '2026-11-02' });
    const all = [...first, ...(finish(first, 1) as CaseEvent[])];
    expect(row(all)).toMatchObject({ live: false, learningDue: null, stage: 'finished' });
  });
});
