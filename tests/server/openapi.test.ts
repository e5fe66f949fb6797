import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import type { OpenAPIV3_1 } from 'openapi-types';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { actionNames, type CaseAction } from '../../src/domain/case-actions.ts';
import { exampleAction } from '../../src/server/desk/examples.ts';
import { exampleSetUp } from '../../src/server/people/examples.ts';
import type { Store } from '../../src/server/store/database.ts';
import { replaceSetUpLink } from '../../src/server/store/set-up-links.ts';
import { postJson, signIn } from './open-test-desk.ts';
import { openTestSqlite } from './open-test-store.ts';
import { addExampleColleague, examplesMadeReady } from './openapi-examples.ts';
import { addColleague, credentialsOf } from './people/colleagues.ts';
import { council, createTestApp, friday, newSent, send } from './test-app.ts';

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
afterEach(() => {
  vi.useRealTimers();
});

// What writes comes first, so that the examples of what reads find what those of what writes have left.
const order = ['put', 'post', 'patch', 'delete', 'get'];
// First of all an account, then a session; signing out is the end of it.
const outOfOrder: Record<string, number> = {
  '/api/desk/set-up': -20,
  '/api/auth/sign-in/email': -10,
  '/api/auth/sign-in/code': -9,
  // Afterwards the example’s password is another, and then somebody else is signed in.
  '/api/staff/me/password': 10,
  '/api/staff/links/use': 15,
  '/api/auth/sign-out': 20,
};

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
  const place = ({ method, path }: Example) => (outOfOrder[path] ?? 0) + order.indexOf(method);
  return all.sort((a, b) => place(a) - place(b));
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

test('each example is accepted as it stands', { timeout: 90_000 }, async () => {
  // The link of which the example is the token; using it makes the account with which the other examples sign in.
  const tokenHash = createHash('sha256').update(exampleSetUp.token).digest('base64url');
  await replaceSetUpLink(store.db, { tokenHash, madeAt: friday });
  // A code of a second factor is good for half a minute: the examples are of one moment.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(friday) });
  let cookie = '';
  const ready = examplesMadeReady(store);
  for (const example of examples) {
    const bodies = example.bodies.length > 0 ? example.bodies : [undefined];
    for (const body of bodies) {
      await ready[`${example.method} ${example.path}`]?.();
      const [address, init] = requestOf(example, body);
      const response = await app.request(address, { ...init, headers: { ...init.headers, Cookie: cookie } });
      const said = await response.text();
      cookie = newestCookie(response) ?? cookie;
      expect(response.ok, `${example.method} ${example.path}: ${said}`).toBe(true);
    }
  }
});

function furtherExamples(path: string, method: string): unknown[] {
  const found = examples.find((each) => each.path === path && each.method === method);
  const schema = found?.bodies[0]?.[1].schema as OpenAPIV3_1.SchemaObject;
  return schema.examples ?? [];
}

test('each further example that stands with the schema of a submission is accepted too', async () => {
  const further = furtherExamples('/api/submissions/{id}', 'put');
  expect(further).toHaveLength(2);
  for (const body of further) expect((await send(app, newSent({ body: body as object }))).status).toBe(201);
});

test('the further examples of what is done with a case tell one whole case, and hold every action', async () => {
  const further = furtherExamples('/api/desk/cases/{id}/actions', 'post') as CaseAction[];
  expect(new Set(further.map(({ action }) => action))).toEqual(
    new Set(actionNames.filter((name) => name !== exampleAction.action)),
  );
  await addColleague(store, { name: 'fay', roles: ['officer'] });
  const cookie = await signIn(app, credentialsOf('fay'));
  // Whom one of them asks for, another agrees to let in.
  await addColleague(store, { name: 'ash', roles: ['officer'] });
  const another = await signIn(app, credentialsOf('ash'));
  await addExampleColleague(store);
  const said = { words: 'I hid.', safe: 'no', notThisPerson: 'Mr Hill' };
  const sent = newSent({ body: { version: 1, kind: 'complaint', ...said } });
  await send(app, sent);
  const addition = 'a3d2c1b0-9e8f-4a7b-8c6d-5e4f3a2b1c0d';
  await send(app, { ...sent, body: { version: 1, kind: 'complaint', addition, now: 'worse' } });
  for (const body of further) {
    const by = body.action === 'agree-safety-access' ? another : cookie;
    const response = await postJson(app, `/api/desk/cases/${sent.id}/actions`, body, { Cookie: by });
    expect(`${body.action} ${response.status} ${response.ok ? '' : await response.text()}`).toBe(`${body.action} 200 `);
  }
});

// The last is good: signing in with a second factor first takes away what was there. What a browser is known by opens
// nothing.
function newestCookie(response: Response): string | undefined {
  return response.headers
    .getSetCookie()
    .filter((each) => !/Max-Age=0|heard\.known-/i.test(each))
    .map((each) => each.split(';')[0])
    .at(-1);
}

function requestOf({ method, path, parameters }: Example, body: Example['bodies'][number] | undefined) {
  const of = (place: string) => parameters.filter((each) => each.in === place);
  const filled = of('path').reduce((made, each) => made.replace(`{${each.name}}`, String(each.example)), path);
  const query = new URLSearchParams(of('query').map((each) => [each.name, String(each.example)]));
  const headers: Record<string, string> = Object.fromEntries(
    of('header').map((each) => [each.name, String(each.example)]),
  );
  headers.Origin = 'http://localhost:8080';
  const init: RequestInit & { headers: Record<string, string> } = { method: method.toUpperCase(), headers };
  if (body) {
    const [type, { example }] = body;
    headers['Content-Type'] = type;
    init.body = typeof example === 'string' ? example : JSON.stringify(example);
  }
  return [`${filled}${query.size > 0 ? `?${query}` : ''}`, init] as const;
}

test('the council is told as its file says, but for when staff are reminded', async () => {
  const response = await app.request('/api/council');
  expect(response.status).toBe(200);
  // Nor who sees what is kept from every officer.
  const { reminders: _, notThisPerson: __, ...everybodys } = council;
  expect(await response.json()).toEqual(everybodys);
});

test('health is 200 when the store answers', async () => {
  const response = await app.request('/api/health');
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toEqual({ status: 'ready', council: 'shropshire' });
});
