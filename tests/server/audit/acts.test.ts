import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditVerbs } from '../../../src/domain/audit.ts';
import { changes, declarationOf, reads, undeclaredRoutes, unrecorded } from '../../../src/server/audit/acts.ts';
import { recordActs } from '../../../src/server/audit/record-acts.ts';
import type { Store } from '../../../src/server/store/database.ts';
import type { OfficerEnv } from '../../../src/server/web/officer-env.ts';
import { problemResponse } from '../../../src/server/web/problem-response.ts';
import { openTestSqlite } from '../open-test-store.ts';
import { auditKey, createTestApp, friday } from '../test-app.ts';
import { verbsOf } from './chain-of.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestSqlite();
});
afterAll(() => store.close());

it('a route that does not say what it records is found, wherever it stands', () => {
  const answer = (c: { text: (text: string) => Response }) => c.text('');
  const inner = new Hono()
    .use('/desk/*', (_, next) => next())
    .get('/desk/told', reads('told'), answer)
    .post('/desk/done', changes('done'), answer)
    .get('/auth/me', unrecorded(), answer)
    .get('/desk/silent', answer)
    .delete('/people/:id', answer)
    .get('/health', answer);
  const app = new Hono().basePath('/api').route('/', inner);
  expect(undeclaredRoutes(app.routes, ['GET /api/health'])).toEqual(['GET /api/desk/silent', 'DELETE /api/people/:id']);
});

it('the server does not start with one: every route of staff’s has a verb that the record’s page knows', () => {
  const routes = createTestApp(store).routes.filter(({ path }) => /^\/api\/(desk|auth|staff)\//.test(path));
  const byName = Map.groupBy(routes, ({ method, path }) => `${method} ${path}`);
  const told = [...byName.values()].map(declarationOf).filter((declared) => declared !== undefined);
  expect(told.length).toBeGreaterThan(8);
  for (const declared of told) {
    if (declared.how === 'unrecorded') continue;
    // A verb that is not in the list has no words on the page of the record.
    expect(auditVerbs).toContain(declared.verb);
  }
});

it('a change that nobody recorded is answered with an error, and one who is not signed in is refused for the record', async () => {
  const app = new Hono<OfficerEnv>()
    .basePath('/api')
    .use(recordActs({ db: store.db, key: auditKey, now: () => friday, onHead: () => undefined }))
    .post('/desk/forgotten', changes('forgotten'), (c) => c.json({}))
    .post('/desk/refused', changes('asked-for'), (c) => problemResponse(c, 'foreign-origin'));
  app.onError((error, c) => c.text(error.message, 500));
  const forgotten = await app.request('/api/desk/forgotten', { method: 'POST' });
  expect([forgotten.status, await forgotten.text()]).toEqual([500, 'A change was answered that nobody recorded.']);
  expect((await app.request('/api/desk/refused', { method: 'POST' })).status).toBe(403);
  expect(await verbsOf(store)).toEqual(['refused']);
});
