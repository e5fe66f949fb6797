import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseAction } from '../../../src/domain/case-actions.ts';
import { CaseDetail } from '../../../src/domain/desk-api.ts';
import { CaseList } from '../../../src/domain/desk-list.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { rebuildIndex } from '../../../src/server/store/keep-index.ts';
import { codeOf, ids, openTestDesk, submit, type TestDesk } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { addColleague, type Colleague, colleague } from '../people/colleagues.ts';
import { council, friday } from '../test-app.ts';

type Body = CaseAction extends infer Each ? (Each extends CaseAction ? Omit<Each, 'revision'> : never) : never;

describe.each(testStores)('who must not handle a case, on $name', ({ open }) => {
  let store: Store;
  let desk: TestDesk;
  let sarah: Colleague;
  let sara: Colleague;
  let tom: Colleague;
  beforeEach(async () => {
    store = await open();
    desk = openTestDesk(store);
    sarah = await colleague(store, desk.app, { name: 'sarah', roles: ['officer'] });
    sara = await colleague(store, desk.app, { name: 'sara', roles: ['officer'] });
    tom = await colleague(store, desk.app, { name: 'tom', roles: ['officer'] });
  });
  afterEach(() => store.close());

  const look = async (who: Colleague, id = ids.first) => {
    const answer = await who.get(`/api/desk/cases/${id}`);
    return answer.ok ? CaseDetail.parse(await answer.json()) : undefined;
  };
  const listed = async (who: Colleague, query = '') => {
    const list = CaseList.parse(await (await who.get(`/api/desk/cases${query}`)).json());
    return { ids: list.cases.map(({ id }) => id), counts: list.counts.filter };
  };
  const act = async (who: Colleague, body: Body, id = ids.first) => {
    const { revision = 0 } = (await look(who, id)) ?? {};
    return who.post(`/api/desk/cases/${id}/actions`, { ...body, revision });
  };
  const done = async (who: Colleague, body: Body) => {
    const answer = await act(who, body);
    expect(answer.status, await answer.clone().text()).toBe(200);
    return CaseDetail.parse(await answer.json());
  };
  const seeing = async (...all: Colleague[]) => {
    const seen: string[] = [];
    for (const who of all) {
      const isOpen = (await look(who)) !== undefined;
      expect((await listed(who)).ids.includes(ids.first), who.email).toBe(isOpen);
      if (isOpen) seen.push(who.email.split('@')[0] ?? '');
    }
    return seen;
  };

  it('are all whose name is like the one given, until somebody else says whose it is', async () => {
    await submit(desk.app, ids.first, { notThisPerson: 'Sarah' });
    expect(await seeing(sarah, sara, tom)).toEqual(['tom']);
    expect((await look(tom))?.named).toMatchObject([
      { said: 'Sarah', state: 'unmatched', similar: [{ name: 'sara' }, { name: 'sarah' }] },
    ]);
    expect((await listed(tom, '?filter=name-to-match')).ids).toEqual([ids.first]);
    const { named } = await done(tom, { action: 'match-named-person', said: 'sarah', staff: [sarah.id] });
    expect(named).toMatchObject([{ said: 'Sarah', state: 'matched', staff: [{ name: 'sarah' }], by: 'tom' }]);
    expect(await seeing(sarah, sara, tom)).toEqual(['sara', 'tom']);
    expect((await listed(tom)).counts['name-to-match']).toBe(0);
  });

  it('may be put right, and every step of it stays in the history', async () => {
    await submit(desk.app, ids.first, { notThisPerson: 'my worker' });
    expect(await seeing(sarah, sara, tom)).toEqual(['sarah', 'sara', 'tom']);
    await done(tom, { action: 'match-named-person', said: 'my worker', staff: [sarah.id] });
    await done(tom, { action: 'match-named-person', said: 'my worker', staff: [sara.id, tom.id] });
    expect(await seeing(sarah, sara, tom)).toEqual(['sarah']);
    await done(sarah, { action: 'named-person-not-staff', said: 'my worker', reason: 'A worker of a school.' });
    expect(await seeing(sarah, sara, tom)).toEqual(['sarah', 'sara', 'tom']);
    const { history } = (await look(tom)) ?? {};
    expect(history?.map(({ type }) => type)).toEqual([
      'received',
      'named-person-matched',
      'named-person-matched',
      'named-person-not-staff',
    ]);
  });

  it('are all who were ever named, each by each name', async () => {
    await submit(desk.app, ids.first, { notThisPerson: 'Sarah' });
    await submit(desk.app, ids.first, { notThisPerson: 'Tom' });
    expect(await seeing(sarah, sara, tom)).toEqual([]);
  });

  it('are not matched by somebody of a like name, also once that is open to them', async () => {
    await submit(desk.app, ids.first, { notThisPerson: 'Sarah' });
    await done(tom, { action: 'match-named-person', said: 'Sarah', staff: [sarah.id] });
    for (const body of [
      { action: 'match-named-person', said: 'Sarah', staff: [tom.id] },
      { action: 'named-person-not-staff', said: 'Sarah', reason: 'It is neither of us.' },
    ] satisfies Body[]) {
      const answer = await act(sara, body);
      expect([answer.status, await codeOf(answer)]).toEqual([403, 'own-name']);
    }
    expect(await seeing(sarah, sara, tom)).toEqual(['sara', 'tom']);
  });

  it('refuses a name that nobody gave, and an account that nobody has', async () => {
    await submit(desk.app, ids.first);
    const answer = await act(tom, { action: 'match-named-person', said: 'Sarah', staff: [sarah.id] });
    expect(await codeOf(answer)).toBe('nobody-named');
    await submit(desk.app, ids.second, { notThisPerson: 'Sarah' });
    const wrong: [Body, string][] = [
      [{ action: 'match-named-person', said: 'Kit', staff: [sarah.id] }, '/said'],
      [{ action: 'match-named-person', said: 'Sarah', staff: [sarah.id, 'nobody'] }, '/staff/1'],
      [{ action: 'named-person-not-staff', said: 'Kit', reason: 'Not here.' }, '/said'],
    ];
    for (const [body, pointer] of wrong) {
      const refused = await act(tom, body, ids.second);
      expect(await refused.json()).toMatchObject({ code: 'invalid-body', errors: [{ pointer, code: 'unknown' }] });
    }
  });

  it('holds for an account that is made later or renamed, in sessions that are open', async () => {
    await submit(desk.app, ids.first, { notThisPerson: 'Priya Shah' });
    const late = await colleague(store, desk.app, { name: 'priya', roles: ['officer'] });
    expect(await seeing(late, tom)).toEqual(['tom']);
    await store.db.updateTable('user').set({ name: 'T. Shah' }).where('id', '=', tom.id).execute();
    expect(await seeing(tom)).toEqual([]);
    await store.db.updateTable('user').set({ name: 'Tom Hill' }).where('id', '=', tom.id).execute();
    expect(await seeing(tom)).toEqual(['tom']);
  });

  it('holds for the manager of the team that has the case', async () => {
    const team = { roles: ['manager' as const], teams: ['fostering'] };
    const fay = await colleague(store, desk.app, { name: 'fay', ...team });
    await submit(desk.app, ids.first);
    await done(tom, { action: 'assign', to: { team: 'fostering' } });
    expect(await seeing(fay)).toEqual(['fay']);
    await submit(desk.app, ids.first, { notThisPerson: 'Miss Fay' });
    expect(await seeing(fay, tom)).toEqual(['tom']);
  });

  it('takes the case from whom it is given to, where all can see that it was', async () => {
    await submit(desk.app, ids.first);
    await done(tom, { action: 'assign', to: { staff: sarah.id } });
    expect((await listed(sarah, '?filter=mine')).ids).toEqual([ids.first]);
    await submit(desk.app, ids.first, { notThisPerson: 'Sarah' });
    const { history } = (await look(tom)) ?? {};
    expect(history?.at(-1)).toMatchObject({ type: 'assignment-ended', from: { name: 'sarah' } });
    expect((await listed(tom, '?filter=unread')).ids).toEqual([]);
    const row = await store.db.selectFrom('caseIndex').select('assignee').executeTakeFirstOrThrow();
    expect(row.assignee).toBeNull();
    // The name was for somebody else: she may have it again, which is no repetition.
    await done(tom, { action: 'match-named-person', said: 'Sarah', staff: [sara.id] });
    await done(tom, { action: 'assign', to: { staff: sarah.id } });
    const { history: after } = await done(tom, { action: 'match-named-person', said: 'Sarah', staff: [sarah.id] });
    expect(after.slice(-2).map(({ type }) => type)).toEqual(['assignment-ended', 'named-person-matched']);
  });

  it('lets whom it names record what they heard, and shows it to them no more', async () => {
    const recording = {
      id: ids.first,
      followKey: 'an-example-that-nobody-has',
      channel: 'phone',
      receivedOn: '2026-11-20',
      said: { version: 1, kind: 'complaint', words: 'She was not there.', notThisPerson: 'Sarah' },
    };
    const answer = await sarah.post('/api/desk/recordings', recording);
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    expect(await seeing(sarah, tom)).toEqual(['tom']);
  });

  it('is worked out again from events and words when all that was worked out is gone', async () => {
    await submit(desk.app, ids.first, { notThisPerson: 'Sarah' });
    await submit(desk.app, ids.second, { notThisPerson: 'my worker' });
    await act(tom, { action: 'match-named-person', said: 'my worker', staff: [sara.id] }, ids.second);
    await store.db.deleteFrom('caseKeeping').execute();
    await store.db.updateTable('caseIndex').set({ madeBy: 'of before' }).execute();
    // What is shown is looked at once more, case by case; what is counted is not.
    expect(await listed(sarah)).toMatchObject({ ids: [ids.second], counts: { all: 2 } });
    expect(await rebuildIndex(store.db, council.procedure, friday)).toBe(2);
    expect(await listed(sarah)).toMatchObject({ ids: [ids.second], counts: { all: 1 } });
    expect(await listed(sara)).toMatchObject({ ids: [], counts: { all: 0 } });
  });

  it('leaves a deactivated colleague with a like name out of what an officer is shown', async () => {
    const ada = await colleague(store, desk.app, { name: 'ada', roles: ['administrator'] });
    await addColleague(store, { name: 'sarra', roles: ['officer'] });
    await submit(desk.app, ids.first, { notThisPerson: 'Sarah' });
    await ada.post(`/api/staff/people/${sara.id}/deactivation`);
    const [named] = (await look(tom))?.named ?? [];
    expect(named?.similar.map(({ name }) => name)).toEqual(['sarah', 'sarra']);
  });
});
