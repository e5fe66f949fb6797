import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { CompactEncrypt, exportJWK, generateKeyPair, importJWK } from 'jose';
import { describe, expect, test } from 'vitest';
import { Receipt } from '../../../src/domain/api.ts';
import { SealingKeyTold } from '../../../src/domain/sealing.ts';
import { firstKeys, readKeys } from '../../../src/server/sealing/key-set.ts';
import { seal } from '../../../src/server/sealing/seal.ts';
import { listSubmissions } from '../../../src/server/store/submissions.ts';
import { openTestSqlite, testStores } from '../open-test-store.ts';
import { countKept, newSent, type Sent, sealing, sealingKeys, send } from '../test-app.ts';
import { useTestIntake } from './use-test-intake.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
const current = sealing.keyring.current().publicKey;
const retired = [...readKeys(sealingKeys).all.values()].find((each) => each.retired)?.publicKey ?? current;
const said = { version: 1, kind: 'complaint', words: 'Ąж漢😀 She did not ring.' };
const headers = { 'Content-Type': 'application/jose' };

const forSent = ({ id, key }: Sent) => ({ id, deposit: sha256(key) });

async function sealed(sent: Sent, content: unknown = said, key = current): Promise<Sent> {
  return { ...sent, headers, body: await seal(JSON.stringify(content), key, forSent(sent)) };
}

/** Sealed with whatever header, over whatever bytes. */
async function sealedWith(sent: Sent, header: object, bytes?: Uint8Array): Promise<Sent> {
  const { kid, ...key } = current;
  const all = { alg: 'ECDH-ES', enc: 'A256GCM', kid, ...forSent(sent), ...header };
  const body = await new CompactEncrypt(bytes ?? Buffer.from(JSON.stringify(said)))
    .setProtectedHeader(all)
    .encrypt(await importJWK(key, all.alg));
  return { ...sent, headers, body };
}

const partsOf = ({ body }: Sent) => String(body).split('.') as [string, string, string, string, string];

