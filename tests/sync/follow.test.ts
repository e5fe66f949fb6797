import { beforeEach, describe, expect, test } from 'vitest';
import { newFollowKey } from '../../src/device/keys.ts';
import { listSent } from '../../src/device/sent.ts';
import type { Status } from '../../src/domain/api.ts';
import { type ProblemCode, problem } from '../../src/domain/problems.ts';
import { followWith } from '../../src/sync/follow.ts';
import type { StandInAnswer } from '../council-stand-in.ts';
import { forgetEverything, later, refuseStorage } from '../device/this-device.ts';
import { reachedTheCouncil, theCouncilAnswers } from './the-council.ts';

beforeEach(forgetEverything);

const status: Status = {
  id: '00000000-0000-4000-8000-000000000000',
  reference: 'H-1234-AB',
  kind: 'complaint',
  receivedAt: later,
  asOf: '2026-11-21',
  route: null,
  timeline: [{ step: 'acknowledge', state: 'late', certain: true, due: '2026-11-20' }],
  letters: [],
};

const saying = (body: object): StandInAnswer => ({ body: JSON.stringify(body) });

function refusing(code: ProblemCode, headers: Record<string, string> = {}): StandInAnswer {
  const body = problem(code);
  return {
    status: body.status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
    body: JSON.stringify(body),
  };
}

async function followWhenAnswered(answer: StandInAnswer) {
  const followKey = newFollowKey();
  await theCouncilAnswers(followKey, answer);
  return { followKey, followed: await followWith(followKey) };
}

test('what the council answers is kept under the key, and asked for without the key in the address', async () => {
  const { followKey, followed } = await followWhenAnswered(saying(status));
  expect(followed).toEqual({ outcome: 'followed', id: status.id });
  expect(await listSent()).toMatchObject([{ id: status.id, followKey, status }]);
  const [request] = await reachedTheCouncil(followKey);
  expect(request).toMatchObject({ method: 'GET', url: '/status' });
  expect(request?.headers.authorization).toBe(`Bearer ${followKey}`);
});

describe('nothing is kept after', () => {
  const ended = refusing('wrong-key');
  const html = { 'Content-Type': 'text/html' };
  test.each<[string, StandInAnswer, string]>([
    ['a key the council does not know', refusing('unknown-key'), 'unknown'],
    ['access that was ended', { ...ended, body: ended.body?.replaceAll('wrong-key', 'access-ended') ?? '' }, 'ended'],
    ['a council that is busy', refusing('busy'), 'busy'],
    ['too many attempts', refusing('too-many-attempts'), 'busy'],
    ['a proxy’s error', { status: 502, headers: html, body: '<h1>Bad gateway</h1>' }, 'busy'],
    ['no network', { broken: 'at-once' }, 'unreachable'],
    ['an answer cut off in the middle', { ...saying(status), broken: 'in-the-middle' }, 'unreachable'],
    ['a captive portal’s page', { headers: html, body: '<h1>Welcome</h1>' }, 'unreachable'],
    ['somebody else’s "not found"', { status: 404, headers: html, body: '<h1>404</h1>' }, 'unreachable'],
    ['a redirect', { status: 302, headers: { Location: '/stand-in/elsewhere' } }, 'unreachable'],
    ['an answer of another shape', saying({ ...status, timeline: 'soon' }), 'unreachable'],
  ])('%s', async (_, answer, outcome) => {
    const { followed } = await followWhenAnswered(answer);
    expect(followed.outcome).toBe(outcome);
    expect(await listSent()).toEqual([]);
  });
});

test('how long a busy council asks to wait is passed on', async () => {
  const { followed } = await followWhenAnswered(refusing('busy', { 'Retry-After': '7' }));
  expect(followed).toEqual({ outcome: 'busy', after: 7000 });
});

test('a phone that refuses its storage is told apart from a council that does not answer', async () => {
  const allowAgain = await refuseStorage();
  const { followed } = await followWhenAnswered(saying(status));
  await allowAgain();
  expect(followed).toEqual({ outcome: 'not-kept' });
});
