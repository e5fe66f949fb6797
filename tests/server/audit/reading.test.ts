import { beforeEach, describe, expect, it } from 'vitest';
import { AuditPage } from '../../../src/domain/audit.ts';
import { useSignedInDesk } from '../desk/use-signed-in-desk.ts';
import { codeOf, ids, letter, postJson } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { type Colleague, colleague } from '../people/colleagues.ts';
import { entriesOf } from './chain-of.ts';

describe.each(testStores)('the record, read by an administrator, on $name', ({ open }) => {
  const desk = useSignedInDesk(open, [ids.first, ids.second]);
  let admin: Colleague;
  beforeEach(async () => {
    admin = await colleague(desk.store, desk.app, { name: 'ada', roles: ['administrator'] });
  });

  const open1 = (id: string) => desk.app.request(`/api/desk/cases/${id}`, { headers: { Cookie: desk.cookie } });
  const ask = async (query: string) => {
    const response = await admin.get(`/api/desk/audit?${query}`);
    expect(response.status, query).toBe(200);
    return AuditPage.parse(await response.json());
  };
  const verbs = async (query: string) => (await ask(query)).entries.map(({ verb }) => verb);

  it('comes newest first, a page at a time, with the references of cases', async () => {
    await open1(ids.first);
    await desk.acknowledge(ids.first, letter);
    const { cases } = await desk.list();
    const reference = cases.find(({ id }) => id === ids.first)?.reference;
    const first = await ask('order=newest&limit=3');
    expect(first.entries.map(({ verb, reference: of }) => [verb, of])).toEqual([
      ['cases-listed', null],
      ['case-acknowledge', reference],
      ['case-opened', reference],
    ]);
    const rest = await ask(`order=newest&limit=100&before=${first.next}`);
    expect(rest.entries.map(({ verb }) => verb)).toEqual(['signed-in', 'signed-in']);
    expect(rest.next).toBeNull();
  });

  it('is narrowed down to a colleague, a verb, a case and a day in England', async () => {
    desk.setNow('2026-11-21T09:00:00.000Z');
    await open1(ids.first);
    await open1(ids.second);
    const { cases } = await desk.list();
    const reference = cases.find(({ id }) => id === ids.second)?.reference ?? '';
    expect(await verbs(`case=${reference.toLowerCase()}`)).toEqual(['case-opened']);
    expect(await verbs('case=H-0000-00')).toEqual([]);
    expect(await verbs(`staff=${admin.id}&verb=signed-in`)).toEqual(['signed-in']);
    expect(await verbs('staff=operator')).toEqual([]);
    expect(await verbs('day=2026-11-21&verb=case-opened')).toEqual(['case-opened', 'case-opened']);
    expect(await verbs('day=2026-11-20')).toEqual(['signed-in', 'signed-in']);
  });

  it('a day begins when it begins in England, also in summer', async () => {
    for (const at of ['2027-06-30T22:59:59.000Z', '2027-06-30T23:00:00.000Z', '2027-07-01T22:59:59.000Z']) {
      desk.setNow(at);
      await open1(ids.first);
    }
    const { entries } = await ask('day=2027-07-01&verb=case-opened');
    expect(entries.map(({ at }) => at)).toEqual(['2027-06-30T23:00:00.000Z', '2027-07-01T22:59:59.000Z']);
  });

  it('keeps what somebody looked for in it, and in the list of cases: codes, never words', async () => {
    const { cases } = await desk.list();
    const found = cases.find(({ id }) => id === ids.first);
    await ask(`case=${found?.reference}&verb=case-opened`);
    expect((await entriesOf(desk.store)).at(-1)).toMatchObject({
      verb: 'audit-read',
      caseId: ids.first,
      details: '{"after":0,"order":"oldest","rows":0,"verb":"case-opened"}',
    });
    await desk.app.request('/api/desk/cases?filter=late&route=none', { headers: { Cookie: desk.cookie } });
    expect((await entriesOf(desk.store)).at(-1)?.details).toBe('{"filter":"late","route":"none","rows":0}');
    await postJson(desk.app, '/api/desk/cases/search', { q: 'shed' }, { Cookie: desk.cookie });
    expect((await entriesOf(desk.store)).at(-1)?.details).toBe('{"rows":0,"searched":true}');
  });

  it('is exported whole, up to the moment it was asked for, and that is recorded', async () => {
    const before = await entriesOf(desk.store);
    const lines = (await (await admin.get('/api/desk/audit/export')).text()).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(before);
    const last = (await entriesOf(desk.store)).at(-1);
    expect(last).toMatchObject({ verb: 'audit-exported', staffName: 'ada', details: `{"rows":${before.length}}` });
    const officer = await colleague(desk.store, desk.app, { name: 'ola', roles: ['officer'] });
    expect(await codeOf(await officer.get('/api/desk/audit/export'))).toBe('role-needed');
  });
});
