import { beforeEach, describe, expect, it } from 'vitest';
import { CaseDetail } from '../../../src/domain/desk-api.ts';
import { CaseList } from '../../../src/domain/desk-list.ts';
import { entriesOf } from '../audit/chain-of.ts';
import { followKeyOf, ids, readCase } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { colleague } from '../people/colleagues.ts';
import { useSignedInDesk } from './use-signed-in-desk.ts';

describe.each(testStores)('what was learned of a case, on $name', ({ open }) => {
  const desk = useSignedInDesk(open, [ids.first]);
  beforeEach(async () => {
    const promised = { what: 'Tell every new worker.', owner: 'Team manager', due: '2026-11-27' };
    for (const action of [
      { action: 'acknowledge', message: 'We have it.', route: 'statutory' },
      { action: 'assign', to: { team: 'looked-after' } },
      { action: 'answer-stage1', message: 'You were right.' },
      { action: 'close', outcome: 'upheld', category: 'policy', themes: [], learning: 'Ring.', actions: [promised] },
    ]) {
      await act(action);
    }
  });

  const act = async (action: object) => {
    const { revision } = await readCase(desk, ids.first);
    const response = await desk.act(ids.first, { revision, ...action });
    expect(response.status).toBe(200);
    return CaseDetail.parse(await response.json());
  };
  const outstanding = async (cookie = desk.cookie) => {
    const response = await desk.app.request('/api/desk/cases?filter=learning', { headers: { Cookie: cookie } });
    const { cases, counts } = CaseList.parse(await response.json());
    expect(counts.filter.learning).toBe(cases.length);
    return cases.map(({ id, learningDue }) => [id, learningDue]);
  };

  it('is found until it is done, by whoever leads the team that had the case', async () => {
    // When nothing else can be asked for any more.
    desk.setNow('2027-02-01T10:00:00.000Z');
    const leads = await colleague(desk.store, desk.app, { name: 'mo', roles: ['manager'], teams: ['looked-after'] });
    const other = await colleague(desk.store, desk.app, { name: 'al', roles: ['manager'], teams: ['north'] });
    expect(await outstanding()).toEqual([[ids.first, '2026-11-27']]);
    expect(await outstanding(leads.cookie)).toEqual([[ids.first, '2026-11-27']]);
    expect(await outstanding(other.cookie)).toEqual([]);

    const done = await act({ action: 'finish-learning', number: 1, on: '2026-11-30' });
    expect(done.learning).toMatchObject([{ number: 1, doneOn: '2026-11-30', doneBy: 'Jo Bloggs' }]);
    expect(done.allowed).not.toContain('finish-learning');
    expect(await outstanding()).toEqual([]);
    expect((await entriesOf(desk.store)).map(({ verb }) => verb)).toContain('case-finish-learning');
  });

  it('is nothing that the person is told', async () => {
    await act({ action: 'finish-learning', number: 1 });
    const headers = { Authorization: `Bearer ${followKeyOf(ids.first)}` };
    expect(await (await desk.app.request('/api/status', { headers })).text()).not.toMatch(/new worker|learning/);
  });
});
