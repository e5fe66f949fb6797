import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeAccounts } from '../../../src/server/demo/accounts.ts';
import { uuidOf } from '../../../src/server/demo/chance.ts';
import type { Happening, Told } from '../../../src/server/demo/happening.ts';
import { type Desk, NotAllowed, play } from '../../../src/server/demo/play.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { listEvents } from '../../../src/server/store/events.ts';
import { beginTestChain } from '../audit/chain-of.ts';
import { settingsOf } from '../open-test-desk.ts';
import { openTestSqlite } from '../open-test-store.ts';
import { auditKey, council } from '../test-app.ts';

/** A made-up case is held to the rules of a true one, on its own days. */

let store: Store;
let desk: Desk;

beforeEach(async () => {
  store = await openTestSqlite();
  await beginTestChain(store);
  const { db } = store;
  const staff = await makeAccounts({ db, settings: settingsOf(store), council, record: async () => undefined });
  desk = { db, council, auditKey, staff };
});
afterEach(() => store.close());

const caseId = uuidOf('a made-up case');
const until = '2026-11-23T14:00:00.000Z';
const told: Happening = {
  ...{ at: '2026-11-02T10:00:00.000Z', caseId, does: 'tell' },
  said: { version: 1, kind: 'complaint', words: 'The bus is late.' },
};
const doing = (at: string, action: Told): Happening => ({ at, caseId, does: 'act', by: 'officer', action });
const acknowledged = doing('2026-11-03T10:00:00.000Z', {
  ...{ action: 'acknowledge', route: 'statutory', message: 'We have it.' },
});

test('happens at its own hour, under the name of who did it, in whatever order it is told', async () => {
  const answer = doing('2026-11-10T10:00:00.000Z', { action: 'answer-stage1', message: 'You were right.' });
  await play(desk, [answer, acknowledged, told], until);
  const events = await listEvents(store.db, caseId);
  expect(events.map(({ type, at }) => [type, at.slice(0, 10)])).toEqual([
    ['received', '2026-11-02'],
    ['acknowledged', '2026-11-03'],
    ['route-confirmed', '2026-11-03'],
    ['stage1-answered', '2026-11-10'],
  ]);
  expect(events.at(-1)).toMatchObject({ by: desk.staff.officer.name });
});

test('does not happen yet when its hour has not come', async () => {
  await play(desk, [told, acknowledged], '2026-11-03T09:59:00.000Z');
  expect(await listEvents(store.db, caseId)).toHaveLength(1);
});

test.each<[string, Happening]>([
  [
    'an answer before it was acknowledged',
    doing('2026-11-04T10:00:00.000Z', { action: 'answer-stage1', message: 'No.' }),
  ],
  ['a day before it was received', doing('2026-11-04T10:00:00.000Z', { action: 'withdraw', on: '2026-10-30' })],
])('is refused: %s', async (_, wrong) => {
  await expect(play(desk, [told, wrong], until)).rejects.toThrow(NotAllowed);
  expect(await listEvents(store.db, caseId)).toHaveLength(1);
});
