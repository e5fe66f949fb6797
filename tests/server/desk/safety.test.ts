import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Status } from '../../../src/domain/api.ts';
import { CaseDetail } from '../../../src/domain/desk-api.ts';
import { codeOf, followKeyOf, ids, letter, readCase, submit } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { useSignedInDesk } from './use-signed-in-desk.ts';

const note = { concern: 'Afraid to go home.', done: 'Rang the duty team; they are with her.' };
const kept = { concern: note.concern, action: note.done };

describe.each(testStores)('somebody who may not be safe, at the desk on $name', ({ open }) => {
  const desk = useSignedInDesk(open);

  const accept = (id: string, body: object, headers?: Record<string, string>) =>
    desk.act(id, { action: 'accept-safety', ...body }, headers);
  const order = async () => (await desk.list()).cases.map(({ id }) => id);
  const addition = (number: number) => `44444444-4444-4444-8444-44444444444${number}`;

  it('comes before what is late, and falls back into its place with a mark once an officer has accepted it', async () => {
    desk.setNow('2026-11-02T10:00:00.000Z');
    await submit(desk.app, ids.first);
    desk.setNow('2026-11-20T10:00:00.000Z');
    await submit(desk.app, ids.second, { safe: 'not-sure' });
    expect(await order()).toEqual([ids.second, ids.first]);

    desk.setNow('2026-11-20T10:20:00.000Z');
    const response = await accept(ids.second, { ...note, revision: 2 });
    expect(response.status).toBe(200);
    expect(CaseDetail.parse(await response.json())).toMatchObject({
      unsafe: null,
      unsafeBefore: { since: '2026-11-20T10:00:00.000Z', said: 'not-sure', by: 'Jo Bloggs' },
      safetyNotes: [{ ...kept, by: 'Jo Bloggs', at: '2026-11-20T10:20:00.000Z' }],
      revision: 3,
    });
    expect(await order()).toEqual([ids.first, ids.second]);
    expect((await desk.list()).cases[1]).toMatchObject({
      unsafe: null,
      unsafeBefore: { seenAt: '2026-11-20T10:20:00.000Z' },
    });
  });

  it('is on top again when it is raised again, and may be accepted again', async () => {
    await submit(desk.app, ids.first, { safe: 'no' });
    await accept(ids.first, { ...note, revision: 2 });
    desk.setNow('2026-11-22T03:00:00.000Z');
    await submit(desk.app, ids.first, { addition: addition(1), words: undefined, safe: 'no' });
    const again = await readCase(desk, ids.first);
    expect(again.unsafe).toEqual({ since: '2026-11-22T03:00:00.000Z', said: 'no' });
    expect(again.unsafeBefore).not.toBeNull();
    expect(again.raisings).toHaveLength(2);
    const response = await accept(ids.first, { ...note, referredTo: 'Emergency duty team', revision: 5 });
    expect(response.status).toBe(200);
    // The first is as they were written before there was a place for whom it was referred to.
    const { safetyNotes } = await readCase(desk, ids.first);
    expect(safetyNotes.map(({ referredTo }) => referredTo)).toEqual([undefined, 'Emergency duty team']);
  });

  it('counts the worst of what is open, from when it was said', async () => {
    await submit(desk.app, ids.first, { safe: 'not-sure' });
    desk.setNow('2026-11-20T22:00:00.000Z');
    await submit(desk.app, ids.first, { addition: addition(1), words: undefined, safe: 'no' });
    desk.setNow('2026-11-20T23:00:00.000Z');
    await submit(desk.app, ids.first, { addition: addition(2), words: undefined, safe: 'yes' });
    expect((await readCase(desk, ids.first)).unsafe).toEqual({ since: '2026-11-20T22:00:00.000Z', said: 'no' });
  });

  it('says when it was written, by the clock of the device that had no signal', async () => {
    const writtenAt = '2026-11-17T21:14:00.000Z';
    desk.setNow('2026-11-20T10:00:00.000Z');
    await submit(desk.app, ids.first, { safe: 'no', writtenAt });
    const unsafe = { since: '2026-11-20T10:00:00.000Z', said: 'no', writtenAt };
    expect((await readCase(desk, ids.first)).unsafe).toEqual(unsafe);
    expect((await desk.list()).cases[0]?.unsafe).toEqual(unsafe);
  });

  it('says what became of the e-mail: none is sent, and so it says', async () => {
    await submit(desk.app, ids.first, { safe: 'no' });
    expect((await readCase(desk, ids.first)).raisings).toMatchObject([{ said: 'no', mail: 'off' }]);
    await desk.store.db.updateTable('mails').set({ sentAt: '2026-11-20T21:15:00.000Z' }).execute();
    expect((await readCase(desk, ids.first)).raisings).toMatchObject([
      { mail: 'sent', mailSentAt: '2026-11-20T21:15:00.000Z' },
    ]);
  });

  it('refuses who has not seen the latest, or comes second, or speaks of a case where nothing was raised', async () => {
    await submit(desk.app, ids.first, { safe: 'no' });
    await submit(desk.app, ids.first, { addition: addition(1), words: 'I am in the park.' });
    expect(await codeOf(await accept(ids.first, { ...note, revision: 2 }))).toBe('changed-meanwhile');
    const both = await Promise.all([1, 2].map(() => accept(ids.first, { ...note, revision: 3 })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await readCase(desk, ids.first)).safetyNotes).toHaveLength(1);
    expect(await codeOf(await accept(ids.first, { ...note, revision: 4 }))).toBe('already-done');
    await submit(desk.app, ids.second);
    const never = await accept(ids.second, { ...note, revision: 1 });
    expect(never.status).toBe(409);
    expect(await codeOf(never)).toBe('not-raised');
    expect(await codeOf(await accept(ids.third, { ...note, revision: 1 }))).toBe('not-found');
  });

  it('needs both notes, a session and a page of its own', async () => {
    await submit(desk.app, ids.first, { safe: 'no' });
    for (const body of [
      { concern: note.concern, revision: 2 },
      { ...note, done: '  ', revision: 2 },
      { ...note, concern: 'x'.repeat(20_001), revision: 2 },
      { ...note, by: 'Somebody else', revision: 2 },
    ]) {
      expect(await codeOf(await accept(ids.first, body))).toBe('invalid-body');
    }
    expect(await codeOf(await accept(ids.first, { ...note, revision: 2 }, { Cookie: '' }))).toBe('sign-in-required');
    const foreign = await accept(ids.first, { ...note, revision: 2 }, { Origin: 'https://elsewhere.example' });
    expect(await codeOf(foreign)).toBe('foreign-origin');
    expect((await readCase(desk, ids.first)).revision).toBe(2);
  });

  it('is nothing the person sees, and holds up no acknowledgement', async () => {
    await submit(desk.app, ids.first, { safe: 'no' });
    const seen = async () => {
      const headers = { Authorization: `Bearer ${followKeyOf(ids.first)}` };
      return Status.parse(await (await desk.app.request('/api/status', { headers })).json());
    };
    const before = await seen();
    expect((await accept(ids.first, { ...note, revision: 2 })).status).toBe(200);
    expect(await seen()).toEqual(before);
    expect((await desk.acknowledge(ids.first, { ...letter, revision: 3 })).status).toBe(200);
  });

  it('a helper’s access is shown, and their key is not', async () => {
    const helperKey = createHash('sha256').update('a helper').digest('base64url');
    await submit(desk.app, ids.first);
    expect((await readCase(desk, ids.first)).helperAccess).toBeNull();
    await submit(desk.app, ids.first, { addition: addition(1), words: undefined, helperKey });
    expect((await readCase(desk, ids.first)).helperAccess).toEqual({ isOpen: true, maySee: 'dates' });
    await submit(desk.app, ids.first, { addition: addition(2), words: undefined, helperMaySee: 'everything' });
    expect((await readCase(desk, ids.first)).helperAccess).toEqual({ isOpen: true, maySee: 'everything' });
    await submit(desk.app, ids.first, { addition: addition(3), words: undefined, helperEnded: true });
    const it = await readCase(desk, ids.first);
    expect(it.helperAccess).toMatchObject({ isOpen: false });
    const everything = JSON.stringify([it, await desk.list()]);
    expect(everything).not.toContain(helperKey);
    expect(everything).not.toContain('helperKey"');
  });
});
