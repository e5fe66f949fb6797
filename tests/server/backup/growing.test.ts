import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Engine } from '../../../src/server/store/database.ts';
import { knownMigrations, listMigrated, migrate } from '../../../src/server/store/migrate.ts';
import { runCommand } from '../commands/run-command.ts';
import { temporaryFolder } from '../open-test-store.ts';
import { auditKey, authSecret, friday } from '../test-app.ts';
import { emptyPlace, keys, rowsOf } from './places.ts';

const secrets = { HEARD_AUTH_SECRET: authSecret, HEARD_AUDIT_KEY: auditKey };

it.each<Engine>(['sqlite', 'postgres'])('one of an older Heard is brought up to date, on %s', async (engine) => {
  const old = await emptyPlace(engine);
  const store = old.open();
  const [, , , last = ''] = knownMigrations(engine);
  await migrate(store, last);
  const row = { id: randomUUID(), reference: 'H-1', followKeyHash: 'hash', receivedAt: friday };
  await store.db.insertInto('cases').values(row).execute();
  const file = path.join(temporaryFolder(), 'old');
  expect((await runCommand('backup', [file], { ...old.settings, ...secrets, ...keys })).code).toBe(0);
  const place = await emptyPlace(engine);
  const { code, output } = await runCommand('restore', [file], { ...place.settings, ...keys });
  expect(output).toMatch(/^Restored 1 rows of \d+ tables/);
  expect(code).toBe(0);
  const restored = place.open();
  expect(await listMigrated(restored.db)).toEqual(knownMigrations(engine));
  expect(await rowsOf(restored, 'cases')).toEqual(await rowsOf(store, 'cases'));
  for (const each of [store, restored]) await each.close();
  for (const each of [old, place]) await each.remove();
});

it.each<Engine>(['sqlite', 'postgres'])(
  'however much there is, memory stays as it is, on %s',
  async (engine) => {
    const source = await emptyPlace(engine);
    const store = source.open();
    await migrate(store);
    // 60 MB: beside the program itself, more than the heap that either command is given here.
    const content = 'She said she would ring on Tuesday. '.repeat(1_400);
    for (let first = 0; first < 1_200; first += 100) {
      const cases = Array.from({ length: 100 }, (_, index) => {
        const reference = `H-${first + index}`;
        return { id: randomUUID(), reference, followKeyHash: 'hash', receivedAt: friday };
      });
      await store.db.insertInto('cases').values(cases).execute();
      const submissions = cases.map(({ id }) => ({ caseId: id, contentDigest: id, content, receivedAt: friday }));
      await store.db.insertInto('submissions').values(submissions).execute();
    }
    await store.close();
    const file = path.join(temporaryFolder(), 'large');
    const small = { NODE_OPTIONS: '--max-old-space-size=64', ...keys };
    expect(await runCommand('backup', [file], { ...source.settings, ...secrets, ...small })).toEqual({
      code: 0,
      output: expect.any(String),
    });
    const place = await emptyPlace(engine);
    const { code, output } = await runCommand('restore', [file], { ...place.settings, ...small });
    expect(output).toMatch(/^Restored 240\d rows/);
    expect(code).toBe(0);
    for (const each of [source, place]) await each.remove();
  },
  120_000,
);
