import { sql } from 'kysely';
import { afterEach, describe, expect, inject, test } from 'vitest';
import type { Store } from '../../../src/server/store/database.ts';
import { listSafetyMails, nextMail } from '../../../src/server/store/mails.ts';
import { migrate } from '../../../src/server/store/migrate.ts';
import { openPostgres } from '../../../src/server/store/open-postgres.ts';
import { openSqlite } from '../../../src/server/store/open-sqlite.ts';
import { createTestDatabase, temporaryFolder } from '../open-test-store.ts';

const engines: [string, () => Promise<{ store: Store; drop?: () => Promise<void> }>][] = [
  ['SQLite', async () => ({ store: openSqlite(`${temporaryFolder()}/heard.sqlite`) })],
  [
    'PostgreSQL',
    async () => {
      const { url, drop } = await createTestDatabase(inject('postgresUrl'));
      return { store: openPostgres(url.href, () => undefined), drop };
    },
  ],
];

describe.each(engines)('a store of before there was one outbox, on %s', (_, open) => {
  let end: () => Promise<void>;
  afterEach(() => end());

  test('loses no e-mail about safety: what waits goes on waiting, what went has gone', async () => {
    const { store, drop } = await open();
    end = () => store.close().then(drop);
    const { db } = store;
    await migrate(store, '0007-audit');
    const at = (minute: number) => `2026-11-20T10:0${minute}:00.000Z`;
    const theCase = { id: 'a', reference: 'H-1', followKeyHash: 'none', receivedAt: at(0) };
    await db.insertInto('cases').values(theCase).execute();
    const old = (seq: number, sentAt: string | null) =>
      sql`insert into "safetyMails" ("caseId", "seq", "queuedAt", "attempts", "notBefore", "sentAt")
        values ('a', ${seq}, ${at(0)}, 3, ${at(5)}, ${sentAt})`.execute(db);
    await old(2, at(1));
    await old(3, null);
    await migrate(store);
    expect(await listSafetyMails(db, 'a')).toEqual([
      { seq: 2, sentAt: at(1) },
      { seq: 3, sentAt: null },
    ]);
    expect(await nextMail(db, 'safety', { at: at(4), today: '2026-11-20' })).toBeUndefined();
    const next = await nextMail(db, 'safety', { at: at(5), today: '2027-01-04' });
    expect(next).toEqual({
      ...{ key: 'safety/a/3', kind: 'safety', caseId: 'a', seq: 3, recipient: null, day: null },
      ...{ queuedAt: at(0), attempts: 3 },
    });
  });
});
