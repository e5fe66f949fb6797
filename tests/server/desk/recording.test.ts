import { describe, expect, it } from 'vitest';
import { Status } from '../../../src/domain/api.ts';
import { CaseDetail } from '../../../src/domain/desk-api.ts';
import { codeOf, ids, postJson, readCase, submit } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { useSignedInDesk } from './use-signed-in-desk.ts';

const followKey = 'a-key-that-was-handed-over-22';
const said = { version: 1, kind: 'complaint', words: 'Nobody came on Monday.', voice: 'child' };
const recording = { id: ids.first, followKey, channel: 'phone', receivedOn: '2026-11-17', said };

describe.each(testStores)('recording what was heard, on $name', ({ open }) => {
  const desk = useSignedInDesk(open);

  const record = (part: object = {}, headers: Record<string, string> = { Cookie: desk.cookie }) =>
    postJson(desk.app, '/api/desk/recordings', { ...recording, ...part }, headers);

  it('counts every date from the day on which it was truly received', async () => {
    const response = await record();
    expect(response.status).toBe(200);
    const detail = CaseDetail.parse(await response.json());
    expect(detail).toMatchObject({
      recorded: { by: 'Jo Bloggs', channel: 'phone', on: '2026-11-17' },
      versions: [{ words: said.words, voice: 'child' }],
      waitingFor: { step: 'acknowledge', due: '2026-11-20' },
    });
    expect(await readCase(desk, ids.first)).toEqual(detail);
  });

  it('takes the rules that were in force on that day', async () => {
    await record({ receivedOn: '2026-03-31' });
    await record({ receivedOn: '2026-04-01', id: ids.second });
    const editions = async (id: string) => {
      const rows = await desk.store.db.selectFrom('events').select('event').where('caseId', '=', id).execute();
      return JSON.parse(rows[0]?.event ?? '{}').editions.corporate;
    };
    expect(await editions(ids.first)).not.toBe(await editions(ids.second));
  });

  it('lets the person follow with the key they were handed', async () => {
    await record();
    const answer = await desk.app.request('/api/status', { headers: { Authorization: `Bearer ${followKey}` } });
    expect(Status.parse(await answer.json())).toMatchObject({ id: ids.first, receivedOn: '2026-11-17' });
  });

  it('records it once, however often it is sent', async () => {
    await record();
    expect((await record()).status).toBe(200);
    expect((await desk.list()).cases).toHaveLength(1);
    expect((await readCase(desk, ids.first)).revision).toBe(1);
  });

  it('raises that a child is not safe', async () => {
    await record({ said: { ...said, safe: 'no' } });
    expect((await desk.list()).cases[0]).toMatchObject({ unsafe: { said: 'no' } });
  });

  it('adds nothing to a case of somebody else', async () => {
    await submit(desk.app, ids.first);
    expect(await codeOf(await record())).toBe('wrong-key');
    expect((await readCase(desk, ids.first)).versions).toHaveLength(1);
  });

  it.each([
    ['a day longer ago than ten years', { receivedOn: '0026-11-17' }, '/receivedOn'],
    ['a day that there never was', { receivedOn: '2026-02-30' }, '/receivedOn'],
    ['no words', { said: { ...said, words: ' ' } }, '/said/words'],
    ['another way than those there are', { channel: 'rumour' }, '/channel'],
  ])('refuses %s and says where', async (_, part, pointer) => {
    const response = await record(part);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'invalid-body', errors: [{ pointer }] });
    expect((await desk.list()).cases).toHaveLength(0);
  });

  it('refuses a day in the future as what it is: it has the shape of a day', async () => {
    const response = await record({ receivedOn: '2026-11-21' });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'date-in-future', errors: [{ pointer: '/receivedOn' }] });
    expect((await desk.list()).cases).toHaveLength(0);
  });

  it('is for staff alone', async () => {
    expect(await codeOf(await record({}, {}))).toBe('sign-in-required');
  });
});
