import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CaseList } from '../../../src/domain/desk-list.ts';
import { People } from '../../../src/domain/people-api.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { ids, openTestDesk, submit, type TestDesk } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { addColleague, type Colleague, colleague, credentialsOf, signedInAs } from '../people/colleagues.ts';
import { council } from '../test-app.ts';

describe.each(testStores)('a case that is kept from every officer, on $name', ({ open }) => {
  let store: Store;
  let desk: TestDesk;
  let sarah: Colleague;
  let tom: Colleague;
  let ada: Colleague;
  beforeEach(async () => {
    store = await open();
    desk = openTestDesk(store);
    sarah = await colleague(store, desk.app, { name: 'sarah', roles: ['officer'] });
    tom = await colleague(store, desk.app, { name: 'tom', roles: ['officer'] });
    ada = await colleague(store, desk.app, { name: 'ada', roles: ['administrator'] });
    await submit(desk.app, ids.first, { notThisPerson: 'Sarah, and not Tom either' });
    await submit(desk.app, ids.second, { notThisPerson: 'Sarah' });
    await submit(desk.app, ids.third);
  });
  afterEach(() => store.close());

  /** The account that the council's file names. */
  const addFallback = async (name = 'kit') => {
    await addColleague(store, { name, roles: ['manager'] });
    const email = council.notThisPerson.fallback;
    await store.db.updateTable('user').set({ email }).where('name', '=', name).execute();
    return signedInAs(store, desk.app, { ...credentialsOf(name), email });
  };
  const seenBy = async (who: Colleague) => {
    const { cases, counts } = CaseList.parse(await (await who.get('/api/desk/cases')).json());
    expect(counts.filter.all).toBe(cases.length);
    const opened = [];
    for (const id of Object.values(ids)) if ((await who.get(`/api/desk/cases/${id}`)).ok) opened.push(id);
    expect(cases.map(({ id }) => id).sort()).toEqual(opened);
    return opened;
  };
  const unseen = async () => People.parse(await (await ada.get('/api/staff/people')).json()).seenByNobody;

  it('is seen by whom the council’s file names for it, and no other is', async () => {
    const kit = await addFallback();
    expect(await seenBy(sarah)).toEqual([ids.third]);
    expect(await seenBy(tom)).toEqual([ids.second, ids.third]);
    expect(await seenBy(kit)).toEqual([ids.first]);
    expect(await unseen()).toBe(0);
    const said = 'Sarah, and not Tom either';
    const match = { action: 'match-named-person', said, staff: [sarah.id], revision: 1 };
    expect((await kit.post(`/api/desk/cases/${ids.first}/actions`, match)).status).toBe(200);
    expect(await seenBy(tom)).toEqual([ids.first, ids.second, ids.third]);
    expect(await seenBy(kit)).toEqual([]);
  });

  it('is counted for who looks after accounts when nobody is left, and nothing more is told', async () => {
    expect(await unseen()).toBe(1);
    const kit = await addFallback('sarah kit');
    expect(await seenBy(kit)).toEqual([]);
    expect(await unseen()).toBe(1);
    const ola = await colleague(store, desk.app, { name: 'ola', roles: ['officer'] });
    expect(await seenBy(ola)).toEqual([ids.first, ids.second, ids.third]);
    expect(await unseen()).toBe(0);
  });

  it('is nobody’s for having officers who have gone', async () => {
    const kit = await addFallback();
    await ada.post(`/api/staff/people/${tom.id}/deactivation`);
    expect(await seenBy(kit)).toEqual([ids.first, ids.second]);
    await ada.post(`/api/staff/people/${sarah.id}/deactivation`);
    expect(await seenBy(kit)).toEqual([]);
  });
});
