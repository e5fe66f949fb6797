import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashKey } from '../../../src/server/intake/follow-keys.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { testStores } from '../open-test-store.ts';
import { createTestApp, newSent, send } from '../test-app.ts';

interface Described {
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { example?: unknown }> };
}

interface Operation {
  method: string;
  address: string;
  body: string | undefined;
  takesKey: boolean;
}

describe.each(testStores)('whoever stands outside and knows of a case, on $name', ({ open }) => {
  let store: Store;
  let app: Hono;
  beforeEach(async () => {
    store = await open();
    app = createTestApp(store);
  });
  afterEach(() => store.close());

  it('no address outside the desk takes a reference, a name or an id for a key', async () => {
    const words = 'My worker did not ring.';
    const sent = newSent({ body: { version: 1, kind: 'complaint', words, name: 'Kim Doe' } });
    const { reference } = (await (await send(app, sent)).json()) as { reference: string };
    const known = [reference, reference.replaceAll('-', ''), sent.id, 'Kim Doe'];
    for (const operation of await operations(app)) {
      for (const { url, authorization } of waysToAsk(operation, known)) {
        const response = await app.request(url, {
          method: operation.method,
          headers: { 'Content-Type': 'application/json', ...(authorization && { Authorization: authorization }) },
          ...(operation.body !== undefined && { body: operation.body }),
        });
        const said = await response.text();
        const told = [reference, words, 'Kim Doe'].filter((each) => said.includes(each));
        expect(told, `${operation.method} ${url} ${authorization}`).toEqual([]);
      }
    }
    // The key itself does open it: what is looked for would have been found.
    const followed = await app.request('/api/status', { headers: { Authorization: `Bearer ${sent.key}` } });
    expect(await followed.text()).toContain(reference);
  });
});

/** What is known, in each place where an operation takes something: its address, the key, what is asked for. */
function waysToAsk({ address, takesKey }: Operation, known: string[]): { url: string; authorization?: string }[] {
  const asked = new URLSearchParams({ reference: known[0] ?? '', search: 'Kim', q: 'Kim' });
  if (takesKey) {
    return known.flatMap((each) =>
      [`Bearer ${each}`, `Deposit ${hashKey(each)}`, each].map((authorization) => ({
        url: address.replaceAll(/\{\w+\}/g, known[2] ?? ''),
        authorization,
      })),
    );
  }
  const named = known.map((each) => address.replaceAll(/\{\w+\}/g, encodeURIComponent(each)));
  return [...new Set(named)].map((url) => ({ url: `${url}?${asked}` }));
}

/** Every operation of the API, with its example as the body. */
async function operations(app: Hono): Promise<Operation[]> {
  const described = (await (await app.request('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, Described>>;
  };
  return Object.entries(described.paths).flatMap(([address, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => {
      const example = requestBody?.content['application/json']?.example;
      return {
        method: method.toUpperCase(),
        address,
        body: example === undefined ? undefined : JSON.stringify(example),
        takesKey: parameters.some(({ name }) => name.toLowerCase() === 'authorization'),
      };
    }),
  );
}
