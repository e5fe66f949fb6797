import fc from 'fast-check';
import type { OpenAPIV3_1 } from 'openapi-types';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/server/store/database.ts';
import { openTestSqlite } from '../server/open-test-store.ts';
import { createTestApp } from '../server/test-app.ts';
import { broken, textBreaks } from './broken.ts';
import { fromSchema } from './from-schema.ts';
import { type Operation, operationsOf } from './operations.ts';
import { written } from './written.ts';

let store: Store;
let operations: Operation[];
beforeAll(async () => {
  store = await openTestSqlite();
  const document = (await (await createTestApp(store).request('/api/openapi.json')).json()) as OpenAPIV3_1.Document;
  operations = operationsOf(document);
});
afterAll(() => store.close());

/** As it goes to a server that has told nothing yet. */
const text = (value: unknown) => written(value, () => undefined);

test('what is drawn from the schema of a body has its shape, for every operation', () => {
  const withBody = operations.filter(({ body }) => body !== undefined);
  expect(withBody.length).toBeGreaterThan(15);
  for (const { name, body = {}, isBody } of withBody) {
    const holds = fc.property(fromSchema(body), (value) => isBody(JSON.parse(text(value))));
    expect(fc.check(holds, { numRuns: 40 }).failed, name).toBe(false);
  }
});

test('most of what is broken on purpose is truly broken, and some of it is not: the schema says which', () => {
  const put = operations.find(({ name }) => name === 'PUT /api/submissions/{id}');
  if (!put?.body) throw new Error('The description has no way in.');
  const samples = fc.sample(broken(fromSchema(put.body)), { numRuns: 300, seed: 1 }).map(text);
  const right = samples.filter((each) => put.isBody(JSON.parse(each)));
  expect(right.length).toBeGreaterThan(0);
  expect(right.length).toBeLessThan(150);
});

test('a name that a program must not follow is broken, and so is a number beyond all', () => {
  const put = operations.find(({ name }) => name === 'PUT /api/submissions/{id}');
  const said = '{"version":1,"kind":"comment","words":"It rained."}';
  expect(put?.isBody(JSON.parse(said))).toBe(true);
  for (const more of [
    '"__proto__":{}',
    '"constructor":1',
    '"words":1e400',
    '"words":"\\ud800"',
    '"words":"a\\u0000"',
  ]) {
    expect(put?.isBody(JSON.parse(said.replace('}', `,${more}}`))), more).toBe(false);
  }
});

test('a request without words needs a picture, and the description says so', () => {
  const put = operations.find(({ name }) => name === 'PUT /api/submissions/{id}');
  expect(put?.isBody({ version: 1, kind: 'complaint' })).toBe(false);
  expect(put?.isBody({ version: 1, kind: 'complaint', feeling: 'sad' })).toBe(true);
});

test('every broken text can be sent', () => {
  for (const change of Object.values(textBreaks))
    expect(Buffer.from(change('{"a":"b"}') as string)).toBeInstanceOf(Buffer);
});