describe.each(testStores)('what comes sealed, on $name', ({ open }) => {
  const intake = useTestIntake(open);

  const expectProblem = async (sent: Sent, status: number, code: string) => {
    const response = await send(intake.app, sent);
    expect([response.status, (await response.json()).code]).toEqual([status, code]);
    expect(await countKept(intake.store)).toEqual({ cases: 0, versions: 0, events: 0 });
  };

  test('is opened and taken in, and the receipt has the digest of its very bytes', async () => {
    const sent = await sealed(newSent());
    const response = await send(intake.app, sent);
    expect(response.status).toBe(201);
    expect(Receipt.parse(await response.json())).toMatchObject({ id: sent.id, digest: sha256(String(sent.body)) });
    const [version] = await listSubmissions(intake.store.db, sent.id);
    expect(JSON.parse(version?.content ?? '')).toEqual(said);
  });

  test('sealed twice is other bytes, and the same said once; so it is beside the same sent plain', async () => {
    const plain = newSent({ body: said });
    const [one, other] = [await sealed(plain), await sealed(plain)];
    expect(one.body).not.toBe(other.body);
    const receipts = [];
    for (const each of [one, other, one, plain]) receipts.push(await (await send(intake.app, each)).json());
    expect(new Set(receipts.map(({ reference, receivedAt }) => `${reference} ${receivedAt}`)).size).toBe(1);
    expect(receipts.map(({ digest }) => digest)).toEqual(
      [one.body, other.body, one.body, JSON.stringify(said)].map((body) => sha256(String(body))),
    );
    expect(await countKept(intake.store)).toEqual({ cases: 1, versions: 1, events: 1 });
  });

  test('other content under the same id is a further version, and an addition is one too', async () => {
    const sent = newSent();
    await send(intake.app, await sealed(sent));
    expect((await send(intake.app, await sealed(sent, { ...said, words: 'And more.' }))).status).toBe(200);
    const addition = { version: 1, kind: 'complaint', addition: newSent().id, message: 'When?' };
    expect((await send(intake.app, await sealed(sent, addition))).status).toBe(200);
    expect(await countKept(intake.store)).toMatchObject({ cases: 1, versions: 3 });
  });

  test('a carrier delivers it with the hash of the key, and cannot follow it', async () => {
    const sent = await sealed(newSent());
    const Authorization = `Deposit ${sha256(sent.key)}`;
    expect((await send(intake.app, { ...sent, headers: { ...headers, Authorization } })).status).toBe(201);
    const status = await intake.app.request('/api/status', { headers: { Authorization } });
    expect(status.status).toBe(403);
  });

  test('whoever carries it cannot put it in as their own and read the answers', async () => {
    const sent = await sealed(newSent());
    await expectProblem({ ...sent, id: newSent().id }, 403, 'sealed-for-another');
    await expectProblem({ ...sent, key: newSent().key }, 403, 'sealed-for-another');
  });

  test('sealed to a key that was retired since, it is opened as ever', async () => {
    expect(retired.kid).not.toBe(current.kid);
    expect((await send(intake.app, await sealed(newSent(), said, retired))).status).toBe(201);
  });

  test('sealed to a key that this council never had, it is refused by its name', async () => {
    const { publicKey } = readKeys(firstKeys('2026-11-20T10:00:00.000Z')).current;
    await expectProblem(await sealed(newSent(), said, publicKey), 422, 'unknown-sealing-key');
  });

  test('sealed to another key under the name of ours, it is no sealed thing', async () => {
    const { publicKey } = readKeys(firstKeys('2026-11-20T10:00:00.000Z')).current;
    const named = { ...publicKey, kid: current.kid };
    await expectProblem(await sealed(newSent(), said, named), 400, 'malformed-sealed');
  });

  test.each([0, 1, 2, 3, 4])('altered in its part %i, it is no sealed thing', async (place) => {
    const sent = await sealed(newSent());
    const parts = partsOf(sent);
    const part = parts[place] ?? '';
    parts[place] = part ? `${part.slice(0, -8)}${part.at(-8) === 'A' ? 'B' : 'A'}${part.slice(-7)}` : 'AAAA';
    await expectProblem({ ...sent, body: parts.join('.') }, 400, 'malformed-sealed');
  });

  test.each(['', '....', 'a.b.c.d.e', '{"words":"plain"}', 'e30.e30.e30.e30.e30', '\0\0', '漢'.repeat(300)])(
    '%j is no sealed thing',
    (body) => expectProblem(newSent({ body, headers }), 400, 'malformed-sealed'),
  );

  test.each<[string, object]>([
    ['compressed', { zip: 'DEF' }],
    ['another way of sealing', { enc: 'A128GCM' }],
    ['a key that is wrapped', { alg: 'ECDH-ES+A256KW' }],
    ['a member that is not documented', { jku: 'https://example.org/keys' }],
    ['parties to the agreement', { apu: 'QQ' }],
  ])('with %s in its header it is refused before it is opened', async (_, header) => {
    const sent = newSent();
    const made = 'zip' in header || 'jku' in header || 'apu' in header ? await sealed(sent) : undefined;
    if (!made) return expectProblem(await sealedWith(sent, header), 400, 'malformed-sealed');
    const [head, ...rest] = partsOf(made);
    const all = { ...JSON.parse(Buffer.from(head, 'base64url').toString()), ...header };
    const body = [Buffer.from(JSON.stringify(all)).toString('base64url'), ...rest].join('.');
    await expectProblem({ ...made, body }, 400, 'malformed-sealed');
  });

  test('what would open to a thousand times its size is never blown up', async () => {
    const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024, 0x20));
    await expectProblem(await sealedWith(newSent(), {}, bomb), 400, 'malformed-json');
  });

  test('a key of another curve inside is refused', async () => {
    const { privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-384', extractable: true });
    const { d: _, ...epk } = await exportJWK(privateKey);
    const sent = await sealed(newSent());
    const [head, ...rest] = partsOf(sent);
    const all = { ...JSON.parse(Buffer.from(head, 'base64url').toString()), epk };
    const body = [Buffer.from(JSON.stringify(all)).toString('base64url'), ...rest].join('.');
    await expectProblem({ ...sent, body }, 400, 'malformed-sealed');
  });

  test('what is in it is looked at as what comes plain is', async () => {
    await expectProblem(await sealed(newSent(), { ...said, words: 7 }), 422, 'invalid-submission');
    await expectProblem(await sealed(newSent(), { ...said, version: 99 }), 422, 'unknown-version');
    await expectProblem(await sealedWith(newSent(), {}, Buffer.from([0xff, 0xfe])), 400, 'malformed-json');
  });

  test('as much as may come plain may come sealed, and no more', async () => {
    const largest = 512 * 1024;
    const json = JSON.stringify(said);
    const filled = (bytes: number) =>
      Buffer.concat([Buffer.from(json), Buffer.alloc(bytes - Buffer.byteLength(json), ' ')]);
    await expectProblem(await sealedWith(newSent(), {}, filled(largest + 1)), 413, 'too-large');
    await expectProblem(await sealedWith(newSent(), {}, filled(2 * largest)), 413, 'too-large');
    expect((await send(intake.app, await sealedWith(newSent(), {}, filled(largest)))).status).toBe(201);
  });

  test('an encoding beside it is refused', async () => {
    const sent = await sealed(newSent());
    const encoded = { ...sent, headers: { ...headers, 'Content-Encoding': 'gzip' } };
    await expectProblem(encoded, 415, 'unsupported-media-type');
  });
});

test('few words and some more are of one size, on the network as on the phone', async () => {
  const sent = newSent();
  const sizes = ['No.', 'x'.repeat(800)].map(async (words) => (await sealed(sent, { ...said, words })).body);
  const [few, more] = await Promise.all(sizes);
  expect(String(few).length).toBe(String(more).length);
});

describe('the key to seal to', () => {
  const intake = useTestIntake(openTestSqlite);

  test('is told to everybody, with its fingerprint and nothing of its private half', async () => {
    const response = await intake.app.request('/api/sealing-key');
    const text = await response.text();
    expect(SealingKeyTold.parse(JSON.parse(text))).toEqual({
      key: current,
      fingerprint: sealing.keyring.current().fingerprint,
    });
    expect(text).not.toContain('"d"');
    expect(response.headers.get('cache-control')).toBe('public, max-age=3600');
  });
});
