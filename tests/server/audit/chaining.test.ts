import { sql } from 'kysely';
import { describe, expect, inject, it } from 'vitest';
import { appendActs } from '../../../src/server/audit/chain.ts';
import { openPostgres } from '../../../src/server/store/open-postgres.ts';
import { useSignedInDesk } from '../desk/use-signed-in-desk.ts';
import {
  codeOf,
  ids,
  letter,
  officer,
  openSignedInDesk,
  openTestDesk,
  postJson,
  readCase,
  submit,
} from '../open-test-desk.ts';
import { openTestPostgres, testStores } from '../open-test-store.ts';
import { auditKey, friday } from '../test-app.ts';
import { check, entriesOf, refuseEntries, verbsOf } from './chain-of.ts';

describe.each(testStores)('the record and what is recorded, on $name', ({ open }) => {
  const desk = useSignedInDesk(open, [ids.first]);

  const get = (address: string) => desk.app.request(address, { headers: { Cookie: desk.cookie } });

  it('what cannot be recorded is not shown', async () => {
    await refuseEntries(desk.store);
    for (const address of ['/api/desk/cases', `/api/desk/cases/${ids.first}`, '/api/desk/audit']) {
      const response = await get(address);
      expect(response.status, address).toBe(503);
      expect(response.headers.get('retry-after')).toBe('5');
      expect(await codeOf(response)).toBe('busy');
    }
  });

  it('what cannot be recorded does not happen', async () => {
    await refuseEntries(desk.store);
    expect((await desk.acknowledge(ids.first, letter)).ok).toBe(false);
    const { rows } = await sql<{ n: number | string }>`select count(*) as n from events`.execute(desk.store.db);
    expect(Number(rows[0]?.n)).toBe(1);
  });

  it('nobody gets in whose sign-in cannot be recorded', async () => {
    await refuseEntries(desk.store);
    const response = await postJson(desk.app, '/api/auth/sign-in/email', officer);
    expect(response.status).toBe(503);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await codeOf(response)).toBe('busy');
  });

  it('a refusal that cannot be recorded is none', async () => {
    await refuseEntries(desk.store);
    const response = await get(`/api/desk/cases/${ids.third}`);
    expect(response.status).toBe(503);
  });

  it('an act that fails after it was recorded leaves no entry and no gap', async () => {
    const act = { at: friday, staff: null, verb: 'seen', caseId: null, details: {} };
    const failing = desk.store.db.transaction().execute(async (trx) => {
      await appendActs(trx, auditKey, [act, act]);
      throw new Error('The rest of it failed.');
    });
    await expect(failing).rejects.toThrow('The rest of it failed.');
    await readCase(desk, ids.first);
    expect(await verbsOf(desk.store)).toEqual(['signed-in', 'case-opened']);
    expect(await check(desk.store)).toMatchObject({ head: { seq: 2 } });
  });

  it('a sentence among the details is an error, so that no child’s words come in with them', async () => {
    const act = { at: friday, staff: null, verb: 'seen', caseId: null };
    for (const details of [{ search: 'My worker did not ring.' }, { 'Robin Reed': 1 }]) {
      const adding = desk.store.db.transaction().execute((trx) => appendActs(trx, auditKey, [{ ...act, details }]));
      await expect(adding).rejects.toThrow('codes only');
    }
  });

  it('many at once make one chain', async () => {
    const many = await Promise.all([
      ...Array.from({ length: 60 }, () => get(`/api/desk/cases/${ids.first}`)),
      desk.acknowledge(ids.first, letter),
      ...Array.from({ length: 60 }, () => get('/api/desk/cases')),
      desk.acknowledge(ids.first, letter),
    ]);
    expect(many.filter(({ status }) => status !== 200).map(({ status }) => status)).toEqual([409]);
    const entries = await entriesOf(desk.store);
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 122 }, (_, index) => index + 1));
    expect(await check(desk.store)).toMatchObject({ head: { seq: 122 } });
  });
});

it('several processes on one PostgreSQL keep one chain, and none waits for the other for ever', async () => {
  const store = await openTestPostgres(inject('postgresUrl'));
  const others = [openPostgres(store.url.href, () => undefined), openPostgres(store.url.href, () => undefined)];
  try {
    const desk = await openSignedInDesk(store);
    const apps = [desk.app, ...others.map((other) => openTestDesk(other).app)];
    const each = Array.from({ length: 20 }, (_, index) => `00000000-0000-4000-8000-0000000000${10 + index}`);
    for (const id of each) await submit(desk.app, id);
    const headers = { Cookie: desk.cookie };
    const answers = await Promise.all(
      each.flatMap((id) =>
        apps.flatMap((app) => [
          app.request(`/api/desk/cases/${id}`, { headers }),
          postJson(app, `/api/desk/cases/${id}/actions`, { action: 'acknowledge', ...letter }, headers),
        ]),
      ),
    );
    // Of three who acknowledge one case, one does.
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([count(200), count(409)]).toEqual([80, 40]);
    expect(await check(store)).toMatchObject({ head: { seq: 81 } });
    expect((await verbsOf(store)).filter((verb) => verb === 'case-acknowledge')).toHaveLength(20);
  } finally {
    for (const other of others) await other.close();
    await store.close();
  }
});
