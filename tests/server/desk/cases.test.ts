import { describe, expect, it } from 'vitest';
import { CaseDetail } from '../../../src/domain/desk-api.ts';
import { codeOf, followKeyOf, ids, letter, readCase, submit } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { useSignedInDesk } from './use-signed-in-desk.ts';

describe.each(testStores)('the cases of the desk, on $name', ({ open }) => {
  const desk = useSignedInDesk(open);

  describe('listing', () => {
    it('puts late ones first, then by date, then those with nothing to wait for', async () => {
      desk.setNow('2026-11-02T10:00:00.000Z');
      await submit(desk.app, ids.first, { kind: 'compliment' });
      await desk.acknowledge(ids.first, { message: 'Thank you.', revision: 1 });
      await desk.passOn(ids.first, { revision: 2 });
      desk.setNow('2026-11-20T10:00:00.000Z');
      await submit(desk.app, ids.second);
      desk.setNow('2026-11-10T10:00:00.000Z');
      await submit(desk.app, ids.third);
      desk.setNow('2026-11-20T11:00:00.000Z');
      const { asOf, cases } = await desk.list();
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
      const [found] = (await desk.list()).cases;
      expect(found).toMatchObject({ voice: 'child', advocate: 'yes', kind: 'complaint', route: null });
      expect(found?.opening).toMatch(/^My worker said 😀+…$/u);
      expect([...(found?.opening ?? '')]).toHaveLength(141);
    });

    it('tells of what was told by pictures what was pressed last, and no opening words', async () => {
      const first = { words: undefined, voice: 'child', aboutWhat: 'school', feeling: 'sad' } as const;
      await submit(desk.app, ids.first, first);
      await submit(desk.app, ids.first, { ...first, feeling: 'angry' });
      await submit(desk.app, ids.second);
      const { cases } = await desk.list();
      expect(cases.find(({ id }) => id === ids.first)).toMatchObject({
        opening: '',
        pictures: { aboutWhat: 'school', feeling: 'angry' },
      });
      expect(cases.find(({ id }) => id === ids.second)).not.toHaveProperty('pictures');
    });

    it('is empty before anyone has told anything', async () => {
      expect((await desk.list()).cases).toEqual([]);
    });
  });

  describe('opening one', () => {
    it('shows every version of what was said, and the revision', async () => {
      await submit(desk.app, ids.first, { words: 'First.', register: 'younger' });
      desk.setNow('2026-11-21T09:00:00.000Z');
      await submit(desk.app, ids.first, { words: 'Second.', advocate: 'has-someone' });
      const detail = CaseDetail.parse(await readCase(desk, ids.first));
      expect(detail.versions.map(({ words, register, advocate }) => ({ words, register, advocate }))).toEqual([
        { words: 'First.', register: 'younger', advocate: undefined },
        { words: 'Second.', register: undefined, advocate: 'has-someone' },
      ]);
      expect(detail).toMatchObject({ revision: 2, letters: [], reference: expect.stringMatching(/^H-/) });
      expect(JSON.stringify(detail)).not.toContain(followKeyOf(ids.first));
    });

    it('tells by when each route would ask for an answer, and of the other once one is confirmed', async () => {
      await submit(desk.app, ids.first);
      await submit(desk.app, ids.second, { kind: 'compliment' });
      const { routeChoices } = await readCase(desk, ids.first);
      expect(routeChoices.map(({ route }) => route)).toEqual(['statutory', 'corporate']);
      expect((await readCase(desk, ids.second)).routeChoices).toEqual([]);
      for (const { route, answerBy } of routeChoices) {
        const id = { statutory: ids.first, corporate: ids.third }[route];
        if (id === ids.third) await submit(desk.app, id);
        const after = CaseDetail.parse(await (await desk.acknowledge(id, { ...letter, route })).json());
        // The other one only, for as long as it may be changed.
        expect(after.routeChoices.map((each) => each.route)).toEqual(
          routeChoices.flatMap((each) => (each.route === route ? [] : [each.route])),
        );
        expect(after.waitingFor).toMatchObject({ step: 'stage1-answer', due: answerBy });
      }
    });

    it('answers an id that is unknown, or none, with what it is', async () => {
      for (const [id, status, code] of [
        ['00000000-0000-4000-8000-000000000000', 404, 'not-found'],
        ['no-uuid', 400, 'invalid-id'],
        ["1'%20or%20'1'='1", 400, 'invalid-id'],
      ] as const) {
        const response = await desk.app.request(`/api/desk/cases/${id}`, { headers: { Cookie: desk.cookie } });
        expect(response.status, id).toBe(status);
        expect(await codeOf(response)).toBe(code);
      }
    });
  });

  it('asks to sign in first, whatever is there and whoever follows it', async () => {
    await submit(desk.app, ids.first);
    const headers = { Authorization: `Bearer ${followKeyOf(ids.first)}` };
    for (const [method, address] of [
      ['GET', '/api/desk/cases'],
      ['GET', `/api/desk/cases/${ids.first}`],
      ['POST', `/api/desk/cases/${ids.first}/actions`],
      ['GET', '/api/desk/assignees'],
    ] as const) {
      const response = await desk.app.request(address, { method, headers });
      expect(response.status, address).toBe(401);
      expect(await codeOf(response)).toBe('sign-in-required');
    }
  });
});
