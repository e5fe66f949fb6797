import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { termsOf } from '../../../src/domain/search-terms.ts';
import type { Officer } from '../../../src/domain/staff.ts';
import { listPage } from '../../../src/server/store/case-list.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { visibleTo } from '../../../src/server/store/visible-to.ts';
import { fillDesk, wordOfAll, wordOfFew } from '../../bench/desk-cases.ts';
import { testStores } from '../open-test-store.ts';
import { council } from '../test-app.ts';

const today = '2026-11-20';
// More than PostgreSQL looks up one by one.
const count = 5_200;

describe.each(testStores)('search among many cases, on $name', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await fillDesk(store.db, council.procedure, count, today);
  }, 60_000);
  afterAll(() => store.close());

  const officer: Officer = { id: 'jo', name: 'Jo', email: 'jo@example.gov.uk', roles: ['officer'], teams: [] };
  const looking = { fallback: 'nobody@example.gov.uk', at: `${today}T10:00:00.000Z` };
  const page = async (words?: string, references: string[] = []) => {
    const asked = words === undefined ? undefined : { terms: termsOf(words), references };
    const visible = await visibleTo(store.db, officer, looking);
    const asking = { visible, seesWorse: true, assignee: officer.id, left: [], today, soon: today };
    return (await listPage(store.db, asking, { asked })).map(({ caseId }) => caseId);
  };

  it('gives for a word that is in every case the list as it is without one', async () => {
    expect(await page(wordOfAll)).toEqual(await page());
  });

  it('gives for a word that is in few exactly those, in the order of the list', async () => {
    const hits = await page(wordOfFew);
    expect(hits).toHaveLength(Math.ceil(count / 997));
    expect(hits).toEqual(await page(`${wordOfFew} ${wordOfAll}`));
  });

  it('gives for words that are in no case together only the case of that reference', async () => {
    const { caseId, reference } = await store.db.selectFrom('caseIndex').selectAll().limit(1).executeTakeFirstOrThrow();
    expect(await page('hippopotamus', [reference])).toEqual([caseId]);
    expect(await page('hippopotamus')).toEqual([]);
  });
});
