import { describe, expect, test } from 'vitest';
import type { Receipt } from '../../../src/domain/api.ts';
import { listAllEvents } from '../../../src/server/store/events.ts';
import { listAllSubmissions } from '../../../src/server/store/submissions.ts';
import { testStores } from '../open-test-store.ts';
import { countKept, createTestApp, newSent, type Sent, send } from '../test-app.ts';

const ids = 40;

/** Five requests for one submission: twice the same, the same by two tabs, and somebody else's under its id. */
function contested(): Sent[] {
  const mine = newSent();
  const otherTab = { ...mine, body: { version: 1, kind: 'complaint', words: 'Nobody rang me.' } };
  return [mine, mine, otherTab, { ...newSent(), id: mine.id }, mine];
}

function shuffled<Item>(items: Item[]): Item[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

describe.each(testStores)('200 requests at once, on $name', ({ open }) => {
  // Two apps over one store do not share their commits, as two processes over one PostgreSQL do not.
  test.each([1, 2])('each id is taken in once, through %i app(s)', async (count) => {
    const store = await open();
    const apps = Array.from({ length: count }, () => createTestApp(store));
    const sent = shuffled(Array.from({ length: ids }, contested).flat());
    expect(sent).toHaveLength(200);
    const answers = await Promise.all(
      sent.map(async (each, index) => {
        const app = apps[index % count];
        if (!app) throw new Error('No app.');
        const response = await send(app, each);
        return { ...each, status: response.status, receipt: (await response.json()) as Receipt };
      }),
    );

    const byId = Map.groupBy(answers, ({ id }) => id);
    expect(byId.size).toBe(ids);
    for (const group of byId.values()) {
      const first = group.filter(({ status }) => status === 201);
      expect(first).toHaveLength(1);
      const winner = first[0]?.key;
      for (const { key, status, receipt } of group) {
        if (key !== winner) expect(status).toBe(403);
        else expect({ ...receipt, digest: '' }).toEqual({ ...first[0]?.receipt, digest: '' });
      }
    }

    expect((await countKept(store)).cases).toBe(ids);
    const versions = Map.groupBy(await listAllSubmissions(store.db), ({ caseId }) => caseId);
    for (const [id, events] of await listAllEvents(store.db)) {
      expect(events[0]?.type).toBe('received');
      expect(events.slice(1).every(({ type }) => type === 'further-version')).toBe(true);
      expect(events).toHaveLength(versions.get(id)?.length ?? 0);
    }
    await store.close();
  });
});
