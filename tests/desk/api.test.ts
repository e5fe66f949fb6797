import { afterEach, expect, it, vi } from 'vitest';
import { act, getSession, listCases } from '../../src/desk/api.ts';

afterEach(() => vi.unstubAllGlobals());

const answerWith = (body: BodyInit | null, init: ResponseInit = {}) =>
  vi.stubGlobal('fetch', async () => new Response(body, init));

it('gives what the schema knows', async () => {
  const user = { id: 'jo', name: 'Jo Bloggs', email: 'jo@example.org', roles: ['officer'], teams: [] };
  answerWith(JSON.stringify({ user: { ...user, token: 'kept from the desk' }, secondFactor: 'on' }));
  expect(await getSession()).toEqual({ value: { user, secondFactor: 'on' } });
});

it.each([
  ['the page of a network that wants a sign-in of its own', '<h1>Welcome to the library</h1>', 200, 'unexpected'],
  ['an answer of another shape', '{"cases":{}}', 200, 'unexpected'],
  ['a refusal without a problem', 'Bad gateway', 502, 'unexpected'],
  ['a problem of ours', '{"type":"x","title":"x","status":409,"code":"changed-meanwhile"}', 409, 'changed-meanwhile'],
])('never takes %s for an answer', async (_, body, status, code) => {
  answerWith(body, { status });
  expect(await listCases()).toEqual({ trouble: { code } });
});

it('tells how long to wait when the server says so', async () => {
  answerWith('{"type":"x","title":"x","status":429,"code":"too-many-attempts"}', {
    status: 429,
    headers: { 'Retry-After': '61' },
  });
  expect(await listCases()).toEqual({ trouble: { code: 'too-many-attempts', retryAfter: 61 } });
});

it('tells that there is no network, and does not throw', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  const sent = await act('an id', { action: 'acknowledge', message: 'We have it.', revision: 1 });
  expect(sent).toEqual({ trouble: { code: 'no-network' } });
});

it('never puts what is searched for into an address', async () => {
  const asked: [string, string | undefined][] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    asked.push([address, init.method]);
    return new Response('{}');
  });
  await listCases({ filter: 'late', kind: 'complaint' });
  await listCases({ filter: 'late', q: 'Sam' });
  expect(asked).toEqual([
    ['/api/desk/cases?filter=late&kind=complaint', undefined],
    ['/api/desk/cases/search', 'POST'],
  ]);
});
