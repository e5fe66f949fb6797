import { afterEach, expect, it, vi } from 'vitest';
import { act, listCases } from '../../src/desk/api.ts';

afterEach(() => vi.unstubAllGlobals());

const answerWith = (body: BodyInit | null, init: ResponseInit = {}) =>
  vi.stubGlobal('fetch', async () => new Response(body, init));

it('gives what the schema knows', async () => {
  answerWith(JSON.stringify({ asOf: '2026-11-20', at: '2026-11-20T10:00:00.000Z', cases: [] }));
  expect(await listCases()).toEqual({ value: { asOf: '2026-11-20', at: '2026-11-20T10:00:00.000Z', cases: [] } });
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
