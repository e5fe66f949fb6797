import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Status } from '../../../src/domain/api.ts';
import { CaseDetail } from '../../../src/domain/desk-api.ts';
import type { Store } from '../../../src/server/store/database.ts';
import {
  addOfficer,
  codeOf,
  followKeyOf,
  openTestDesk,
  postJson,
  readCase,
  signIn,
  submit,
  type TestDesk,
} from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';

const ids = {
  first: '11111111-1111-4111-8111-111111111111',
  second: '22222222-2222-4222-8222-222222222222',
  third: '33333333-3333-4333-8333-333333333333',
};
const letter = { message: 'We have it. You should hear from us by Friday.', route: 'statutory', revision: 1 };

describe.each(testStores)('acting on a case of the desk, on $name', ({ open }) => {
  let store: Store;
  let desk: TestDesk;
  let cookie: string;

  beforeEach(async () => {
    store = await open();
    await addOfficer(store);
    desk = openTestDesk(store);
    cookie = await signIn(desk.app);
  });
  afterEach(() => store.close());

  const acknowledge = (id: string, body: unknown, headers: Record<string, string> = {}) =>
    postJson(desk.app, `/api/desk/cases/${id}/acknowledgement`, body, { Cookie: cookie, ...headers });
  const passOn = (id: string, body: unknown) =>
    postJson(desk.app, `/api/desk/cases/${id}/passing-on`, body, { Cookie: cookie });

  describe('acknowledging', () => {
    it('writes the letter and confirms the route, and the person sees both', async () => {
      await submit(desk.app, ids.first);
      const response = await acknowledge(ids.first, letter);
      expect(response.status).toBe(200);
      const detail = CaseDetail.parse(await response.json());
      expect(detail).toMatchObject({ route: 'statutory', revision: 3, waitingFor: { step: 'stage1-answer' } });
      expect(await readCase(desk.app, ids.first, cookie)).toEqual(detail);

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
        acknowledge(ids.first, letter),
        acknowledge(ids.first, { ...letter, route: 'corporate', message: 'From the other.' }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const { letters, revision } = await readCase(desk.app, ids.first, cookie);
      expect(letters).toHaveLength(1);
      expect(revision).toBe(3);
    });

    it('is done once', async () => {
      await submit(desk.app, ids.first);
      await acknowledge(ids.first, letter);
      const again = await acknowledge(ids.first, { ...letter, revision: 3 });
      expect(again.status).toBe(409);
      expect(await codeOf(again)).toBe('already-done');
    });

    it.each([2, 99])('refuses revision %i of a case that has one event', async (revision) => {
      await submit(desk.app, ids.first);
      const response = await acknowledge(ids.first, { ...letter, revision });
      expect(response.status).toBe(409);
      expect(await codeOf(response)).toBe('changed-meanwhile');
    });

    it('refuses when the person has added something that the officer has not seen', async () => {
      await submit(desk.app, ids.first);
      await submit(desk.app, ids.first, { words: 'And I am not safe.' });
      const response = await acknowledge(ids.first, letter);
      expect(await codeOf(response)).toBe('changed-meanwhile');
      expect((await readCase(desk.app, ids.first, cookie)).letters).toEqual([]);
    });

    it('needs a route for a complaint, and takes none otherwise', async () => {
      await submit(desk.app, ids.first);
      await submit(desk.app, ids.second, { kind: 'comment' });
      const { route: _, ...without } = letter;
      for (const [id, body, code] of [
        [ids.first, without, 'required'],
        [ids.second, letter, 'not_allowed'],
      ] as const) {
        const response = await acknowledge(id, body);
        expect(response.status).toBe(422);
        expect(await response.json()).toMatchObject({ code: 'invalid-body', errors: [{ pointer: '/route', code }] });
      }
      expect((await acknowledge(ids.second, without)).status).toBe(200);
    });

    it.each([
      ['no JSON', '{"message":', 400, 'malformed-json'],
      ['nothing', '', 400, 'malformed-json'],
      ['null', 'null', 422, 'invalid-body'],
      ['no message', JSON.stringify({ route: 'statutory', revision: 1 }), 422, 'invalid-body'],
      ['a message of spaces', JSON.stringify({ ...letter, message: ' \n\u200b' }), 422, 'invalid-body'],
      ['a message without end', JSON.stringify({ ...letter, message: 'x'.repeat(20_001) }), 422, 'invalid-body'],
      ['a list as message', JSON.stringify({ ...letter, message: ['secret words'] }), 422, 'invalid-body'],
      ['an unknown route', JSON.stringify({ ...letter, route: 'secret words' }), 422, 'invalid-body'],
      ['a revision as text', JSON.stringify({ ...letter, revision: '1' }), 422, 'invalid-body'],
      ['a revision between two', JSON.stringify({ ...letter, revision: 1.5 }), 422, 'invalid-body'],
      ['somebody else’s name', JSON.stringify({ ...letter, by: 'secret words' }), 422, 'invalid-body'],
      ['a body without end', JSON.stringify({ ...letter, more: 'x'.repeat(600_000) }), 413, 'too-large'],
    ])('refuses %s, without repeating it', async (_, body, status, code) => {
      await submit(desk.app, ids.first);
      const response = await acknowledge(ids.first, body);
      expect(response.status).toBe(status);
      expect(await response.clone().text()).not.toContain('secret words');
      expect(await codeOf(response)).toBe(code);
      expect((await readCase(desk.app, ids.first, cookie)).revision).toBe(1);
    });

    it('refuses text/plain, which a form of another site could send', async () => {
      await submit(desk.app, ids.first);
      expect((await acknowledge(ids.first, letter, { 'Content-Type': 'text/plain' })).status).toBe(415);
    });

    it('refuses what a page of another site sends with the cookies of an officer', async () => {
      await submit(desk.app, ids.first);
      const response = await acknowledge(ids.first, letter, { Origin: 'https://elsewhere.example' });
      expect(response.status).toBe(403);
      expect(await codeOf(response)).toBe('foreign-origin');
    });
  });

  describe('passing on', () => {
    it('is for compliments and comments, with or without a letter', async () => {
      await submit(desk.app, ids.first, { kind: 'compliment' });
      await submit(desk.app, ids.second, { kind: 'comment' });
      expect((await passOn(ids.first, { revision: 1 })).status).toBe(200);
      const response = await passOn(ids.second, { message: 'The team has it.', revision: 1 });
      const detail = CaseDetail.parse(await response.json());
      expect(detail.letters).toEqual([
        { about: 'passed-on', at: expect.any(String), words: 'The team has it.', from: 'Jo Bloggs' },
      ]);
      expect(detail.timeline.find(({ step }) => step === 'pass-on')?.state).toBe('done');
      expect(await codeOf(await passOn(ids.second, { revision: 2 }))).toBe('already-done');
    });

    it('is not for complaints', async () => {
      await submit(desk.app, ids.first);
      const response = await passOn(ids.first, { revision: 1 });
      expect(response.status).toBe(422);
      expect(await codeOf(response)).toBe('not-for-this-kind');
    });
  });

  it.each([
    ['GET', '/api/desk/cases'],
    ['GET', `/api/desk/cases/${ids.first}`],
    ['POST', `/api/desk/cases/${ids.first}/acknowledgement`],
    ['POST', `/api/desk/cases/${ids.first}/passing-on`],
  ])('%s %s asks to sign in first, whatever is there', async (method, address) => {
    await submit(desk.app, ids.first);
    const response = await desk.app.request(address, {
      method,
      headers: { Authorization: `Bearer ${followKeyOf(ids.first)}` },
    });
    expect(response.status).toBe(401);
    expect(await codeOf(response)).toBe('sign-in-required');
  });

  it('describes every body and parameter with an example that is accepted', async () => {
    const document = (await (await desk.app.request('/api/openapi.json')).json()) as {
      paths: Record<
        string,
        Record<
          string,
          { parameters?: { example?: unknown }[]; requestBody?: { content: Record<string, { example?: unknown }> } }
        >
      >;
    };
    const mine = Object.entries(document.paths).filter(([path]) => /\/api\/(desk|auth)\//.test(path));
    expect(mine.map(([path]) => path).sort()).toEqual([
      '/api/auth/get-session',
      '/api/auth/sign-in/email',
      '/api/auth/sign-out',
      '/api/desk/cases',
      '/api/desk/cases/{id}',
      '/api/desk/cases/{id}/acknowledgement',
      '/api/desk/cases/{id}/passing-on',
      '/api/desk/set-up',
    ]);
    for (const [, methods] of mine) {
      for (const { parameters = [], requestBody } of Object.values(methods)) {
        for (const parameter of parameters) expect(parameter.example).toBeDefined();
        if (requestBody) expect(requestBody.content['application/json']?.example).toBeDefined();
      }
    }
    const example =
      document.paths['/api/desk/cases/{id}/acknowledgement']?.post?.requestBody?.content['application/json']?.example;
    await submit(desk.app, ids.first);
    expect((await acknowledge(ids.first, example)).status).toBe(200);
  });
});
