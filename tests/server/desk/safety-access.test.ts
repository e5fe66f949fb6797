import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseAction } from '../../../src/domain/case-actions.ts';
import { CaseDetail } from '../../../src/domain/desk-api.ts';
import { CaseList } from '../../../src/domain/desk-list.ts';
import { exampleWayBack } from '../../../src/server/desk/examples.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { codeOf, ids, openTestDesk, submit, type TestDesk } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { type Colleague, colleague } from '../people/colleagues.ts';

type Body = CaseAction extends infer Each ? (Each extends CaseAction ? Omit<Each, 'revision'> : never) : never;

describe.each(testStores)('letting a colleague in for safety, on $name', ({ open }) => {
  let store: Store;
  let desk: TestDesk;
  let sarah: Colleague;
  let tom: Colleague;
  let ola: Colleague;
  beforeEach(async () => {
    store = await open();
    desk = openTestDesk(store);
    sarah = await colleague(store, desk.app, { name: 'sarah', roles: ['officer'] });
    tom = await colleague(store, desk.app, { name: 'tom', roles: ['officer'] });
    ola = await colleague(store, desk.app, { name: 'ola', roles: ['officer'] });
    await submit(desk.app, ids.first, { safe: 'no', notThisPerson: 'Sarah' });
  });
  afterEach(() => store.close());

  const look = async (who: Colleague) => {
    const answer = await who.get(`/api/desk/cases/${ids.first}`);
    const { cases } = CaseList.parse(await (await who.get('/api/desk/cases')).json());
    expect(cases.length).toBe(answer.ok ? 1 : 0);
    return answer.ok ? CaseDetail.parse(await answer.json()) : undefined;
  };
  const act = async (who: Colleague, body: Body) => {
    const { revision = 1 } = (await look(who)) ?? {};
    return who.post(`/api/desk/cases/${ids.first}/actions`, { ...body, revision });
  };
  const done = async (who: Colleague, body: Body) => {
    const answer = await act(who, body);
    expect(answer.status, await answer.clone().text()).toBe(200);
  };
  const asking: Body = { action: 'ask-safety-access', staff: '', reason: 'She alone has their number.' };
  const ask = () => done(tom, { ...asking, staff: sarah.id });
  const agree: Body = { action: 'agree-safety-access' };
  const accept: Body = { action: 'accept-safety', concern: 'They were alone.', done: 'Rang them at 22:00.' };

  it('takes two: one who asks and another who agrees, neither of whom is the one let in', async () => {
    expect(await codeOf(await act(tom, agree))).toBe('not-yet');
    await ask();
    expect(await look(sarah)).toBeUndefined();
    expect((await look(ola))?.safetyAccess.asked).toMatchObject({ staff: { name: 'sarah' }, by: 'tom' });
    expect(await codeOf(await act(tom, agree))).toBe('second-person-needed');
    expect(await codeOf(await act(sarah, agree))).toBe('not-found');
    await done(ola, agree);
    expect(await codeOf(await act(ola, agree))).toBe('not-yet');
    expect((await look(sarah))?.safetyAccess.open).toMatchObject([{ staff: { name: 'sarah' } }]);
    const { history } = (await look(tom)) ?? {};
    expect(history?.slice(-2)).toMatchObject([
      { type: 'safety-access-asked', staff: { name: 'sarah' }, by: 'tom', reason: 'She alone has their number.' },
      { type: 'safety-access-agreed', staff: { name: 'sarah' }, by: 'ola', until: '2026-11-21T01:14:00.000Z' },
    ]);
  });

  it('opens the case to read and to record what was done for safety, and to nothing else', async () => {
    await ask();
    await done(ola, agree);
    expect((await look(sarah))?.allowed).toEqual(['accept-safety']);
    for (const body of [
      { action: 'named-person-not-staff', said: 'Sarah', reason: 'Not me.' },
      { action: 'write-message', message: 'Why did you name me?', asks: true },
      { action: 'ask-safety-access', staff: sarah.id, reason: 'For longer.' },
    ] satisfies Body[]) {
      const answer = await act(sarah, body);
      expect([answer.status, await codeOf(answer)]).toEqual([409, 'must-not-handle']);
    }
    const { revision = 0 } = (await look(sarah)) ?? {};
    const accepted = await sarah.post(`/api/desk/cases/${ids.first}/actions`, { ...accept, revision });
    expect(accepted.status).toBe(200);
    expect(await look(sarah)).toBeUndefined();
  });

  it('hands nothing on: no copy, no way back, nothing that a colleague is told of it, and no trace afterwards', async () => {
    const copy = (who: Colleague) => who.get(`/api/desk/cases/${ids.first}/investigator-copy?parts=`);
    const wayBack = (who: Colleague) => who.post(`/api/desk/cases/${ids.first}/ways-back`, exampleWayBack);
    const found = async (who: Colleague) => {
      const lists = [
        await who.get('/api/desk/cases?filter=unsafe'),
        await who.post('/api/desk/cases/search', { q: 'ring' }),
      ];
      const read = await Promise.all(lists.map(async (list) => CaseList.parse(await list.json())));
      return read.map(({ cases, counts }) => [cases.length, counts.filter.all, counts.filter.unsafe]);
    };
    const kept = [
      [0, 0, 0],
      [0, 0, 0],
    ];
    expect(await found(sarah)).toEqual(kept);
    expect([await codeOf(await copy(sarah)), await codeOf(await wayBack(sarah))]).toEqual(['not-found', 'not-found']);
    await ask();
    await done(ola, agree);
    // She finds it, for she is to do something about it.
    expect(await found(sarah)).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ]);
    expect(await codeOf(await copy(sarah))).toBe('not-found');
    const refused = await wayBack(sarah);
    expect([refused.status, await codeOf(refused)]).toEqual([409, 'must-not-handle']);
    expect((await look(tom))?.history.map(({ type }) => type)).not.toContain('way-back-given');
    await done(sarah, accept);
    expect(await found(sarah)).toEqual(kept);
    expect([await codeOf(await copy(sarah)), await codeOf(await wayBack(sarah))]).toEqual(['not-found', 'not-found']);
    // What she is refused, whoever may see the case is given.
    expect([(await copy(tom)).status, (await wayBack(tom)).status]).toEqual([200, 200]);
  });

  it('ends after the hours that the council has set', async () => {
    await ask();
    await done(ola, agree);
    desk.setNow('2026-11-21T01:13:59.000Z');
    expect(await look(sarah)).toBeDefined();
    desk.setNow('2026-11-21T01:14:00.000Z');
    expect(await look(sarah)).toBeUndefined();
  });

  it('ends when the concern is seen to, and is then not to be had', async () => {
    await ask();
    await done(ola, agree);
    await done(tom, accept);
    expect(await look(sarah)).toBeUndefined();
    expect(await codeOf(await act(tom, { ...asking, staff: sarah.id }))).toBe('no-open-concern');
    // What is raised anew is asked for anew.
    await submit(desk.app, ids.first, { safe: 'not-sure', words: 'And now this.', notThisPerson: 'Sarah' });
    expect(await look(sarah)).toBeUndefined();
    expect(await codeOf(await act(ola, agree))).toBe('not-yet');
  });

  it('is for somebody of the staff from whom it is kept', async () => {
    const refused: [string, string][] = [
      [ola.id, 'not_allowed'],
      ['nobody', 'unknown'],
    ];
    for (const [staff, code] of refused) {
      const answer = await act(tom, { ...asking, staff });
      expect(await answer.json()).toMatchObject({ code: 'invalid-body', errors: [{ pointer: '/staff', code }] });
    }
  });

  it('stands in the record of what staff did, with who asked, who agreed and who looked', async () => {
    await ask();
    await done(ola, agree);
    await look(sarah);
    const acts = await store.db.selectFrom('audit').select(['verb', 'staffName', 'caseId']).orderBy('seq').execute();
    const here = acts.filter(({ caseId }) => caseId === ids.first).map(({ verb, staffName }) => `${verb} ${staffName}`);
    expect(here).toEqual(
      expect.arrayContaining(['case-ask-safety-access tom', 'case-agree-safety-access ola', 'case-opened sarah']),
    );
  });
});
