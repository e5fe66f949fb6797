import type { OpenAPIV3_1 } from 'openapi-types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../../src/server/store/database.ts';
import { openTestDesk, type TestDesk } from '../open-test-desk.ts';
import { openTestSqlite } from '../open-test-store.ts';
import { colleague } from '../people/colleagues.ts';

let store: Store;
let desk: TestDesk;
beforeEach(async () => {
  store = await openTestSqlite();
  desk = openTestDesk(store);
});
afterEach(() => store.close());

test('the one file that can be saved is called what the server calls it, whatever is asked', async () => {
  const admin = await colleague(store, desk.app, { name: 'ada', roles: ['administrator'] });
  for (const asked of ['', '?filename=..%2Fevil.html', '?name=%22%0d%0aSet-Cookie:%20x', '/evil.html']) {
    const answer = await admin.get(`/api/desk/audit/export${asked}`);
    const named = answer.headers.get('content-disposition');
    if (asked.startsWith('/')) expect([answer.status, named]).toEqual([404, null]);
    else expect([answer.status, named]).toEqual([200, 'attachment; filename="heard-record.jsonl"']);
    await answer.body?.cancel();
  }
});

test('nothing else that the API answers is a file: it is JSON, or nothing', async () => {
  const document = (await (await desk.app.request('/api/openapi.json')).json()) as OpenAPIV3_1.Document;
  const files = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.values(item ?? {}).flatMap((operation) => {
      const { responses = {} } = operation as OpenAPIV3_1.OperationObject;
      const types = Object.values(responses).flatMap((answer) =>
        Object.keys((answer as OpenAPIV3_1.ResponseObject).content ?? {}),
      );
      return types.filter((type) => !/^application\/(problem\+)?json$/.test(type)).map((type) => [path, type]);
    }),
  );
  expect(files).toEqual([['/api/desk/audit/export', 'application/jsonl']]);
});
