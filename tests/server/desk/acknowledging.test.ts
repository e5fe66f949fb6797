import { describe, expect, it } from 'vitest';
import { Status } from '../../../src/domain/api.ts';
import { CaseDetail } from '../../../src/domain/desk-api.ts';
import { codeOf, followKeyOf, ids, letter, readCase, submit } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { useSignedInDesk } from './use-signed-in-desk.ts';

const acknowledging = { action: 'acknowledge', ...letter };

describe.each(testStores)('acknowledging, on $name', ({ open }) => {
  const desk = useSignedInDesk(open);

  it('writes the letter and confirms the route, and the person sees both', async () => {
    await submit(desk.app, ids.first);
    const response = await desk.acknowledge(ids.first, letter);
    expect(response.status).toBe(200);
    const detail = CaseDetail.parse(await response.json());
    expect(detail).toMatchObject({ route: 'statutory', revision: 3, waitingFor: { step: 'stage1-answer' } });
    expect(await readCase(desk, ids.first)).toEqual(detail);

    const status = await desk.app.request('/api/status', {
      headers: { Authorization: `Bearer ${followKeyOf(ids.first)}` },
    });
    expect(Status.parse(await status.json())).toMatchObject({
      route: 'statutory',
      letters: [{ about: 'acknowledged', words: letter.message, from: 'Jo Bloggs' }],
      timeline: [
        { step: 'acknowledge', state: 'done', doneAt: '2026-11-20' },
        { step: 'stage1-answer', certain: true },
      ],
    });
  });

  it('lets one of two officers through who act in one moment, and keeps one letter', async () => {
    await submit(desk.app, ids.first);
    const answers = await Promise.all([
      desk.acknowledge(ids.first, letter),
      desk.acknowledge(ids.first, { ...letter, route: 'corporate', message: 'From the other.' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { letters, revision } = await readCase(desk, ids.first);
    expect(letters).toHaveLength(1);
    expect(revision).toBe(3);
  });

  it('is done once', async () => {
    await submit(desk.app, ids.first);
    await desk.acknowledge(ids.first, letter);
    const again = await desk.acknowledge(ids.first, { ...letter, revision: 3 });
    expect(again.status).toBe(409);
    expect(await codeOf(again)).toBe('already-done');
  });

  it('refuses a revision that the case does not have', async () => {
    await submit(desk.app, ids.first);
    for (const revision of [2, 99]) {
      const response = await desk.acknowledge(ids.first, { ...letter, revision });
      expect(response.status).toBe(409);
      expect(await codeOf(response)).toBe('changed-meanwhile');
    }
  });

  it('refuses when the person has added something that the officer has not seen', async () => {
    await submit(desk.app, ids.first);
    await submit(desk.app, ids.first, { words: 'And I am not safe.' });
    const response = await desk.acknowledge(ids.first, letter);
    expect(await codeOf(response)).toBe('changed-meanwhile');
    expect((await readCase(desk, ids.first)).letters).toEqual([]);
  });

  it('needs a route for a complaint, and takes none otherwise', async () => {
    await submit(desk.app, ids.first);
    await submit(desk.app, ids.second, { kind: 'comment' });
    const { route: _, ...without } = letter;
    for (const [id, body, code] of [
      [ids.first, without, 'required'],
      [ids.second, letter, 'not_allowed'],
    ] as const) {
      const response = await desk.acknowledge(id, body);
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ code: 'invalid-body', errors: [{ pointer: '/route', code }] });
    }
    expect((await desk.acknowledge(ids.second, without)).status).toBe(200);
  });

  it('refuses what is not an acknowledgement, without repeating it', async () => {
    await submit(desk.app, ids.first);
    for (const [what, body, status, code] of [
      ['no JSON', '{"message":', 400, 'malformed-json'],
      ['nothing', '', 400, 'malformed-json'],
      ['null', 'null', 422, 'invalid-body'],
      ['no message', JSON.stringify({ action: 'acknowledge', route: 'statutory', revision: 1 }), 422, 'invalid-body'],
      ['a message of spaces', JSON.stringify({ ...acknowledging, message: ' \n\u200b' }), 422, 'invalid-body'],
      ['a message without end', JSON.stringify({ ...acknowledging, message: 'x'.repeat(20_001) }), 422, 'invalid-body'],
      ['a list as message', JSON.stringify({ ...acknowledging, message: ['secret words'] }), 422, 'invalid-body'],
      ['an unknown route', JSON.stringify({ ...acknowledging, route: 'secret words' }), 422, 'invalid-body'],
      ['a revision as text', JSON.stringify({ ...acknowledging, revision: '1' }), 422, 'invalid-body'],
      ['a revision between two', JSON.stringify({ ...acknowledging, revision: 1.5 }), 422, 'invalid-body'],
      ['somebody else’s name', JSON.stringify({ ...acknowledging, by: 'secret words' }), 422, 'invalid-body'],
      ['a body without end', JSON.stringify({ ...acknowledging, more: 'x'.repeat(600_000) }), 413, 'too-large'],
    ] as const) {
      const response = await desk.acknowledge(ids.first, body);
      expect(response.status, what).toBe(status);
      expect(await response.clone().text(), what).not.toContain('secret words');
      expect(await codeOf(response), what).toBe(code);
    }
    expect((await readCase(desk, ids.first)).revision).toBe(1);
  });

  it('refuses text/plain, which a form of another site could send', async () => {
    await submit(desk.app, ids.first);
    expect((await desk.acknowledge(ids.first, letter, { 'Content-Type': 'text/plain' })).status).toBe(415);
  });

  it('refuses what a page of another site sends with the cookies of an officer', async () => {
    await submit(desk.app, ids.first);
    const response = await desk.acknowledge(ids.first, letter, { Origin: 'https://elsewhere.example' });
    expect(response.status).toBe(403);
    expect(await codeOf(response)).toBe('foreign-origin');
  });
});
