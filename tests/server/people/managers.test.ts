import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CaseDetail } from '../../../src/domain/desk-api.ts';
import { CaseList } from '../../../src/domain/desk-list.ts';
import { exampleRecording } from '../../../src/server/desk/examples.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { codeOf, ids, openTestDesk, submit, type TestDesk } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { type Colleague, colleague } from './colleagues.ts';

describe.each(testStores)('a manager, on $name', ({ open }) => {
  let store: Store;
  let desk: TestDesk;
  let officer: Colleague;
  let fostering: Colleague;
  let placements: Colleague;
  beforeEach(async () => {
    store = await open();
    desk = openTestDesk(store);
    const { app } = desk;
    officer = await colleague(store, app, { name: 'ola', roles: ['officer'] });
    fostering = await colleague(store, app, { name: 'fay', roles: ['manager'], teams: ['fostering'] });
    placements = await colleague(store, app, { name: 'pat', roles: ['manager'], teams: ['placements'] });
    await submit(app, ids.first);
    await submit(app, ids.second);
  });
  afterEach(() => store.close());

  const seenBy = async (who: Colleague) => {
    const { cases, counts } = CaseList.parse(await (await who.get('/api/desk/cases')).json());
    expect(counts.filter.all).toBe(cases.length);
    return cases.map(({ id }) => id).sort();
  };
  const act = async (who: Colleague, id: string, body: object, revision: number) =>
    who.post(`/api/desk/cases/${id}/actions`, { ...body, revision });
  const give = async (to: object, revision: number) => {
    expect((await act(officer, ids.first, { action: 'assign', to }, revision)).status).toBe(200);
  };

  it('is given what they record themselves, and goes on seeing it', async () => {
    expect((await fostering.post('/api/desk/recordings', { ...exampleRecording, id: ids.third })).status).toBe(200);
    expect(await seenBy(fostering)).toEqual([ids.third]);
    expect(await seenBy(placements)).toEqual([]);
    const read = CaseDetail.parse(await (await fostering.get(`/api/desk/cases/${ids.third}`)).json());
    expect(read.history.at(-1)).toMatchObject({ type: 'assigned', to: { name: 'fay' }, by: 'fay' });
    // An officer sees every case: what they record waits for whoever takes it.
    await officer.post('/api/desk/recordings', exampleRecording);
    const theirs = CaseDetail.parse(await (await officer.get(`/api/desk/cases/${exampleRecording.id}`)).json());
    expect(theirs.history.map(({ type }) => type)).toEqual(['received']);
  });

  it('finds, reads and counts the cases of their teams and those given to them, and no other', async () => {
    expect(await seenBy(fostering)).toEqual([]);
    await give({ team: 'fostering' }, 1);
    expect(await seenBy(fostering)).toEqual([ids.first]);
    expect(await seenBy(placements)).toEqual([]);
    expect(await seenBy(officer)).toEqual([ids.first, ids.second]);
    const read = await fostering.get(`/api/desk/cases/${ids.first}`);
    expect(CaseDetail.parse(await read.json()).id).toBe(ids.first);
    // Given on to somebody, it stays with the team that had it.
    await give({ staff: placements.id }, 2);
    expect(await seenBy(placements)).toEqual([ids.first]);
    expect(await seenBy(fostering)).toEqual([ids.first]);
    await give({ team: 'placements' }, 3);
    expect(await seenBy(fostering)).toEqual([]);
  });

  it('is told of any other case what is told of none', async () => {
    const nobody = '99999999-9999-4999-8999-999999999999';
    const letter = { action: 'acknowledge', message: 'We have it.', route: 'statutory' };
    for (const id of [ids.first, nobody]) {
      const read = await placements.get(`/api/desk/cases/${id}`);
      expect([read.status, await codeOf(read)]).toEqual([404, 'not-found']);
      expect(await codeOf(await act(placements, id, letter, 1))).toBe('not-found');
    }
    const { revision } = CaseDetail.parse(await (await officer.get(`/api/desk/cases/${ids.first}`)).json());
    expect(revision).toBe(1);
  });
});
