import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CaseEvent, dateHappened, receipt } from '../../../src/domain/case-events.ts';
import { addDays } from '../../../src/domain/dates.ts';
import { type IndexRow, indexRow } from '../../../src/domain/index-row.ts';
import { createTakeIn } from '../../../src/server/intake/take-in.ts';
import { listIndex } from '../../../src/server/store/case-index.ts';
import type { Store } from '../../../src/server/store/database.ts';
import {
  bringUpToDate,
  keepIndex,
  keepRead,
  readIndexMaterials,
  rebuildIndex,
  recordEvents,
} from '../../../src/server/store/keep-index.ts';
import { anyCase } from '../../domain/hand-checked/any-case.ts';
import { on } from '../../domain/hand-checked/row.ts';
import { testStores } from '../open-test-store.ts';
import { council } from '../test-app.ts';

const { procedure } = council;
const laterProcedure = { ...procedure, closureDays: [{ date: '2026-11-24', reason: 'moved house' }] };

describe.each(testStores)('the index of cases, on $name', ({ open }) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const takeIn = (id: string, at: string, more: object = {}) =>
    createTakeIn(
      store.db,
      procedure,
    )({
      id,
      followKeyHash: id,
      hasKey: true,
      submission: { version: 1, kind: 'complaint', words: 'Nobody rang.', ...more },
      receivedAt: at,
    });

  /** What happens to a case, and what is said and read between. */
  async function live(id: string, events: CaseEvent[], more: string[]): Promise<void> {
    const { kind, at: receivedAt } = receipt(events);
    await takeIn(id, receivedAt, { kind });
    for (const [index, event] of events.slice(1).entries()) {
      const before = await store.db.selectFrom('events').select('seq').where('caseId', '=', id).execute();
      const seq = before.length + 1;
      const rows = [{ caseId: id, seq, event }];
      await store.db.transaction().execute((trx) => recordEvents(trx, procedure, rows, event.at));
      const at = on(dateHappened(event));
      const what = more[index];
      if (what === 'opened') await keepRead(store.db, procedure, { caseId: id, upTo: seq, at });
      else if (what)
        await takeIn(id, at, { kind, words: `More ${index}.`, ...(what === 'not safe' && { safe: 'no' }) });
    }
  }

  async function workedOutAfresh(today: string): Promise<IndexRow[]> {
    const cases = await store.db.selectFrom('cases').select('id').orderBy('id').execute();
    const materials = await readIndexMaterials(
      store.db,
      cases.map(({ id }) => id),
    );
    return materials.map((each) => indexRow(each, procedure, today));
  }

  it('is after any run of events, additions and openings what would be worked out afresh that day', async () => {
    const ids = fc.uuid({ version: 4 });
    const extra = fc.array(fc.constantFrom('said more', 'not safe', 'opened'), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(ids, anyCase, extra, fc.nat(30), async (id, { events, today }, more, wait) => {
        await live(id, events, more);
        const day = addDays(today, wait);
        await bringUpToDate(store.db, procedure, on(day));
        const mine = (rows: IndexRow[]) => rows.filter(({ caseId }) => caseId === id);
        expect(mine(await listIndex(store.db))).toEqual(mine(await workedOutAfresh(day)));
      }),
      { numRuns: 25 },
    );
  });

  const id = '11111111-1111-4111-8111-111111111111';

  it('is filled for cases of before there was an index, and for those whose events came past it', async () => {
    await takeIn(id, '2026-11-20T10:00:00.000Z');
    const rows = await listIndex(store.db);
    await store.db.deleteFrom('caseIndex').execute();
    expect(await rebuildIndex(store.db, procedure, '2026-11-20T10:00:00.000Z')).toBe(1);
    expect(await listIndex(store.db)).toEqual(rows);
    expect(await rebuildIndex(store.db, procedure, '2026-11-20T10:00:00.000Z')).toBe(0);
    const event = JSON.stringify({ type: 'acknowledged', at: '2026-11-20T11:00:00.000Z' });
    await store.db.insertInto('events').values({ caseId: id, seq: 2, event }).execute();
    expect(await rebuildIndex(store.db, procedure, '2026-11-20T12:00:00.000Z')).toBe(1);
    expect(await listIndex(store.db)).toMatchObject([{ unacknowledged: false, revision: 2 }]);
  });

  it('follows a change of the council’s rules', async () => {
    await takeIn(id, '2026-11-20T10:00:00.000Z');
    expect(await listIndex(store.db)).toMatchObject([{ step: 'acknowledge', due: '2026-11-25' }]);
    expect(await rebuildIndex(store.db, laterProcedure, '2026-11-20T10:00:00.000Z')).toBe(1);
    expect(await listIndex(store.db)).toMatchObject([{ step: 'acknowledge', due: '2026-11-26' }]);
  });

  it('keeps nothing of what is taken back with its transaction', async () => {
    await takeIn(id, '2026-11-20T10:00:00.000Z');
    const before = await listIndex(store.db);
    const event = { type: 'acknowledged', at: '2026-11-20T11:00:00.000Z' } as const;
    const work = store.db.transaction().execute(async (trx) => {
      await recordEvents(trx, procedure, [{ caseId: id, seq: 2, event }], event.at);
      throw new Error('taken back');
    });
    await expect(work).rejects.toThrow('taken back');
    expect(await listIndex(store.db)).toEqual(before);
  });

  it('never lets fewer events take the place of more', async () => {
    await takeIn(id, '2026-11-20T10:00:00.000Z');
    const [old] = await readIndexMaterials(store.db, [id]);
    const event = { type: 'acknowledged', at: '2026-11-20T11:00:00.000Z' } as const;
    await recordEvents(store.db, procedure, [{ caseId: id, seq: 2, event }], event.at);
    await keepIndex(store.db, procedure, old ? [old] : [], event.at);
    expect(await listIndex(store.db)).toMatchObject([{ revision: 2, unacknowledged: false }]);
  });
});
