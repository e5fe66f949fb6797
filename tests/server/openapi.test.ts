import type { Hono } from 'hono';
import type { OpenAPIV3_1 } from 'openapi-types';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/server/store/database.ts';
import { openTestSqlite } from './open-test-store.ts';
import { council, createTestApp } from './test-app.ts';

type Operation = OpenAPIV3_1.OperationObject;
interface Example {
  method: string;
  path: string;
  operation: Operation;
  parameters: OpenAPIV3_1.ParameterObject[];
  bodies: [type: string, media: OpenAPIV3_1.MediaTypeObject][];
}

let store: Store;
let app: Hono;
let examples: Example[];
beforeAll(async () => {
  store = await openTestSqlite();
  app = createTestApp(store);
  examples = readOperations((await (await app.request('/api/openapi.json')).json()) as OpenAPIV3_1.Document);
});
afterAll(() => store.close());

// What writes comes first, so that the examples of what reads find what those of what writes have left.
const order = ['put', 'post', 'patch', 'delete', 'get'];

function readOperations(document: OpenAPIV3_1.Document): Example[] {
  const all = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    order.flatMap((method): Example[] => {
      const operation = (item as Record<string, Operation | undefined>)[method];
      if (!operation) return [];
      const parameters = [
        ...(item?.parameters ?? []),
        ...(operation.parameters ?? []),
      ] as OpenAPIV3_1.ParameterObject[];
      const body = operation.requestBody as OpenAPIV3_1.RequestBodyObject | undefined;
      return [{ method, path, operation, parameters, bodies: Object.entries(body?.content ?? {}) }];
    }),
  );
  return all.sort((a, b) => order.indexOf(a.method) - order.indexOf(b.method));
}

test('the API describes itself in OpenAPI 3.1', async () => {
  const response = await app.request('/api/openapi.json');
  expect(response.status).toBe(200);
  const document = (await response.json()) as OpenAPIV3_1.Document;
  expect(document.openapi).toMatch(/^3\.1\./);
  expect(document.info.title).toContain('Shropshire');
  const described = examples.map(({ method, path }) => `${method} ${path}`);
  expect(described).toEqual(
    expect.arrayContaining(['put /api/submissions/{id}', 'get /api/status', 'get /api/council', 'get /api/health']),
  );
});

test('every operation has a name, and a name is given once', () => {
  const names = examples.map(({ operation }) => operation.operationId);
  expect(names.every(Boolean)).toBe(true);
  expect(new Set(names).size).toBe(names.length);
});

test('every body and every parameter has an example', () => {
  for (const { method, path, parameters, bodies } of examples) {
    for (const parameter of parameters) expect(parameter.example, `${method} ${path}: ${parameter.name}`).toBeDefined();
    for (const [type, media] of bodies) expect(media.example, `${method} ${path}: ${type}`).toBeDefined();
    // A path that is filled in with a parameter says which.
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(parameters.filter((each) => each.in === 'path').map((each) => each.name)).toEqual(named);
  }
});

test('each example is accepted as it stands', async () => {
  for (const example of examples) {
    const bodies = example.bodies.length > 0 ? example.bodies : [undefined];
    for (const body of bodies) {
      const response = await app.request(...requestOf(example, body));
      const said = await response.text();
      // The desk asks for an account, a session or a link of its own, which no description can hold.
      const needsStaff = /"(sign-in-required|wrong-credentials|set-up-link-invalid)"/.test(said);
      expect(needsStaff || response.status < 300, `${example.method} ${example.path}: ${said}`).toBe(true);
    }
  }
});

function requestOf({ method, path, parameters }: Example, body: Example['bodies'][number] | undefined) {
  const of = (place: string) => parameters.filter((each) => each.in === place);
  const filled = of('path').reduce((made, each) => made.replace(`{${each.name}}`, String(each.example)), path);
  const query = new URLSearchParams(of('query').map((each) => [each.name, String(each.example)]));
  const headers = Object.fromEntries(of('header').map((each) => [each.name, String(each.example)]));
  const init: RequestInit = { method: method.toUpperCase(), headers };
  if (body) {
    const [type, { example }] = body;
    headers['Content-Type'] = type;
    init.body = typeof example === 'string' ? example : JSON.stringify(example);
  }
  return [`${filled}${query.size > 0 ? `?${query}` : ''}`, init] as const;
}

test('the council is told as its file says', async () => {
  const response = await app.request('/api/council');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual(council);
});

test('health is 200 when the store answers', async () => {
  const response = await app.request('/api/health');
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toEqual({ status: 'ready', council: 'shropshire' });
});
