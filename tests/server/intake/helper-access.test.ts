import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Status } from '../../../src/domain/api.ts';
import { appendEvents } from '../../../src/server/store/events.ts';
import { testStores } from '../open-test-store.ts';
import { follow, newSent, type Sent, send } from '../test-app.ts';
import { useTestIntake } from './use-test-intake.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
const advocate = 'an-advocates-own-key-22';
const other = 'another-helpers-own-key';

describe.each(testStores)('a helper’s own access, on $name', ({ open }) => {
  const intake = useTestIntake(open);

  const tell = async (more: object = {}, sent: Partial<Sent> = {}) => {
    const all = newSent({ body: { version: 1, kind: 'complaint', words: 'She did not ring.', ...more }, ...sent });
    expect((await send(intake.app, all)).ok).toBe(true);
    return all;
  };
  const add = async (to: Sent, more: object) => {
    intake.clock = new Date(Date.parse(intake.clock) + 60_000).toISOString();
    const body = { version: 1, kind: 'complaint', addition: randomUUID(), ...more };
    expect((await send(intake.app, { ...to, body })).ok).toBe(true);
  };
  const letter = ({ id }: Sent, seq: number) =>
    appendEvents(intake.store.db, [
      { caseId: id, seq, event: { type: 'acknowledged', at: intake.clock, message: 'We have it.' } },
    ]);
  const seenBy = async (key: string) => {
    const response = await follow(intake.app, `Bearer ${key}`);
    const said = await response.json();
    return response.ok ? Status.parse(said) : (said as { code: string }).code;
  };

  it('shows steps and dates, and no letters as long as nothing else was agreed', async () => {
    const sent = await tell({ helperKey: sha256(advocate) });
    await letter(sent, 2);
    expect(await seenBy(sent.key)).toMatchObject({
      id: sent.id,
      holder: 'person',
      letters: [{ words: 'We have it.' }],
    });
    expect(await seenBy(advocate)).toMatchObject({
      id: sent.id,
      holder: 'helper',
      letters: [],
      timeline: [{ step: 'acknowledge', state: 'done' }, { step: 'stage1-answer' }],
    });
  });

  it('shows the letters when the child agrees, until they think again', async () => {
    const sent = await tell({ helperKey: sha256(advocate), helperMaySee: 'everything' });
    await letter(sent, 2);
    expect(await seenBy(advocate)).toMatchObject({ letters: [{ words: 'We have it.' }] });
    await add(sent, { helperMaySee: 'dates' });
    expect(await seenBy(advocate)).toMatchObject({ letters: [] });
    await add(sent, { words: 'Something else.' });
    expect(await seenBy(advocate)).toMatchObject({ letters: [] });
  });

  it('may come later, and for several', async () => {
    const sent = await tell();
    expect(await seenBy(advocate)).toBe('unknown-key');
    await add(sent, { helperKey: sha256(advocate) });
    await add(sent, { helperKey: sha256(other) });
    expect(await seenBy(advocate)).toMatchObject({ id: sent.id });
    expect(await seenBy(other)).toMatchObject({ id: sent.id });
  });

  it('is ended for all of them, for good; the child’s own stays', async () => {
    const sent = await tell({ helperKey: sha256(advocate) });
    await add(sent, { helperKey: sha256(other) });
    await add(sent, { helperEnded: true });
    const response = await follow(intake.app, `Bearer ${advocate}`);
    expect(response.status).toBe(403);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect([await seenBy(advocate), await seenBy(other)]).toEqual(['access-ended', 'access-ended']);
    expect(await seenBy(sent.key)).toMatchObject({ holder: 'person' });
    await add(sent, { helperKey: sha256(advocate) });
    expect(await seenBy(advocate)).toBe('access-ended');
    await add(sent, { helperKey: sha256('a-new-helper-with-a-key') });
    expect(await seenBy('a-new-helper-with-a-key')).toMatchObject({ id: sent.id });
  });

  it('stays ended when the ending overtakes the submission that gave it', async () => {
    const sent = newSent({
      body: { version: 1, kind: 'complaint', words: 'Said first.', helperKey: sha256(advocate) },
    });
    await add(sent, { helperEnded: true });
    expect((await send(intake.app, sent)).status).toBe(200);
    expect(await seenBy(advocate)).toBe('access-ended');
  });

  it('is not opened again by the very same that gave it', async () => {
    const sent = await tell({ helperKey: sha256(advocate) });
    await add(sent, { helperEnded: true });
    await send(intake.app, sent);
    expect(await seenBy(advocate)).toBe('access-ended');
  });

  it('is given later by the child alone, not by a carrier who has the hash of the child’s key', async () => {
    const sent = await tell({ helperKey: sha256(advocate) });
    const carried = { ...sent, headers: { Authorization: `Deposit ${sha256(sent.key)}` } };
    await add(carried, { helperKey: sha256(other), helperMaySee: 'everything' });
    expect(await seenBy(other)).toBe('unknown-key');
    const whole = { version: 1, kind: 'complaint', words: 'And more.', helperKey: sha256(other) };
    expect((await send(intake.app, { ...carried, body: whole })).ok).toBe(true);
    expect(await seenBy(other)).toBe('unknown-key');
    await add(sent, { helperEnded: true });
    await add(carried, { helperKey: sha256(other) });
    expect(await seenBy(other)).toBe('unknown-key');
    expect(await seenBy(advocate)).toBe('access-ended');
  });

  it('is given by what a carrier brings first, though an addition has overtaken it', async () => {
    const sent = newSent({ body: { version: 1, kind: 'complaint', words: 'First.', helperKey: sha256(advocate) } });
    const carried = { ...sent, headers: { Authorization: `Deposit ${sha256(sent.key)}` } };
    await add(carried, { words: 'And another thing.' });
    expect((await send(intake.app, carried)).status).toBe(200);
    expect(await seenBy(advocate)).toMatchObject({ id: sent.id, holder: 'helper' });
  });

  it('lets nobody send: neither what the child sends, nor the end of it', async () => {
    const sent = await tell({ helperKey: sha256(advocate) });
    for (const body of [
      sent.body,
      { version: 1, kind: 'complaint', addition: randomUUID(), helperMaySee: 'everything' },
    ]) {
      const response = await send(intake.app, { ...sent, key: advocate, body });
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ code: 'wrong-key' });
    }
    expect(await seenBy(advocate)).toMatchObject({ letters: [] });
  });

  it('to one case opens no other, whoever names whose key', async () => {
    const mine = await tell({ words: 'Mine.' });
    const theirs = await tell({ words: 'Theirs.', helperKey: sha256(mine.key) });
    // Naming my key as that of a helper neither opens my case to them nor takes it from me.
    expect(await seenBy(theirs.key)).toMatchObject({ id: theirs.id, holder: 'person' });
    expect(await seenBy(mine.key)).toMatchObject({ id: mine.id, holder: 'person' });
    await add(theirs, { helperEnded: true });
    expect(await seenBy(mine.key)).toMatchObject({ id: mine.id, holder: 'person' });
  });

  it('to two cases leads to the one that is still open', async () => {
    const first = await tell({ helperKey: sha256(advocate) });
    intake.clock = '2026-11-20T11:00:00.000Z';
    const second = await tell({ helperKey: sha256(advocate) });
    expect(await seenBy(advocate)).toMatchObject({ id: first.id });
    await add(first, { helperEnded: true });
    expect(await seenBy(advocate)).toMatchObject({ id: second.id });
  });

  it('a carrier who has only the hash reads nothing', async () => {
    await tell({ helperKey: sha256(advocate) });
    const response = await follow(intake.app, `Deposit ${sha256(advocate)}`);
    expect(await response.json()).toMatchObject({ code: 'deposit-cannot-read' });
    expect(await seenBy(sha256(advocate))).toBe('unknown-key');
  });

  it.each([
    ['a key instead of its hash', { helperKey: advocate }],
    ['an end that is none', { helperEnded: false }],
    ['more than there is', { helperMaySee: 'all' }],
  ])('%s is refused', async (_, more) => {
    const response = await send(
      intake.app,
      newSent({ body: { version: 1, kind: 'comment', words: 'Hello.', ...more } }),
    );
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'invalid-submission' });
  });
});
