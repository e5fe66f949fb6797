import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { CaseList, pageSize } from '../../../src/domain/desk-list.ts';
import { recordEvents } from '../../../src/server/store/keep-index.ts';
import { setDeactivated } from '../../../src/server/store/staff.ts';
import { codeOf, ids, readCase, submit } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { colleague } from '../people/colleagues.ts';
import { council } from '../test-app.ts';
import { useSignedInDesk } from './use-signed-in-desk.ts';

describe.each(testStores)('the list of cases, on $name', ({ open }) => {
  const desk = useSignedInDesk(open);
  beforeEach(async () => {
    desk.setNow('2026-11-20T10:00:00.000Z');
  });

  const ask = (query: Record<string, string>) =>
    desk.app.request(`/api/desk/cases?${new URLSearchParams(query)}`, { headers: { Cookie: desk.cookie } });
  const list = async (query: Record<string, string> = {}) => {
    const response = await ask(query);
    expect(response.status).toBe(200);
    return CaseList.parse(await response.json());
  };
  const found = async (query: Record<string, string>) => (await list(query)).cases.map(({ id }) => id);

  describe('its order', () => {
    it('puts not safe first, then what nobody has opened, then by date', async () => {
      desk.setNow('2026-11-18T10:00:00.000Z');
      await submit(desk.app, ids.first);
      await readCase(desk, ids.first);
      desk.setNow('2026-11-19T10:00:00.000Z');
      await submit(desk.app, ids.second);
      desk.setNow('2026-11-20T10:00:00.000Z');
      await submit(desk.app, ids.third, { safe: 'no' });
      const { cases } = await list();
      expect(cases.map(({ id, unread }) => [id, unread])).toEqual([
        [ids.third, true],
        [ids.second, true],
        [ids.first, false],
      ]);
    });

    it('takes what is opened for read, and unread again once more is said', async () => {
      await submit(desk.app, ids.first);
      expect((await list()).counts.filter.unread).toBe(1);
      await readCase(desk, ids.first);
      expect((await list()).counts.filter.unread).toBe(0);
      await submit(desk.app, ids.first, { words: 'And another thing.' });
      expect((await list()).cases).toMatchObject([{ unread: true }]);
    });
  });

  describe('its pages', () => {
    const fill = async (count: number) => {
      for (let each = 0; each < count; each += 1) await submit(desk.app, randomUUID(), { words: `Number ${each}.` });
    };
    const rest = async (after: string | null) => {
      const seen: string[] = [];
      for (let next = after; next; ) {
        const page = await list({ after: next });
        seen.push(...page.cases.map(({ id }) => id));
        next = page.next;
      }
      return seen;
    };

    it('hold fifty each and every case once, whatever comes meanwhile', async () => {
      await fill(2 * pageSize + 3);
      const all = (await desk.store.db.selectFrom('cases').select('id').execute()).map(({ id }) => id);
      const first = await list();
      expect(first.cases).toHaveLength(pageSize);
      await submit(desk.app, ids.first, { safe: 'no' });
      const seen = [...first.cases.map(({ id }) => id), ...(await rest(first.next))];
      expect(seen).toHaveLength(all.length);
      expect(new Set(seen)).toEqual(new Set(all));
      expect((await list()).cases[0]?.id).toBe(ids.first);
    });

    it('end with the last case, without an empty page after it', async () => {
      await fill(pageSize);
      expect(await list()).toMatchObject({ next: null });
      await fill(1);
      const { next } = await list();
      expect(await rest(next)).toHaveLength(1);
    });
  });

  describe('its filters', () => {
    it('find what they count', async () => {
      const day = (date: string) => desk.setNow(`${date}T10:00:00.000Z`);
      const record = (caseId: string, seq: number, ...events: Parameters<typeof recordEvents>[2][number]['event'][]) =>
        recordEvents(
          desk.store.db,
          council.procedure,
          events.map((event, index) => ({ caseId, seq: seq + index, event })),
          '2026-11-12T10:00:00.000Z',
        );
      const at = '2026-11-12T10:00:00.000Z';
      const route = { type: 'route-confirmed', route: 'statutory', at } as const;
      day('2026-11-12');
      await submit(desk.app, ids.first, { voice: 'advocate', advocate: 'yes' });
      await submit(desk.app, ids.second);
      await record(ids.second, 2, { type: 'acknowledged', at }, route, { type: 'stage1-answered', at });
      day('2026-11-20');
      await submit(desk.app, ids.third, { kind: 'comment', safe: 'not-sure' });
      const [late, asked, comment] = [ids.first, ids.second, ids.third];
      const expected = {
        unsafe: [comment],
        unread: [comment, late],
        all: [comment, late, asked],
        mine: [],
        nobody: [comment, late, asked],
        late: [late],
        soon: [comment],
        unacknowledged: [comment, late],
        consent: [late],
        advocate: [late],
        'waiting-for-person': [asked],
        learning: [],
      };
      const { counts } = await list();
      for (const [filter, cases] of Object.entries(expected)) {
        expect(await found({ filter }), filter).toEqual(cases);
        expect(counts.filter[filter as keyof typeof expected], filter).toBe(cases.length);
      }
      expect(counts).toMatchObject({
        route: { corporate: 0, statutory: 1, none: 2 },
        stage: { new: 2, stage1: 1 },
        kind: { complaint: 2, comment: 1, compliment: 0 },
        team: { none: 3 },
      });
      expect(await found({ route: 'statutory' })).toEqual([asked]);
      expect(await found({ route: 'none', kind: 'complaint' })).toEqual([late]);
      expect(await found({ stage: 'new', filter: 'late' })).toEqual([late]);
      expect(await found({ team: 'none', stage: 'stage1' })).toEqual([asked]);
      expect(await found({ team: 'north' })).toEqual([]);
    });

    it('know what is given to the officer who asks, and to which team', async () => {
      const at = '2026-11-20T10:00:00.000Z';
      const me = (await desk.store.db.selectFrom('user').select('id').executeTakeFirstOrThrow()).id;
      await submit(desk.app, ids.first);
      await submit(desk.app, ids.second);
      const give = (caseId: string, to: { staff: string; name: string } | { team: string }) =>
        recordEvents(desk.store.db, council.procedure, [{ caseId, seq: 2, event: { type: 'assigned', to, at } }], at);
      await give(ids.first, { staff: me, name: 'Jo' });
      await give(ids.second, { team: 'north' });
      expect(await found({ filter: 'mine' })).toEqual([ids.first]);
      expect(await found({ team: 'north' })).toEqual([ids.second]);
      expect((await list()).counts).toMatchObject({ filter: { mine: 1, nobody: 0 }, team: { none: 1, north: 1 } });
    });

    it('know what nobody has, and what somebody has who has left', async () => {
      const at = '2026-11-20T10:00:00.000Z';
      const { id: ola } = await colleague(desk.store, desk.app, { name: 'ola', roles: ['officer'] });
      for (const id of [ids.first, ids.second, ids.third]) await submit(desk.app, id);
      const give = (caseId: string, to: { staff: string; name: string } | { team: string }) =>
        recordEvents(desk.store.db, council.procedure, [{ caseId, seq: 2, event: { type: 'assigned', to, at } }], at);
      await give(ids.first, { staff: ola, name: 'Ola Reed' });
      await give(ids.second, { team: 'north' });
      expect(await found({ filter: 'nobody' })).toEqual([ids.third]);
      await setDeactivated(desk.store.db, ola, at);
      expect(await found({ filter: 'nobody' })).toEqual([ids.third, ids.first]);
      const { cases, counts } = await list();
      expect(counts.filter.nobody).toBe(2);
      expect(cases.filter(({ holderLeft }) => holderLeft).map(({ id }) => id)).toEqual([ids.first]);
    });

    it('follow the days by themselves', async () => {
      await submit(desk.app, ids.first);
      expect((await list()).counts.filter).toMatchObject({ late: 0, soon: 1 });
      desk.setNow('2026-11-25T23:30:00.000Z');
      expect((await list()).counts.filter).toMatchObject({ late: 0, soon: 1 });
      desk.setNow('2026-11-26T00:00:00.000Z');
      expect((await list()).counts.filter).toMatchObject({ late: 1, soon: 0 });
    });

    it('let what the person could do be gone the day after', async () => {
      await submit(desk.app, ids.first);
      const at = '2026-11-20T10:00:00.000Z';
      const events = [
        { type: 'acknowledged', at } as const,
        { type: 'route-confirmed', route: 'statutory', at } as const,
        { type: 'stage1-answered', at } as const,
      ];
      const rows = events.map((event, index) => ({ caseId: ids.first, seq: 2 + index, event }));
      await recordEvents(desk.store.db, council.procedure, rows, at);
      const [{ waitingFor } = {}] = (await list()).cases;
      desk.setNow(`${waitingFor?.due}T12:00:00.000Z`);
      expect((await list()).counts.filter['waiting-for-person']).toBe(1);
      desk.setNow('2027-03-01T12:00:00.000Z');
      const { counts, cases } = await list();
      expect(counts).toMatchObject({ filter: { 'waiting-for-person': 0, late: 0 }, stage: { finished: 1 } });
      expect(cases).toMatchObject([{ waitingFor: null }]);
    });
  });

  it('refuses what is not as it is described, saying where and not what', async () => {
    const all: [Record<string, string>, string][] = [
      [{ filter: 'everything' }, '/filter'],
      [{ route: 'neither' }, '/route'],
      [{ stage: '9' }, '/stage'],
      [{ team: 'Ünknown' }, '/team'],
      [{ kind: '' }, '/kind'],
      [{ q: 'x'.repeat(201) }, '/q'],
      [{ after: 'not a place' }, '/after'],
      [{ after: 'bm90IGpzb24' }, '/after'],
      [{ after: Buffer.from('[1,"a","b",4294967296]').toString('base64url') }, '/after'],
      [{ after: Buffer.from('[1,"a\\u0000","b",1]').toString('base64url') }, '/after'],
      [{ fliter: 'late' }, ''],
    ];
    for (const [query, pointer] of all) {
      const response = await ask(query);
      expect(response.status, JSON.stringify(query)).toBe(400);
      const { errors } = (await response.clone().json()) as { errors: { pointer: string }[] };
      expect(await codeOf(response)).toBe('invalid-parameter');
      expect(errors.map((each) => each.pointer)).toEqual([pointer]);
    }
  });
});
