import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Assignees, CaseDetail } from '../../../src/domain/desk-api.ts';
import { CaseList } from '../../../src/domain/desk-list.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { codeOf, ids, openTestDesk, submit, type TestDesk } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { type Colleague, colleague } from './colleagues.ts';

describe.each(testStores)('who leaves the desk, on $name', ({ open }) => {
  let store: Store;
  let desk: TestDesk;
  let ada: Colleague;
  let ola: Colleague;
  let tom: Colleague;
  beforeEach(async () => {
    store = await open();
    desk = openTestDesk(store);
    ada = await colleague(store, desk.app, { name: 'ada', roles: ['administrator', 'reader'] });
    ola = await colleague(store, desk.app, { name: 'ola', roles: ['officer'] });
    tom = await colleague(store, desk.app, { name: 'tom', roles: ['officer'] });
  });
  afterEach(() => store.close());

  const read = async (id: string) => CaseDetail.parse(await (await tom.get(`/api/desk/cases/${id}`)).json());
  const act = async (id: string, action: object) => {
    const { revision } = await read(id);
    return tom.post(`/api/desk/cases/${id}/actions`, { revision, ...action });
  };
  const done = async (id: string, action: object) => {
    const response = await act(id, action);
    expect(response.status).toBe(200);
    return CaseDetail.parse(await response.json());
  };
  const openCases = async () => (await ada.get(`/api/staff/people/${ola.id}/open-cases`)).json();

  it('leaves cases that are named to whoever closes the account, and that others go on with', async () => {
    for (const id of [ids.first, ids.second, ids.third]) {
      await submit(desk.app, id);
      await done(id, { action: 'assign', to: { staff: ola.id } });
    }
    await done(ids.third, { action: 'withdraw' });
    await done(ids.third, { action: 'close', outcome: 'withdrawn', category: 'policy', themes: [], actions: [] });
    const [first, second] = [(await read(ids.first)).reference, (await read(ids.second)).reference];
    expect(await openCases()).toEqual({ references: [first, second] });
    const gone = await ada.post(`/api/staff/people/${ola.id}/deactivation`);
    expect(await gone.json()).toMatchObject({ person: { isActive: false }, openCases: [first, second] });

    // Nobody has them meanwhile, and everybody sees them; her name stays under what was given to her.
    const { cases } = CaseList.parse(await (await tom.get('/api/desk/cases')).json());
    expect(cases.map(({ id }) => id)).toEqual(expect.arrayContaining([ids.first, ids.second]));
    expect((await read(ids.first)).history.at(-1)).toMatchObject({ type: 'assigned', to: { name: 'ola' } });
    const { staff } = Assignees.parse(await (await tom.get('/api/desk/assignees')).json());
    expect(staff.map(({ name }) => name)).toEqual(['tom']);
    const again = await act(ids.first, { action: 'assign', to: { staff: ola.id } });
    expect(await again.json()).toMatchObject({ code: 'invalid-body', errors: [{ pointer: '/to', code: 'unknown' }] });
    await done(ids.first, { action: 'assign', to: { staff: tom.id } });
    expect(await openCases()).toEqual({ references: [second] });

    // What she comes back to is what is hers still.
    expect((await ada.post(`/api/staff/people/${ola.id}/reactivation`)).status).toBe(200);
    expect(await openCases()).toEqual({ references: [second] });
  });

  it('does nothing in a session that was open, and changes nothing half', async () => {
    await submit(desk.app, ids.first);
    const { revision } = await read(ids.first);
    const [left, acted] = await Promise.all([
      ada.post(`/api/staff/people/${ola.id}/deactivation`),
      ola.post(`/api/desk/cases/${ids.first}/actions`, { action: 'assign', to: { staff: ola.id }, revision }),
    ]);
    expect(left.status).toBe(200);
    // Whichever was first: hers counts whole and is hers to be given on, or was never there.
    const { history } = await read(ids.first);
    expect(history.map(({ type }) => type)).toEqual(acted.ok ? ['received', 'assigned'] : ['received']);
    expect(await codeOf(await ola.post(`/api/desk/cases/${ids.first}/actions`, {}))).toBe('sign-in-required');
  });

  it.each(['their own', 'each other’s'])(
    'keeps one of two administrators who lay down %s role in one moment',
    async (whose) => {
      const bea = await colleague(store, desk.app, { name: 'bea', roles: ['administrator', 'reader'] });
      const [of, ofOther] = whose === 'their own' ? [ada, bea] : [bea, ada];
      const down = (by: Colleague, { id }: Colleague) =>
        by.post(`/api/staff/people/${id}/posting`, { roles: ['reader'], teams: [] });
      const answers = await Promise.all([down(ada, of), down(bea, ofOther)]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      const left = await store.db.selectFrom('user').select('id').where('role', 'like', '%administrator%').execute();
      expect(left).toHaveLength(1);
    },
  );
});
