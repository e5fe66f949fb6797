import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type SealingKey, SealingKeyTold } from '../../../src/domain/sealing.ts';
import { firstKeys, readKeys } from '../../../src/server/sealing/key-set.ts';
import { seal } from '../../../src/server/sealing/seal.ts';
import { type HeardServer, startHeard } from '../../heard-server.ts';
import { keys as backupKeys } from '../backup/places.ts';
import { temporaryFolder } from '../open-test-store.ts';
import { newSent } from '../test-app.ts';
import { runCommand } from './run-command.ts';

let heard: HeardServer | undefined;
afterEach(() => heard?.remove());

const keyOf = async ({ url }: HeardServer) =>
  SealingKeyTold.parse(await (await fetch(`${url}/api/sealing-key`)).json());

/** What a phone has sealed and not sent yet. */
async function waiting(sealingKey: SealingKey) {
  const { id, key, body } = newSent();
  const deposit = createHash('sha256').update(key).digest('base64url');
  return { id, key, body: await seal(JSON.stringify(body), sealingKey, { id, deposit }) };
}

function deliver({ url }: HeardServer, { id, key, body }: Awaited<ReturnType<typeof waiting>>) {
  const headers = { 'Content-Type': 'application/jose', Authorization: `Bearer ${key}` };
  return fetch(`${url}/api/submissions/${id}`, { method: 'PUT', headers, body });
}

it('rotates beside a server that runs: what waits on phones is opened, also after a backup was restored elsewhere', {
  timeout: 60_000,
}, async () => {
  const HEARD_DATA = temporaryFolder();
  heard = await startHeard({ HEARD_DATA });
  const before = await keyOf(heard);
  const [first, second, third] = await Promise.all([waiting(before.key), waiting(before.key), waiting(before.key)]);
  const rotated = await runCommand('keys', ['rotate'], { HEARD_DATA });
  expect(rotated.code).toBe(0);
  const after = await keyOf(heard);
  expect(after.key.kid).not.toBe(before.key.kid);
  expect((await deliver(heard, first)).status).toBe(201);
  expect((await deliver(heard, await waiting(after.key))).status).toBe(201);

  const { code, output } = await runCommand('keys', [], { HEARD_DATA });
  expect(code).toBe(0);
  expect(output.split('\n').filter(Boolean)).toEqual([
    expect.stringMatching(`^${after.fingerprint}  made on .*, in use$`),
    expect.stringMatching(`^${before.fingerprint}  made on .*, retired on .*, opens what was sealed to it$`),
  ]);
  await heard.stop();
  await heard.start();
  expect((await deliver(heard, second)).status).toBe(201);

  const file = path.join(temporaryFolder(), 'heard.age');
  expect((await runCommand('backup', [file], { HEARD_DATA, ...backupKeys })).code).toBe(0);
  const restored = path.join(temporaryFolder(), 'restored');
  expect((await runCommand('restore', [file], { HEARD_DATA: restored, ...backupKeys })).code).toBe(0);
  await heard.stop();
  await heard.start({ HEARD_DATA: restored });
  expect((await keyOf(heard)).key).toEqual(after.key);
  expect((await deliver(heard, third)).status).toBe(201);
  expect((await deliver(heard, third)).status).toBe(200);
});

it('keys of the environment are shown, rotated on paper alone in two steps, and go into backups', {
  timeout: 60_000,
}, async () => {
  const HEARD_DATA = temporaryFolder();
  const given = firstKeys('2026-11-20T10:00:00.000Z');
  const settings = { HEARD_DATA, HEARD_SEALING_KEYS: given };
  heard = await startHeard(settings);
  const { key, fingerprint } = await keyOf(heard);
  expect(key).toEqual(readKeys(given).current.publicKey);
  expect((await runCommand('keys', [], settings)).output).toContain(fingerprint);
  const { output } = await runCommand('keys', ['rotate'], settings);
  const [first = '', rotated = ''] = [...output.matchAll(/^HEARD_SEALING_KEYS=(.+)$/gm)].map(([, keys]) => keys ?? '');
  // While the processes are given the first, one after the other, none tells what another could not open.
  expect(readKeys(first).current.publicKey).toEqual(key);
  expect([...readKeys(first).all.keys()].sort()).toEqual([...readKeys(rotated).all.keys()].sort());
  expect(readKeys(rotated).all.get(key.kid)?.retired).toBeDefined();
  expect((await keyOf(heard)).key).toEqual(key);
  const [item, early] = await Promise.all([waiting(key), waiting(readKeys(rotated).current.publicKey)]);
  await heard.stop();
  await heard.start({ HEARD_SEALING_KEYS: first });
  expect((await keyOf(heard)).key).toEqual(key);
  expect((await deliver(heard, early)).status).toBe(201);
  await heard.stop();
  await heard.start({ HEARD_SEALING_KEYS: rotated });
  expect((await keyOf(heard)).key).toEqual(readKeys(rotated).current.publicKey);
  expect((await deliver(heard, item)).status).toBe(201);
  expect(existsSync(path.join(HEARD_DATA, 'secrets', 'sealing-keys'))).toBe(false);

  const file = path.join(temporaryFolder(), 'heard.age');
  await runCommand('backup', [file], { ...settings, HEARD_SEALING_KEYS: rotated, ...backupKeys });
  const restored = path.join(temporaryFolder(), 'restored');
  await runCommand('restore', [file], { HEARD_DATA: restored, ...backupKeys });
  expect((await runCommand('keys', [], { HEARD_DATA: restored })).output).toContain(
    readKeys(rotated).current.fingerprint,
  );
});

it('keys that cannot be used are said, with what to do and without what stands there', {
  timeout: 60_000,
}, async () => {
  const HEARD_DATA = temporaryFolder();
  const faulty = 'a faulty secret';
  const ran = await runCommand('keys', [], { HEARD_DATA, HEARD_SEALING_KEYS: faulty });
  expect(ran).toEqual({ code: 1, output: expect.stringContaining('not as "npm run keys" writes them') });
  expect(ran.output).not.toContain(faulty);
  await expect(startHeard({ HEARD_DATA, HEARD_SEALING_KEYS: faulty })).rejects.toThrow(/Put HEARD_SEALING_KEYS back/);
  expect(await runCommand('keys', ['show'], { HEARD_DATA })).toMatchObject({ code: 1 });
  rmSync(HEARD_DATA, { recursive: true });
  expect(await runCommand('keys', ['rotate'], { HEARD_DATA })).toMatchObject({ code: 1 });
  expect(existsSync(HEARD_DATA)).toBe(false);
});
