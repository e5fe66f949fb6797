import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { Receipt } from '../../../src/domain/api.ts';
import { HandOffV1 } from '../../../src/domain/hand-off.ts';
import { DeviceKey } from '../../../src/domain/picture-key.ts';
import { sealedType } from '../../../src/domain/sealing.ts';
import { AdditionV1, SubmissionV1 } from '../../../src/domain/submission.ts';
import { testStores } from '../open-test-store.ts';
import { countKept, follow } from '../test-app.ts';
import { useTestIntake } from './use-test-intake.ts';

/**
 * What the app of each released version has sent, byte for byte. Phones come back after a year and send just this.
 *
 * NEVER CHANGE OR DELETE one of these files. A new form, or a new version, is a new file beside them.
 */
const folder = 'tests/golden';

interface Golden {
  about: string;
  requests: { id: string; authorization: string; type: string; body: string }[];
  /** By which its person comes back, as they were said afterwards. */
  pictures?: { authorization: string; type: string; body: string };
}

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.includes(path.sep));
/** What phones have sent; beside them lie files that they have handed to other phones. */
const sent = files.filter((file) => file.endsWith('.json'));
const handedOn = files.filter((file) => !sent.includes(file));

function read(file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

function goldenIn(file: string): Golden {
  return JSON.parse(read(file)) as Golden;
}

/** SHA-256 of each file, as it was on the day on which its version was released. */
const released: Record<string, string> = {
  '0.1.0/addition.json': '7HEZO7Hj1ahzgMmGH7E2JkZYGQlmrGcJnNxeE3xGi8w',
  '0.1.0/advocate-and-deposit.json': '6xoeXqjKPW1jgcQtIfzvqZa2__ZXtA5bUkoRtUxjaTQ',
  '0.1.0/complaint-by-pictures.json': 'Kz2-fnS7b4MFPK-dT8VFgpmIcRAqVHeH-OauR9eh9a4',
  '0.1.0/complaint.json': '0lwKVseDUufVpTqIspfBq99UHxqT0c-87yIYRteOU14',
  '0.1.0/every-answer.json': 'EchSeFORqhQeDyFCSzvflwLw6odT7CwrHZduhR2-bVs',
  '0.1.0/every-choice.json': 'sXJsvNd1mTT4r8zwHDlkI9FrWoTo_ZIB7I9xgtLgQ-0',
  '0.1.0/helper-ended.json': 'xTph6BSFGE-Ez3_dIowsjEn3Aa8Nr1SvETQSdR0EoPA',
  '0.1.0/message.json': '3iwRXttrjKvhrx9GEfh0kJIH1NEMqT7_r1H4UFx_c2k',
  '0.1.0/parent.json': 'wuY5tICRjgT_5lLFYMfgrpnjyBB1yepWdfa3fqlsT_c',
  '0.1.0/picture-key.json': 'jRu2yN_picPIkn7i9UKET2nY6RWniX73y4Hk9XaiYq0',
  '0.1.0/sealed.json': '6Beunq_5D_A5ZbVTZ7ZRb_W9TC9ZwLobvkJ8EUZvao8',
  '0.1.0/thanks-by-pictures.json': 'ohDiNmzFGs6nMDACpyIaHK-xQ6cMfYO2_-xtHl-7IWU',
  '0.1.0/to-send-3131302d.txt': 'Y81gNF4HLPZrtd8H1JKEui7aWh88zGQ2m52HES0uu5E',
};

test('nobody has changed or deleted what was released', () => {
  const found = files.map((file) => [
    file.replaceAll(path.sep, '/'),
    createHash('sha256').update(read(file)).digest('base64url'),
  ]);
  expect(Object.fromEntries(found)).toEqual(released);
});

/** A JSON Schema, as far as it says what may stand where. */
interface Shape {
  properties?: Record<string, Shape>;
  items?: Shape;
  enum?: string[];
}

/** Each part that a schema knows by its name, and each choice. */
function known({ properties = {}, items, enum: choices = [] }: Shape, at = ''): string[] {
  const parts = Object.entries(properties).flatMap(([name, part]) => [
    `${at}.${name}`,
    ...known(part, `${at}.${name}`),
  ]);
  return [...parts, ...(items ? known(items, `${at}[]`) : []), ...choices.map((choice) => `${at}: ${choice}`)];
}

/** The same of what was sent; each text might be a choice. */
function used(value: unknown, at = ''): string[] {
  if (typeof value === 'string') return [`${at}: ${value}`];
  if (Array.isArray(value)) return value.flatMap((each) => used(each, `${at}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [`${at}.${name}`, ...used(part, `${at}.${name}`)]);
}

test('every part that a submission or an addition can have, and every choice, stands in one of them', () => {
  const plain = sent.flatMap((file) => goldenIn(file).requests.filter(({ type }) => type === 'application/json'));
  const bodies = plain.map(({ body }) => JSON.parse(body) as object);
  const there = new Set(bodies.flatMap((body) => used(body)));
  const all = [SubmissionV1, AdditionV1].flatMap((schema) => known(z.toJSONSchema(schema, { io: 'input' }) as Shape));
  expect(all.length).toBeGreaterThan(200);
  expect(all.filter((each) => !there.has(each))).toEqual([]);
});

describe.each(testStores)('what phones have sent is taken in for ever, on $name', ({ open }) => {
  const intake = useTestIntake(open);

  test.each(sent)('%s', async (file) => {
    const { requests } = goldenIn(file);
    const send = async ({ id, authorization, type, body }: Golden['requests'][number]) => {
      const headers = { Authorization: authorization, 'Content-Type': type };
      const response = await intake.app.request(`/api/submissions/${id}`, { method: 'PUT', headers, body });
      const digest = createHash('sha256').update(body).digest('base64url');
      expect(Receipt.parse(await response.json())).toMatchObject({ id, digest });
      return response.status;
    };
    const statuses = [];
    for (const each of requests) statuses.push(await send(each));
    expect(statuses).toEqual(requests.map((_, index) => (index === 0 ? 201 : 200)));
    expect(await countKept(intake.store)).toMatchObject({ cases: 1, versions: requests.length });
    // And again, after an answer that was lost.
    for (const each of requests) expect(await send(each)).toBe(200);
    expect(await countKept(intake.store)).toMatchObject({ cases: 1, versions: requests.length });
  });

  test('the pictures by which somebody comes back', async () => {
    const { requests, pictures } = goldenIn('0.1.0/picture-key.json');
    const [{ id, ...first } = { id: '', authorization: '', type: '', body: '' }] = requests;
    const ask = (method: string, address: string, { authorization, type, body }: Omit<typeof first, 'id'>) =>
      intake.app.request(address, { method, headers: { Authorization: authorization, 'Content-Type': type }, body });
    if (!pictures) throw new Error('There are no pictures.');
    expect((await ask('PUT', `/api/submissions/${id}`, first)).status).toBe(201);
    for (const _ of ['once', 'after an answer that was lost']) {
      expect((await ask('PUT', `/api/submissions/${id}/picture-key`, pictures)).status).toBe(204);
    }
    const { followKey } = DeviceKey.parse(await (await ask('POST', '/api/follow', pictures)).json());
    expect((await follow(intake.app, `Bearer ${followKey}`)).status).toBe(200);
  });

  test.each(handedOn)('%s, as another phone delivers it', async (file) => {
    const { id, items } = HandOffV1.parse(JSON.parse(read(file)));
    for (const { deposit, digest, body } of items) {
      const headers = { Authorization: `Deposit ${deposit}`, 'Content-Type': sealedType };
      const response = await intake.app.request(`/api/submissions/${id}`, { method: 'PUT', headers, body });
      expect(Receipt.parse(await response.json())).toMatchObject({ id, digest });
    }
  });
});
