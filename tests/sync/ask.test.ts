import { beforeEach, describe, expect, test } from 'vitest';
import { newFollowKey } from '../../src/device/keys.ts';
import { settle } from '../../src/device/outbox.ts';
import { adopt, listSent } from '../../src/device/sent.ts';
import type { Status } from '../../src/domain/api.ts';
import { problem } from '../../src/domain/problems.ts';
import { askHowItGoes } from '../../src/sync/ask.ts';
import type { StandInAnswer } from '../council-stand-in.ts';
import { forgetEverything, later, type OwnItem, queued, receiptFor, refuseStorage } from '../device/this-device.ts';
import { reachedTheCouncil, theCouncilAnswers } from './the-council.ts';

beforeEach(forgetEverything);

// Stands for the id of whichever submission an answer is given about.
const anyId = '00000000-0000-4000-8000-000000000000';

const old: Status = {
  id: anyId,
  reference: 'H-1234-AB',
  kind: 'complaint',
  receivedAt: later,
  asOf: '2026-11-21',
  route: null,
  timeline: [{ step: 'acknowledge', state: 'next', certain: true, due: '2026-11-25' }],
  letters: [],
};
const news: Status = {
  ...old,
  asOf: '2026-11-24',
  route: 'statutory',
  timeline: [{ step: 'acknowledge', state: 'done', certain: true, due: '2026-11-25', doneAt: '2026-11-24' }],
  letters: [{ about: 'acknowledged', at: '2026-11-24T09:00:00.000Z', words: 'We have it.' }],
};

async function received(words = 'Some words.'): Promise<OwnItem> {
  const item = await queued(words);
  await settle(item, receiptFor(item));
  return item;
}

async function askWhenAnswered({ id, followKey }: OwnItem, answer: StandInAnswer): Promise<void> {
  const { body } = answer;
  await theCouncilAnswers(followKey, { ...answer, ...(body !== undefined && { body: body.replace(anyId, id) }) });
  await askHowItGoes();
}

const about = ({ id }: OwnItem, status: Status): Status => ({ ...status, id });

const saying = (status: object): StandInAnswer => ({ body: JSON.stringify(status) });

test('the answer is kept, and asked for with the follow key alone', async () => {
  const item = await received();
  await askWhenAnswered(item, saying(news));
  expect(await listSent()).toMatchObject([{ id: item.id, status: about(item, news) }]);
  const [request] = await reachedTheCouncil(item.followKey);
  expect(request).toMatchObject({ method: 'GET', url: '/status', body: '' });
  expect(request?.url).not.toContain(item.followKey);
});

test('a newer answer takes the place of the older', async () => {
  const item = await received();
  await askWhenAnswered(item, saying(old));
  await askWhenAnswered(item, saying(news));
  expect(await listSent()).toMatchObject([{ status: about(item, news) }]);
});

test('a way that was ended is noted, asked no more, and what was last known stays', async () => {
  const item = await received();
  await askWhenAnswered(item, saying(news));
  await askWhenAnswered(item, {
    status: 403,
    headers: { 'Content-Type': 'application/problem+json' },
    body: JSON.stringify(problem('access-ended')),
  });
  expect(await listSent()).toMatchObject([{ id: item.id, isEnded: true, status: about(item, news) }]);
  expect(await askHowItGoes()).toBe(true);
  expect(await reachedTheCouncil(item.followKey)).toHaveLength(2);
});

describe('the last answer stays after', () => {
  test.each<[string, StandInAnswer]>([
    ['no network', { broken: 'at-once' }],
    ['an answer cut off in the middle', { ...saying(news), broken: 'in-the-middle' }],
    ['an answer of another shape', saying({ ...news, timeline: 'soon' })],
    ['a captive portal’s page', { body: '<h1>Welcome</h1>' }],
    ['a redirect', { status: 302, headers: { Location: '/stand-in/elsewhere' } }],
    ['a server that is unwell, whatever it says', { status: 500, ...saying(news) }],
    ['a key the server does not know', { status: 404 }],
    ['an answer about another submission', saying({ ...news, id: '11111111-1111-4111-8111-111111111111' })],
    ['an empty answer', { status: 204 }],
  ])('%s', async (_, answer) => {
    const item = await received();
    await askWhenAnswered(item, saying(old));
    await askWhenAnswered(item, answer);
    expect(await listSent()).toMatchObject([{ status: about(item, old) }]);
  });
});

test('one answer that does not come does not keep the others away', async () => {
  const [silent, told] = [await received('First.'), await received('Second.')];
  await theCouncilAnswers(silent.followKey, { broken: 'at-once' });
  await askWhenAnswered(told, saying(news));
  const sent = await listSent();
  expect(sent.find(({ id }) => id === told.id)?.status).toEqual(about(told, news));
  expect(sent.find(({ id }) => id === silent.id)?.status).toBeUndefined();
});

test('the council is not asked about what it does not have', async () => {
  const item = await queued();
  await askHowItGoes();
  expect(await reachedTheCouncil(item.followKey)).toEqual([]);
});

test('what is followed with a key from elsewhere is asked about like what was sent from here', async () => {
  const followKey = newFollowKey();
  await adopt(followKey, old);
  await theCouncilAnswers(followKey, saying(news));
  expect(await askHowItGoes()).toBe(true);
  expect(await listSent()).toMatchObject([{ followKey, status: news }]);
});

test('nothing is thrown when the phone refuses its storage', async () => {
  const allowAgain = await refuseStorage();
  await expect(askHowItGoes()).resolves.toBe(false);
  await allowAgain();
});
