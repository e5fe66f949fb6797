import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Receipt } from '../../../src/domain/api.ts';
import { testStores } from '../open-test-store.ts';
import { countKept } from '../test-app.ts';
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
}

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.includes(path.sep));

/** SHA-256 of each file, as it was on the day on which its version was released. */
const released: Record<string, string> = {
  '0.1.0/addition.json': '7HEZO7Hj1ahzgMmGH7E2JkZYGQlmrGcJnNxeE3xGi8w',
  '0.1.0/advocate-and-deposit.json': '6xoeXqjKPW1jgcQtIfzvqZa2__ZXtA5bUkoRtUxjaTQ',
  '0.1.0/complaint-by-pictures.json': 'Kz2-fnS7b4MFPK-dT8VFgpmIcRAqVHeH-OauR9eh9a4',
  '0.1.0/complaint.json': '0lwKVseDUufVpTqIspfBq99UHxqT0c-87yIYRteOU14',
  '0.1.0/message.json': '3iwRXttrjKvhrx9GEfh0kJIH1NEMqT7_r1H4UFx_c2k',
  '0.1.0/sealed.json': '6Beunq_5D_A5ZbVTZ7ZRb_W9TC9ZwLobvkJ8EUZvao8',
  '0.1.0/thanks-by-pictures.json': 'ohDiNmzFGs6nMDACpyIaHK-xQ6cMfYO2_-xtHl-7IWU',
};

test('nobody has changed or deleted what was released', () => {
  const found = files.map((file) => [
    file.replaceAll(path.sep, '/'),
    createHash('sha256')
      .update(readFileSync(path.join(folder, file)))
      .digest('base64url'),
  ]);
  expect(Object.fromEntries(found)).toEqual(released);
});

describe.each(testStores)('what phones have sent is taken in for ever, on $name', ({ open }) => {
  const intake = useTestIntake(open);

  test.each(files)('%s', async (file) => {
    const { requests }: Golden = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
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
});
