import { expect, test } from 'vitest';
import { openTestSqlite } from './open-test-store.ts';
import { createTestApp, newSent, send } from './test-app.ts';

test('what went wrong is logged with its place, and without a word of its message', async () => {
  const store = await openTestSqlite();
  const lines: string[] = [];
  const log = { error: (...said: unknown[]) => lines.push(JSON.stringify(said)) };
  const app = createTestApp(store, undefined, undefined, log);
  const secret = 'My worker did not ring.';
  store.db.transaction = () => {
    throw new Error(`could not insert\nDETAIL: ${secret}\n    at ${secret} (row 1)\n${secret}`);
  };
  const response = await send(app, newSent());
  await store.close();
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain(secret);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('log.test.ts');
  expect(lines[0]).not.toContain(secret);
});
