import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendActs, hashOf } from '../../../src/server/audit/chain.ts';
import type { AuditTable } from '../../../src/server/store/audit.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { testStores } from '../open-test-store.ts';
import { auditKey, friday } from '../test-app.ts';
import { beginTestChain, check, entriesOf, headOf } from './chain-of.ts';

describe.each(testStores)('whoever changes the record in the database is found out, on $name', ({ open }) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    await beginTestChain(store);
    for (let index = 1; index <= 6; index += 1) await add(`seen-${index}`);
  });
  afterEach(() => store.close());

  const add = (verb: string) =>
    store.db.transaction().execute((trx) =>
      appendActs(trx, auditKey, [
        {
          at: friday,
          staff: { id: 'staff-1', name: 'Jo Bloggs' },
          verb,
          caseId: '11111111-1111-4111-8111-111111111111',
          details: { rows: 3, filter: 'late' },
        },
      ]),
    );

  /** As somebody does who may do anything in the database: first of all away with what stops a slip. */
  async function tamper(change: (db: Store['db']) => Promise<unknown>): Promise<void> {
    const { db, engine } = store;
    if (engine === 'postgres') await sql`drop trigger audit_no_change on audit`.execute(db);
    else for (const what of ['update', 'delete']) await sql.raw(`drop trigger audit_no_${what}`).execute(db);
    await change(db);
  }

  const set = (seq: number, to: Partial<AuditTable>) =>
    tamper((db) => db.updateTable('audit').set(to).where('seq', '=', seq).execute());

  it('and nobody is while it is as it was written', async () => {
    const { seq, hash } = await headOf(store);
    expect(await check(store)).toEqual({ head: { seq: 6, hash } });
    expect(await check(store, [{ seq, hash }])).toEqual({ head: { seq: 6, hash } });
    await add('one-more');
    expect(await check(store, [{ seq, hash }])).toMatchObject({ head: { seq: 7 } });
  });

  it('a slip of our own is stopped by the database itself', async () => {
    const { db } = store;
    await expect(db.updateTable('audit').set({ verb: 'x' }).execute()).rejects.toThrow(/append-only/);
    await expect(db.deleteFrom('audit').where('seq', '=', 6).execute()).rejects.toThrow(/append-only/);
    if (store.engine === 'postgres') await expect(sql`truncate audit`.execute(db)).rejects.toThrow(/append-only/);
    expect(await check(store)).toMatchObject({ head: { seq: 6 } });
  });

  it.each([
    ['at', '2026-11-20T10:00:00.001Z'],
    ['staffId', 'staff-2'],
    ['staffId', null],
    ['staffName', 'Sam Okafor'],
    ['staffName', null],
    ['verb', 'seen-4'],
    ['caseId', '22222222-2222-4222-8222-222222222222'],
    ['caseId', null],
    ['details', '{"filter":"late","rows":4}'],
    ['details', '{"rows":3,"filter":"late"}'],
    ['previous', 'f'.repeat(64)],
    ['hash', 'f'.repeat(64)],
  ] as const)('who changes the column %s to %s', async (column, value) => {
    await set(3, { [column]: value });
    expect(await check(store)).toEqual({ fault: 'changed', seq: 3 });
  });

  it('who changes an entry and its hash with it', async () => {
    const third = (await entriesOf(store))[2];
    if (!third) throw new Error('There is no third entry.');
    const changed = { ...third, staffName: 'Sam Okafor' };
    await set(3, { ...changed, hash: hashOf(changed) });
    expect(await check(store)).toEqual({ fault: 'order', seq: 4 });
  });

  it('who changes the number of an entry', async () => {
    await set(6, { seq: 9 });
    expect(await check(store)).toEqual({ fault: 'gap', seq: 6 });
  });

  it('who takes an entry out, wherever it stands', async () => {
    await tamper((db) => db.deleteFrom('audit').where('seq', '=', 4).execute());
    expect(await check(store)).toEqual({ fault: 'gap', seq: 4 });
    await store.db.deleteFrom('audit').where('seq', '=', 1).execute();
    expect(await check(store)).toEqual({ fault: 'gap', seq: 1 });
  });

  it('who swaps two entries', async () => {
    await tamper(async (db) => {
      for (const [from, to] of [
        [2, 100],
        [3, 2],
        [100, 3],
      ] as const) {
        await db.updateTable('audit').set({ seq: to }).where('seq', '=', from).execute();
      }
    });
    expect(await check(store)).toEqual({ fault: 'changed', seq: 2 });
  });

  it('who puts an entry in, at the end or before the beginning', async () => {
    const last = (await entriesOf(store)).at(-1);
    if (!last) throw new Error('There is no entry.');
    const more = { ...last, seq: 7, previous: last.hash };
    await store.db
      .insertInto('audit')
      .values({ ...more, hash: hashOf(more) })
      .execute();
    expect(await check(store)).toEqual({ fault: 'added', seq: 6 });
    await tamper((db) => db.deleteFrom('audit').where('seq', '=', 7).execute());
    const earlier = { ...last, seq: 0, previous: '' };
    await store.db
      .insertInto('audit')
      .values({ ...earlier, hash: hashOf(earlier) })
      .execute();
    expect(await check(store)).toEqual({ fault: 'added', seq: 0 });
  });

  it('who cuts the last entries off, and who moves the head as well', async () => {
    const before = await headOf(store);
    await tamper((db) => db.deleteFrom('audit').where('seq', '>', 4).execute());
    expect(await check(store)).toEqual({ fault: 'cut', seq: 4 });
    const fourth = (await entriesOf(store)).at(-1);
    await store.db
      .updateTable('auditHead')
      .set({ seq: 4, hash: fourth?.hash ?? '' })
      .execute();
    expect(await check(store)).toEqual({ fault: 'head', seq: 4 });
    expect(before.seq).toBe(6);
  });

  it('who puts the whole database back to an earlier day, once its end was noted elsewhere', async () => {
    const earlier = await headOf(store);
    await add('seen-7');
    await add('seen-8');
    const noted = await headOf(store);
    await tamper((db) => db.deleteFrom('audit').where('seq', '>', earlier.seq).execute());
    await store.db
      .updateTable('auditHead')
      .set({ ...earlier })
      .execute();
    // From the database alone nobody can tell.
    expect(await check(store)).toMatchObject({ head: { seq: 6 } });
    expect(await check(store, [noted])).toEqual({ fault: 'cut', seq: 6 });
    await add('other-7');
    await add('other-8');
    expect(await check(store)).toMatchObject({ head: { seq: 8 } });
    expect(await check(store, [noted])).toEqual({ fault: 'replaced', seq: 8 });
  });

  it('who takes the head away, or all of it', async () => {
    await tamper((db) => db.deleteFrom('audit').execute());
    expect(await check(store)).toEqual({ fault: 'cut', seq: 0 });
    await store.db.updateTable('auditHead').set({ seq: 0, hash: '', mac: '' }).execute();
    expect(await check(store)).toEqual({ fault: 'head', seq: 0 });
    await store.db.deleteFrom('auditHead').execute();
    expect(await check(store)).toEqual({ fault: 'head', seq: 0 });
  });
});
