import { beforeEach, describe, expect, test, vi } from 'vitest';
import { sha256 } from '../../src/device/keys.ts';
import { refusedForGood } from '../../src/domain/problem-here.ts';
import { problem } from '../../src/domain/problems.ts';
import { deliver } from '../../src/sync/deliver.ts';
import type { StandInAnswer } from '../council-stand-in.ts';
import { aDraft, aParcel, now, type OwnItem } from '../device/this-device.ts';
import { reachedTheCouncil, theCouncilAnswers } from './the-council.ts';

let item: OwnItem;

beforeEach(async () => {
  const { id, followKey } = aDraft();
  const { body, digest } = await aParcel('Ąж漢😀');
  item = { id, followKey, digest, body, form: 'plain', queuedAt: now, attempts: 0, notBefore: 0 };
});

const clock = () => Date.parse(now);

async function whenAnswered(answer: StandInAnswer) {
  await theCouncilAnswers(item.followKey, answer);
  return deliver(item, clock);
}

const asProblem = (status: number, body: object): StandInAnswer => ({
  status,
  headers: { 'Content-Type': 'application/problem+json; charset=utf-8' },
  body: JSON.stringify(body),
});
const page = { headers: { 'Content-Type': 'text/html' }, body: '<h1>Welcome to the library’s wifi</h1>' };

test('what goes is the item’s own bytes with its key, and nothing else about the phone', async () => {
  await cookieStore.set('somebody', 'here');
  await whenAnswered({ receipt: 'own' });
  await cookieStore.delete('somebody');
  const [request, ...others] = await reachedTheCouncil(item.followKey);
  expect(others).toEqual([]);
  expect(request).toMatchObject({ method: 'PUT', url: `/submissions/${item.id}`, body: item.body });
  expect(request?.headers).toMatchObject({
    'content-type': 'application/json',
    authorization: `Bearer ${item.followKey}`,
  });
  expect(request?.headers.cookie).toBeUndefined();
});

test('what is sealed says so, and its receipt is of its very bytes', async () => {
  const body = 'eyJhbGciOiJFQ0RILUVTIn0..a.b.c';
  const sealed: OwnItem = { ...item, form: 'sealed', body, digest: await sha256(body) };
  expect(await deliver(sealed, clock)).toMatchObject({ outcome: 'accepted' });
  const [request] = await reachedTheCouncil(item.followKey);
  expect(request?.headers['content-type']).toBe('application/jose');
  expect(request?.body).toBe(body);
});

test('what a helper adds goes with the hash of the child’s key, with which one may deliver and not read', async () => {
  const deposit = 'D'.repeat(42) + Math.trunc(Math.random() * 10);
  await deliver({ ...item, deposit }, clock);
  const [request] = await reachedTheCouncil(deposit);
  expect(request?.headers.authorization).toBe(`Deposit ${deposit}`);
  expect(await reachedTheCouncil(item.followKey)).toEqual([]);
});

test.each([201, 200])('%i with its receipt: the council has it', async (status) => {
  expect(await whenAnswered({ status, receipt: 'own' })).toMatchObject({
    outcome: 'accepted',
    receipt: { id: item.id, digest: item.digest, reference: 'H-1234-AB' },
  });
});

describe('the council has nothing, and it goes later, after', () => {
  test.each<[string, StandInAnswer]>([
    ['the receipt of another submission', { receipt: 'other-id' }],
    ['the receipt of other words', { receipt: 'other-digest' }],
    ['a captive portal’s page', { status: 200, ...page }],
    ['JSON that is no receipt', { status: 200, body: '{"ok":true}' }],
    ['the word null', { status: 200, body: 'null' }],
    ['an empty answer', { status: 204 }],
    ['a redirect to a sign-in', { status: 302, headers: { Location: '/stand-in/elsewhere' } }],
    ['a redirect that would repeat the request', { status: 307, headers: { Location: '/api/elsewhere' } }],
    ['a receipt cut off in the middle', { receipt: 'own', broken: 'in-the-middle' }],
    ['a connection that ends', { broken: 'at-once' }],
    ['a proxy’s refusal', { status: 403, ...page }],
    ['a refusal without a word', { status: 404 }],
    ['a refusal that only looks like ours', { status: 403, body: JSON.stringify(problem('wrong-key')) }],
    ['a problem that this version does not know', asProblem(400, { ...problem('wrong-key'), code: 'too-sunny' })],
    ['a problem of somebody else', asProblem(403, { title: 'Forbidden', status: 403 })],
    ['a request that was broken on the way', asProblem(400, problem('malformed-request'))],
    ['headers that something on the way made too many', asProblem(431, problem('headers-too-large'))],
    ['our refusal, cut off in the middle', { ...asProblem(403, problem('wrong-key')), broken: 'in-the-middle' }],
  ])('%s', async (_, answer) => {
    expect(await whenAnswered(answer)).toEqual({ outcome: 'retryLater' });
  });

  test.each([408, 425, 429, 500, 502, 503, 504])('%i, even when it is told as a problem of ours', async (status) => {
    expect(await whenAnswered(asProblem(status, problem('internal')))).toEqual({ outcome: 'retryLater' });
    expect(await whenAnswered({ status, ...page })).toEqual({ outcome: 'retryLater' });
  });

  test.each([408, 425, 429, 500, 503])('%i, and not before Retry-After', async (status) => {
    expect(await whenAnswered({ status, headers: { 'Retry-After': '7' } })).toEqual({
      outcome: 'retryLater',
      after: 7000,
    });
  });

  test('Retry-After with a date, by this phone’s clock', async () => {
    const headers = { 'Retry-After': 'Fri, 20 Nov 2026 10:01:00 GMT' };
    expect(await whenAnswered({ status: 503, headers })).toEqual({ outcome: 'retryLater', after: 60_000 });
  });

  test('no answer in twenty seconds and the time that its bytes need', async () => {
    await theCouncilAnswers(item.followKey, { broken: 'never-answers' });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let outcome: unknown;
    const delivering = deliver(item, clock).then((result) => {
      outcome = result;
    });
    await vi.advanceTimersByTimeAsync(20_000 + new TextEncoder().encode(item.body).length - 1);
    expect(outcome).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    vi.useRealTimers();
    await delivering;
    expect(outcome).toEqual({ outcome: 'retryLater' });
  });
});

test('a redirect is not followed: nobody else is given the words', async () => {
  await whenAnswered({ status: 307, headers: { Location: '/api/elsewhere' } });
  expect(await reachedTheCouncil(item.followKey)).toHaveLength(1);
});

test.each(refusedForGood)('our own "%s" is a refusal for good, with its code', async (code) => {
  const told = problem(code);
  expect(await whenAnswered(asProblem(told.status, told))).toEqual({ outcome: 'refused', code });
});
