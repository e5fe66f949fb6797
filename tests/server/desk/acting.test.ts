import { describe, expect, it } from 'vitest';
import { Status } from '../../../src/domain/api.ts';
import { Assignees, CaseDetail } from '../../../src/domain/desk-api.ts';
import { appendEvents } from '../../../src/server/store/events.ts';
import { codeOf, followKeyOf, ids, letter, readCase } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { useSignedInDesk } from './use-signed-in-desk.ts';

describe.each(testStores)('acting on a case, on $name', ({ open }) => {
  const desk = useSignedInDesk(open, [ids.first]);

  /** Does it as an officer who has just read the case, and expects that it is taken. */
  const done = async (action: object, id = ids.first): Promise<CaseDetail> => {
    const { revision } = await readCase(desk, id);
    const response = await desk.act(id, { revision, ...action });
    expect(`${JSON.stringify(action)} ${response.status}`).toBe(`${JSON.stringify(action)} 200`);
    return CaseDetail.parse(await response.json());
  };
  const refused = async (action: object, id = ids.first): Promise<string> => {
    const { revision } = await readCase(desk, id);
    const response = await desk.act(id, { revision, ...action });
    const code = await codeOf(response);
    expect((await readCase(desk, id)).revision, 'nothing is half done').toBe(revision);
    return code;
  };
  const seen = async (): Promise<Status> => {
    const headers = { Authorization: `Bearer ${followKeyOf(ids.first)}` };
    return Status.parse(await (await desk.app.request('/api/status', { headers })).json());
  };
  const acknowledge = { action: 'acknowledge', message: letter.message, route: 'statutory' };

  it('offers what may be done, and keeps who did what and when', async () => {
    const { allowed } = await readCase(desk, ids.first);
    expect(allowed).toContain('acknowledge');
    expect(allowed).not.toContain('answer-stage1');
    const after = await done(acknowledge);
    expect(after.allowed).toContain('answer-stage1');
    expect(after.allowed).not.toContain('acknowledge');
    expect(after.extension).toMatchObject({ stage: 1, to: '2026-12-18' });
    expect(after.history).toMatchObject([
      { type: 'received' },
      { type: 'acknowledged', by: 'Jo Bloggs', message: letter.message },
      { type: 'route-confirmed', by: 'Jo Bloggs', route: 'statutory' },
    ]);
  });

  it('tells the person what they should know, and nothing of what is between staff', async () => {
    await done(acknowledge);
    await done({ action: 'record-consent', agrees: 'no', who: 'A secret name', how: 'By phone' });
    await done({ action: 'judge-maturity', canDecide: 'yes', why: 'A secret reason' });
    await done({ action: 'extend', until: '2026-12-11', reason: 'A secret reason', message: 'We need more time.' });
    const status = await seen();
    expect(status.letters).toMatchObject([
      { about: 'acknowledged' },
      { about: 'extended', words: 'We need more time.', from: 'Jo Bloggs' },
    ]);
    expect(status.timeline).toContainEqual(expect.objectContaining({ step: 'stage1-answer', due: '2026-12-11' }));
    expect(JSON.stringify(status)).not.toContain('secret');
  });

  it('refuses with a code of its own, and changes nothing', async () => {
    expect(await refused({ action: 'answer-stage1', message: 'Early.' })).toBe('not-yet');
    expect(await refused({ action: 'pass-on' })).toBe('not-for-this-kind');
    expect(await refused({ action: 'reopen', reason: 'None.' })).toBe('not-closed');
    expect(await refused({ ...acknowledge, on: '2026-11-19' })).toBe('date-before-receipt');
    expect(await refused({ ...acknowledge, on: '2026-11-21' })).toBe('date-in-future');
    expect(await refused({ action: 'assign', to: { staff: 'jo\0' } })).toBe('invalid-body');
    await done(acknowledge);
    expect(await refused({ action: 'resume' })).toBe('not-resting');
    const extend = { action: 'extend', reason: 'Three people.', message: 'We need more time.' };
    expect(await refused({ ...extend, until: '2026-12-21' })).toBe('past-limit');
    await done({ action: 'pause', reason: 'court' });
    expect(await refused({ action: 'answer-stage1', message: 'While it rests.' })).toBe('case-rests');
    await done({ action: 'resume' });
    await done({ action: 'answer-stage1', message: 'We looked into it.' });
    expect(await refused({ action: 'answer-stage1', message: 'Again.' })).toBe('already-done');
    expect(await refused({ action: 'set-route', route: 'corporate', reason: 'Late.' })).toBe('route-fixed');
    expect(await refused({ action: 'pause', reason: 'court' })).toBe('nothing-to-rest');
    await done({ action: 'close', outcome: 'not-upheld', category: 'policy', themes: [], actions: [] });
    expect(await refused({ action: 'request-stage2' })).toBe('case-closed');
    await done({ action: 'reopen', reason: 'They ask for more.' });
    await done({ action: 'request-stage2' });
    expect(await refused({ action: 'refuse', reason: 'x', comeAgainOn: '2027-01-04', message: 'No.' })).toBe(
      'stage-over',
    );
  });

  it('gives a case to somebody whom it knows, and to nobody else', async () => {
    const answer = await desk.app.request('/api/desk/assignees', { headers: { Cookie: desk.cookie } });
    const { staff } = Assignees.parse(await answer.json());
    expect(staff.map(({ name }) => name)).toEqual(['Jo Bloggs']);
    const after = await done({ action: 'assign', to: { staff: staff[0]?.id } });
    expect(after.history.at(-1)).toMatchObject({ type: 'assigned', to: { staff: staff[0]?.id, name: 'Jo Bloggs' } });
    expect(await refused({ action: 'assign', to: { staff: staff[0]?.id } })).toBe('already-done');
    expect(await refused({ action: 'assign', to: { staff: 'nobody' } })).toBe('invalid-body');
    expect(await refused({ action: 'assign', to: { team: 'no-such-team' } })).toBe('invalid-body');
    await done({ action: 'assign', to: { team: 'looked-after' } });
  });

  it('says where an action is wrong, and never with its values', async () => {
    const { revision } = await readCase(desk, ids.first);
    for (const [body, pointer] of [
      [{ action: 'secret words' }, '/action'],
      [{ action: 'assign', to: 'secret words' }, '/to'],
      [{ action: 'extend', until: 'secret words', reason: 'x', message: 'x' }, '/until'],
      [{ action: 'request-stage2', on: '2026-02-30' }, '/on'],
    ] as const) {
      const response = await desk.act(ids.first, { revision, ...body });
      const text = await response.text();
      expect(text).not.toContain('secret');
      expect(JSON.parse(text)).toMatchObject({ code: 'invalid-body', errors: [{ pointer }] });
    }
  });

  it('lets one of two officers through who do different things in one moment', async () => {
    const { revision } = await done(acknowledge);
    const both = await Promise.all([
      desk.act(ids.first, { action: 'answer-stage1', message: 'We looked into it.', revision }),
      desk.act(ids.first, { action: 'withdraw', revision }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await readCase(desk, ids.first)).revision).toBe(revision + 1);
  });

  it('shows the person a compliment that was taken for a complaint as what it is', async () => {
    await done({ action: 'change-kind', kind: 'compliment', reason: 'They said so.', message: 'It is a thank you.' });
    expect(await seen()).toMatchObject({ kind: 'compliment', letters: [{ about: 'kind-changed' }] });
    expect((await desk.list()).cases[0]).toMatchObject({ kind: 'compliment' });
  });

  it('reads what was kept before names and reasons were, as it was', async () => {
    await appendEvents(desk.store.db, [
      { caseId: ids.first, seq: 2, event: { type: 'acknowledged', at: '2026-11-20T10:00:00.000Z' } },
      {
        caseId: ids.first,
        seq: 3,
        event: { type: 'route-confirmed', route: 'corporate', at: '2026-11-20T10:00:00.000Z' },
      },
      { caseId: ids.first, seq: 4, event: { type: 'withdrawn', at: '2026-11-20T10:00:00.000Z' } },
    ]);
    const { history, allowed } = await readCase(desk, ids.first);
    expect(history).toHaveLength(4);
    expect(allowed).toContain('close');
  });
});
