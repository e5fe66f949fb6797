import { compactDecrypt, importJWK } from 'jose';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { additionTo } from '../../src/app/new-drafts.ts';
import { send, sendUnkept } from '../../src/app/send.ts';
import type { Answers } from '../../src/device/answers.ts';
import { saveDraft } from '../../src/device/drafts.ts';
import { sha256 } from '../../src/device/keys.ts';
import { listOutbox, type OutboxItem } from '../../src/device/outbox.ts';
import { forgetSealingKey, keepSealingKey } from '../../src/device/sealing-key.ts';
import { listSent } from '../../src/device/sent.ts';
import { canonicalContent } from '../../src/domain/submission.ts';
import { councilKey, privateHalf } from '../device/council-key.ts';
import { aDraft, forgetEverything, lyingAsIs } from '../device/this-device.ts';

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

describe('with the council’s key on this phone', () => {
  beforeEach(() => keepSealingKey(councilKey, '2025-11-20T10:00:00.000Z'));
  afterEach(forgetSealingKey);

  const opened = async ({ body }: Pick<OutboxItem, 'body'>) => {
    const { plaintext, protectedHeader } = await compactDecrypt(body, await importJWK(privateHalf, 'ECDH-ES'));
    return { submission: JSON.parse(new TextDecoder().decode(plaintext)), header: protectedHeader, plaintext };
  };

  test('what goes is sealed for its own id and key, and nobody here can read it any more', async () => {
    const draft = await saveDraft(aDraft({ answers: { kind: 'complaint', words: 'Nobody is to read this.' } }));
    await send(draft);
    const [item] = await listOutbox();
    if (!item) throw new Error('It is not in the outbox.');
    expect(item).toMatchObject({ form: 'sealed', digest: await sha256(item.body) });
    expect(JSON.stringify(await Promise.all((['drafts', 'outbox', 'sent'] as const).map(lyingAsIs)))).not.toMatch(
      /Nobody is/,
    );
    const { submission, header, plaintext } = await opened(item);
    expect(submission).toMatchObject({ version: 1, kind: 'complaint', words: 'Nobody is to read this.' });
    expect(header).toEqual({
      ...{ alg: 'ECDH-ES', enc: 'A256GCM', kid: councilKey.key.kid, epk: expect.anything() },
      ...{ id: draft.id, deposit: await sha256(draft.followKey) },
    });
    expect(plaintext.length % 1024).toBe(0);
    expect((await listSent())[0]?.isSealed).toBe(true);
  });

  test('a helper’s addition is sealed for the child’s key, of which only the hash is here', async () => {
    const deposit = 'D'.repeat(43);
    await send({ ...anAddition(), deposit });
    const [item] = await listOutbox();
    expect((await opened(item ?? { body: '' })).header).toMatchObject({ deposit });
  });

  test('sent again from another tab it is other bytes that say the same', async () => {
    const draft = aDraft();
    await send(draft);
    await send(draft);
    const items = await listOutbox();
    expect(new Set(items.map(({ digest }) => digest)).size).toBe(2);
    const said = await Promise.all(items.map(async (item) => canonicalContent((await opened(item)).submission)));
    expect(new Set(said).size).toBe(1);
  });

  test('a browser that cannot seal sends it as it is, and does not say that it was sealed', async () => {
    vi.spyOn(crypto.subtle, 'generateKey').mockRejectedValue(new DOMException('No.', 'NotSupportedError'));
    await send(aDraft());
    expect(await listOutbox()).toMatchObject([{ form: 'plain' }]);
    expect((await listSent())[0]?.isSealed).toBeUndefined();
  });
});

test('without the council’s key it goes as it is: nothing is lost because a key is missing', async () => {
  await send(aDraft());
  expect(await listOutbox()).toMatchObject([{ form: 'plain' }]);
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
