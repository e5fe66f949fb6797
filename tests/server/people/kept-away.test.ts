import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CaseDetail } from '../../../src/domain/desk-api.ts';
import { CaseList } from '../../../src/domain/desk-list.ts';
import { caseIdParameter } from '../../../src/server/desk/examples.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { codeOf, ids, openTestDesk, submit, type TestDesk } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { type Colleague, colleague } from './colleagues.ts';
import { type Operation, staffOperations } from './staff-operations.ts';

const words = 'umbrella on the bus';

/** In which ways an officer may be kept from a case, and what is done once it is there. */
const ways: { name: string; said: string; match: boolean }[] = [
  { name: 'somebody whose name is like one that nobody has matched', said: 'Sara, my worker', match: false },
  { name: 'somebody whom a colleague has matched', said: 'the one with the red car', match: true },
];

describe.each(testStores)('on $name', ({ open }) => {
  describe.each(ways)('$name', ({ said, match }) => {
    let store: Store;
    let desk: TestDesk;
    let sarah: Colleague;
    let tom: Colleague;
    let reference: string;
    beforeEach(async () => {
      store = await open();
      desk = openTestDesk(store);
      const roles = ['officer', 'manager', 'administrator'] as const;
      sarah = await colleague(store, desk.app, { name: 'sarah', roles: [...roles], teams: ['fostering'] });
      tom = await colleague(store, desk.app, { name: 'tom', roles: ['officer'] });
      // Given to her team, and before that to a colleague of whose cases she may ask as an administrator.
      await submit(desk.app, ids.first, { words, safe: 'no' });
      await act({ action: 'assign', to: { team: 'fostering' } });
      await act({ action: 'assign', to: { staff: tom.id } });
      await submit(desk.app, ids.first, { words, safe: 'no', notThisPerson: said });
      if (match) await act({ action: 'match-named-person', said, staff: [sarah.id] });
      ({ reference } = await seenByTom());
    });
    afterEach(() => store.close());

    const seenByTom = async () => CaseDetail.parse(await (await tom.get(`/api/desk/cases/${ids.first}`)).json());
    const act = async (body: object) => {
      const { revision } = await seenByTom();
      expect((await tom.post(`/api/desk/cases/${ids.first}/actions`, { ...body, revision })).status).toBe(200);
    };

    /** The same request for this case, where it is about one, or for this colleague. */
    const ask = ({ method, address, body }: Operation) => {
      const about = address
        .replace(String(caseIdParameter.example), ids.first)
        .replace(/people\/[^/]+/, `people/${tom.id}`);
      return method === 'get' ? sarah.get(about) : sarah.post(about, body ?? {});
    };

    it('is told nothing of it at any address of staff', async () => {
      const operations = await staffOperations(desk.app);
      const ofOwnAccount = /\/staff\/(me|links)|set-up|\/desk\/audit/;
      const asked = operations.filter(({ name }) => !ofOwnAccount.test(name));
      expect(asked.length).toBeGreaterThan(10);
      for (const operation of asked) {
        const text = await (await ask(operation)).text();
        for (const secret of [ids.first, reference, words]) expect(text, operation.name).not.toContain(secret);
      }
    });

    it('finds and counts none of it, by no filter and no search', async () => {
      expect((await (await tom.get('/api/desk/cases')).json()).cases).toHaveLength(1);
      for (const query of [
        {},
        { filter: 'unsafe' },
        { filter: 'mine' },
        { team: 'fostering' },
        { kind: 'complaint' },
      ]) {
        const list = CaseList.parse(await (await sarah.get(`/api/desk/cases?${new URLSearchParams(query)}`)).json());
        expect(list.cases).toEqual([]);
        const { filter, route, stage, kind, team } = list.counts;
        expect(new Set([filter, route, stage, kind, team].flatMap((counts) => Object.values(counts)))).toEqual(
          new Set([0]),
        );
      }
      for (const q of ['umbrella', 'sara', 'red', reference, reference.slice(0, 4)]) {
        const found = await sarah.post('/api/desk/cases/search', { q });
        expect(CaseList.parse(await found.json()).cases, q).toEqual([]);
      }
    });

    it('is told of it what is told of a case that there never was', async () => {
      const nobodys = '99999999-9999-4999-8999-999999999999';
      for (const id of [ids.first, nobodys]) {
        const read = await sarah.get(`/api/desk/cases/${id}`);
        expect([read.status, await codeOf(read)]).toEqual([404, 'not-found']);
        for (const action of [
          { action: 'accept-safety', concern: 'A concern.', done: 'Rang.' },
          { action: 'match-named-person', said, staff: [tom.id] },
          { action: 'named-person-not-staff', said, reason: 'It is not me.' },
          { action: 'ask-safety-access', staff: sarah.id, reason: 'I am on duty.' },
          { action: 'assign', to: { staff: sarah.id } },
        ]) {
          const answer = await sarah.post(`/api/desk/cases/${id}/actions`, { ...action, revision: 4 });
          expect([answer.status, await codeOf(answer)]).toEqual([404, 'not-found']);
        }
      }
    });

    it('is not given it, with a reason that says why', async () => {
      const { revision } = await seenByTom();
      const assign = { action: 'assign', to: { staff: sarah.id }, revision };
      const answer = await tom.post(`/api/desk/cases/${ids.first}/actions`, assign);
      expect([answer.status, await codeOf(answer)]).toEqual([409, 'must-not-handle']);
    });
  });
});
