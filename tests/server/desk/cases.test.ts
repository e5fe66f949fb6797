import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CaseDetail, CaseList } from '../../../src/domain/desk-api.ts';
import type { Store } from '../../../src/server/store/database.ts';
import {
  addOfficer,
  codeOf,
  followKeyOf,
  openTestDesk,
  postJson,
  readCase,
  signIn,
  submit,
  type TestDesk,
} from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';

const ids = {
  first: '11111111-1111-4111-8111-111111111111',
  second: '22222222-2222-4222-8222-222222222222',
  third: '33333333-3333-4333-8333-333333333333',
};
const letter = { message: 'We have it. You should hear from us by Friday.', route: 'statutory', revision: 1 };

describe.each(testStores)('the cases of the desk, on $name', ({ open }) => {
  let store: Store;
  let desk: TestDesk;
  let cookie: string;

  beforeEach(async () => {
    store = await open();
    await addOfficer(store);
    desk = openTestDesk(store);
    cookie = await signIn(desk.app);
  });
  afterEach(() => store.close());

  const list = async () => {
    const response = await desk.app.request('/api/desk/cases', { headers: { Cookie: cookie } });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    return CaseList.parse(await response.json());
  };
  const acknowledge = (id: string, body: unknown, headers: Record<string, string> = {}) =>
    postJson(desk.app, `/api/desk/cases/${id}/acknowledgement`, body, { Cookie: cookie, ...headers });
  const passOn = (id: string, body: unknown) =>
    postJson(desk.app, `/api/desk/cases/${id}/passing-on`, body, { Cookie: cookie });

  describe('listing', () => {
    it('puts late ones first, then by date, then those with nothing to wait for', async () => {
      desk.setNow('2026-11-02T10:00:00.000Z');
      await submit(desk.app, ids.first, { kind: 'compliment' });
      await acknowledge(ids.first, { message: 'Thank you.', revision: 1 });
      await passOn(ids.first, { revision: 2 });
      desk.setNow('2026-11-20T10:00:00.000Z');
      await submit(desk.app, ids.second);
      desk.setNow('2026-11-10T10:00:00.000Z');
      await submit(desk.app, ids.third);
      desk.setNow('2026-11-20T11:00:00.000Z');
      const { asOf, cases } = await list();
      expect(asOf).toBe('2026-11-20');
      expect(cases.map(({ id, waitingFor }) => [id, waitingFor?.step, waitingFor?.state])).toEqual([
        [ids.third, 'acknowledge', 'late'],
        [ids.second, 'acknowledge', 'next'],
        [ids.first, undefined, undefined],
      ]);
    });

    it('tells who speaks, whether they want an advocate, and the opening words', async () => {
      const words = `My worker\n\nsaid ${'😀'.repeat(200)}`;
      await submit(desk.app, ids.first, { words, voice: 'child', advocate: 'yes' });
      await submit(desk.app, ids.first, { words: 'More.' });
      const [found] = (await list()).cases;
      expect(found).toMatchObject({ voice: 'child', advocate: 'yes', kind: 'complaint', route: null });
      expect(found?.opening).toMatch(/^My worker said 😀+…$/u);
      expect([...(found?.opening ?? '')]).toHaveLength(141);
    });

    it('is empty before anyone has told anything', async () => {
      expect((await list()).cases).toEqual([]);
    });
  });

  describe('opening one', () => {
    it('shows every version of what was said, and the revision', async () => {
      await submit(desk.app, ids.first, { words: 'First.', register: 'younger' });
      desk.setNow('2026-11-21T09:00:00.000Z');
      await submit(desk.app, ids.first, { words: 'Second.', advocate: 'has-someone' });
      const detail = CaseDetail.parse(await readCase(desk.app, ids.first, cookie));
      expect(detail.versions.map(({ words, register, advocate }) => ({ words, register, advocate }))).toEqual([
        { words: 'First.', register: 'younger', advocate: undefined },
        { words: 'Second.', register: undefined, advocate: 'has-someone' },
      ]);
      expect(detail).toMatchObject({ revision: 2, letters: [], reference: expect.stringMatching(/^H-/) });
      expect(JSON.stringify(detail)).not.toContain(followKeyOf(ids.first));
    });

    it('tells by when each route would ask for an answer, until one is confirmed', async () => {
      await submit(desk.app, ids.first);
      await submit(desk.app, ids.second, { kind: 'compliment' });
      const { routeChoices } = await readCase(desk.app, ids.first, cookie);
      expect(routeChoices.map(({ route }) => route)).toEqual(['statutory', 'corporate']);
      expect((await readCase(desk.app, ids.second, cookie)).routeChoices).toEqual([]);
      for (const { route, answerBy } of routeChoices) {
        const id = { statutory: ids.first, corporate: ids.third }[route];
        if (id === ids.third) await submit(desk.app, id);
        const after = CaseDetail.parse(await (await acknowledge(id, { ...letter, route })).json());
        expect(after.routeChoices).toEqual([]);
        expect(after.waitingFor).toMatchObject({ step: 'stage1-answer', due: answerBy });
      }
    });

    it.each([
      ['00000000-0000-4000-8000-000000000000', 404, 'not-found'],
      ['no-uuid', 400, 'invalid-id'],
      ["1'%20or%20'1'='1", 400, 'invalid-id'],
    ])('answers %s with %i', async (id, status, code) => {
      const response = await desk.app.request(`/api/desk/cases/${id}`, { headers: { Cookie: cookie } });
      expect(response.status).toBe(status);
      expect(await codeOf(response)).toBe(code);
    });
  });
});
