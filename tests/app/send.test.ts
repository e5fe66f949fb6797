import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { additionTo } from '../../src/app/new-drafts.ts';
import { send, sendUnkept } from '../../src/app/send.ts';
import type { Answers } from '../../src/device/answers.ts';
import { sha256 } from '../../src/device/keys.ts';
import { listOutbox } from '../../src/device/outbox.ts';
import { canonicalContent } from '../../src/domain/submission.ts';
import { aDraft, forgetEverything } from '../device/this-device.ts';

beforeEach(forgetEverything);
afterEach(() => vi.restoreAllMocks());

const byHelper: Answers = { kind: 'complaint', words: 'Some words.', voice: 'advocate', aboutName: 'Sam' };
const anAddition = () => {
  const { id, followKey } = aDraft();
  const draft = additionTo({ id, followKey, kind: 'complaint', queuedAt: '', whereabouts: 'received' });
  return { ...draft, answers: { ...draft.answers, words: 'One more thing.' } };
};

/** What the council would compare, of every body that left for it. */
function contentsSent(requests: { body?: unknown }[]): Set<string> {
  return new Set(requests.map(({ body }) => canonicalContent(JSON.parse(String(body)))));
}

describe.each([
  ['of a helper', () => aDraft({ answers: byHelper })],
  ['that adds to what was sent', anAddition],
])('a draft %s', (_, make) => {
  test('sent again after its answer was lost says the same, so that the council has it once', async () => {
    const requests: RequestInit[] = [];
    vi.spyOn(window, 'fetch').mockImplementation(async (_address, request = {}) => {
      requests.push(request);
      throw new TypeError('The answer was lost.');
    });
    const draft = make();
    expect(await sendUnkept(draft)).toBeUndefined();
    expect(await sendUnkept(draft)).toBeUndefined();
    expect(requests).toHaveLength(2);
    expect(contentsSent(requests).size).toBe(1);
  });

  test('sent from two tabs says the same twice', async () => {
    const draft = make();
    await send(draft);
    await new Promise((resolve) => setTimeout(resolve, 2));
    await send(draft);
    expect(contentsSent(await listOutbox()).size).toBe(1);
  });
});

test('two additions are two, though they say the same', async () => {
  const [one, other] = [anAddition(), anAddition()];
  await send(one);
  await send({ ...other, id: one.id, followKey: one.followKey });
  expect(contentsSent(await listOutbox()).size).toBe(2);
});

test('the helper’s key is not the child’s, and its hash is sent', async () => {
  const draft = aDraft({ answers: byHelper });
  const { followKey, childKey } = await send(draft);
  const [item] = await listOutbox();
  expect(childKey).toBe(draft.followKey);
  expect(followKey).toMatch(/^[\w-]{22}$/);
  expect(followKey).not.toBe(childKey);
  expect(JSON.parse(item?.body ?? '')).toMatchObject({ helperKey: await sha256(followKey) });
});
