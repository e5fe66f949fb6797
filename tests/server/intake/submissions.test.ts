import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Receipt } from '../../../src/domain/api.ts';
import { listEvents } from '../../../src/server/store/events.ts';
import { listSubmissions } from '../../../src/server/store/submissions.ts';
import { testStores } from '../open-test-store.ts';
import { countKept, follow, friday, newSent, type Sent, send } from '../test-app.ts';
import { useTestIntake } from './use-test-intake.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
const one = { cases: 1, versions: 1, events: 1 };

describe.each(testStores)('taking in, on $name', ({ open }) => {
  const intake = useTestIntake(open);

  const receiptOf = async (sent: Sent, status: number) => {
    const response = await send(intake.app, sent);
    expect(response.status).toBe(status);
    return Receipt.parse(await response.json());
  };

  test('a new submission is created, and its receipt echoes its id and the digest of its bytes', async () => {
    const sent = newSent();
    const response = await send(intake.app, sent);
    expect(response.status).toBe(201);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const receipt = Receipt.parse(await response.json());
    expect(receipt).toMatchObject({ id: sent.id, digest: sha256(JSON.stringify(sent.body)), receivedAt: friday });
    expect(receipt.timeline).toMatchObject([
      { step: 'acknowledge', state: 'next', certain: true, due: '2026-11-25' },
      { step: 'stage1-answer', certain: false },
    ]);
    expect(await countKept(intake.store)).toEqual(one);
  });

  test('the same again is answered with the same receipt, however late, and kept once', async () => {
    const sent = newSent();
    const first = await receiptOf(sent, 201);
    intake.clock = '2027-03-01T09:00:00.000Z';
    expect(await receiptOf(sent, 200)).toEqual(first);
    expect(await countKept(intake.store)).toEqual(one);
  });

  test('the same content in other bytes is the same; the digest is of these bytes', async () => {
    const sent = newSent();
    const first = await receiptOf(sent, 201);
    const reordered = { words: 'My worker did not ring.', kind: 'complaint', version: 1 };
    const body = `  ${JSON.stringify(reordered, null, 2)}\n`;
    expect(await receiptOf({ ...sent, body }, 200)).toEqual({ ...first, digest: sha256(body) });
    expect(await countKept(intake.store)).toEqual(one);
  });

  test('pressing send in two tabs, a minute apart on the phone’s clock, says one thing once', async () => {
    const at = (writtenAt: string) => ({ version: 1, kind: 'comment', words: 'More chairs.', writtenAt });
    const sent = newSent({ body: at('2026-11-20T09:00:00.000Z') });
    await receiptOf(sent, 201);
    await receiptOf({ ...sent, body: at('2026-11-20T09:01:00.000Z') }, 200);
    expect(await countKept(intake.store)).toEqual(one);
  });

  test('other content under the same id and key is kept as a further version', async () => {
    const sent = newSent();
    const first = await receiptOf(sent, 201);
    intake.clock = '2026-11-23T09:00:00.000Z';
    const body = { version: 1, kind: 'complaint', words: 'My worker did not ring. I was sad.' };
    expect(await receiptOf({ ...sent, body }, 200)).toEqual({ ...first, digest: sha256(JSON.stringify(body)) });

    const versions = await listSubmissions(intake.store.db, sent.id);
    expect(versions.map(({ content }) => JSON.parse(content).words)).toEqual([
      'My worker did not ring.',
      'My worker did not ring. I was sad.',
    ]);
    expect(await listEvents(intake.store.db, sent.id)).toMatchObject([
      { type: 'received', at: friday },
      { type: 'further-version', at: '2026-11-23T09:00:00.000Z' },
    ]);
    await receiptOf({ ...sent, body }, 200);
    expect(await countKept(intake.store)).toEqual({ cases: 1, versions: 2, events: 2 });
  });

  test('the same id with another key is refused and changes nothing', async () => {
    const sent = newSent();
    await receiptOf(sent, 201);
    const response = await send(
      intake.app,
      newSent({ id: sent.id, body: { version: 1, kind: 'comment', words: 'Mine!' } }),
    );
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'wrong-key' });
    expect(await countKept(intake.store)).toEqual(one);
  });

  test('a carrier delivers with a Deposit; the person follows with the key; the carrier may not read', async () => {
    const sent = newSent();
    const deposit = { Authorization: `Deposit ${sha256(sent.key)}` };
    const first = await receiptOf({ ...sent, headers: deposit }, 201);
    expect(await receiptOf({ ...sent, headers: deposit }, 200)).toEqual(first);
    expect(await receiptOf(sent, 200)).toEqual(first);
    expect((await follow(intake.app, `Bearer ${sent.key}`)).status).toBe(200);
    const reading = await follow(intake.app, deposit.Authorization);
    expect(reading.status).toBe(403);
    expect(await reading.json()).toMatchObject({ code: 'deposit-cannot-read' });
  });

  test('the follow key itself is nowhere in the store', async () => {
    const sent = newSent();
    await receiptOf(sent, 201);
    const tables = ['cases', 'submissions', 'events'] as const;
    const rows = await Promise.all(tables.map((table) => intake.store.db.selectFrom(table).selectAll().execute()));
    expect(JSON.stringify(rows)).not.toContain(sent.key);
  });

  test('an id in upper case is the same id', async () => {
    const sent = newSent();
    const first = await receiptOf({ ...sent, id: sent.id.toUpperCase() }, 201);
    expect(first.id).toBe(sent.id);
    expect(await receiptOf(sent, 200)).toEqual(first);
  });

  test.each([
    ['letters', 'a'.repeat(20_000)],
    ['emoji', '😀'.repeat(20_000)],
    ['a script that is written from right to left', 'لم يتصل بي. '.repeat(1_600)],
    ['line breaks, quotes and backslashes', 'He said "no".\n\t\\o/ '.repeat(900)],
  ])('20,000 characters of %s come through as they were written', async (_, words) => {
    const sent = newSent({ body: { version: 1, kind: 'comment', words } });
    await receiptOf(sent, 201);
    const [kept] = await listSubmissions(intake.store.db, sent.id);
    expect(JSON.parse(kept?.content ?? '').words).toBe(words);
  });

  test('one key may send several', async () => {
    const sent = newSent();
    await receiptOf(sent, 201);
    await receiptOf(newSent({ key: sent.key }), 201);
    expect((await countKept(intake.store)).cases).toBe(2);
  });
});
