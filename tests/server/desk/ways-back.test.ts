import { beforeEach, describe, expect, it } from 'vitest';
import { CaseDetail } from '../../../src/domain/desk-api.ts';
import { codeOf, followKeyOf, ids, postJson, readCase } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { follow } from '../test-app.ts';
import { useSignedInDesk } from './use-signed-in-desk.ts';

const followKey = 'the-key-of-the-new-phone-22';
const mine = [201, 17, 99, 240, 3, 156, 42];
const asked = { followKey, who: 'The child, by telephone', how: 'She named her school.', endOthers: false };

describe.each(testStores)('helping somebody back in, on $name', ({ open }) => {
  const desk = useSignedInDesk(open, [ids.first]);
  beforeEach(async () => {
    await desk.app.request(`/api/submissions/${ids.first}/picture-key`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${followKeyOf(ids.first)}` },
      body: JSON.stringify({ pictures: mine }),
    });
  });

  const give = (part: object = {}, headers: Record<string, string> = { Cookie: desk.cookie }) =>
    postJson(desk.app, `/api/desk/cases/${ids.first}/ways-back`, { ...asked, ...part }, headers);
  const opens = async (key: string) => {
    const response = await follow(desk.app, `Bearer ${key}`);
    return response.ok ? ((await response.json()) as { id: string }).id : codeOf(response);
  };
  const byPictures = () => postJson(desk.app, '/api/follow', { pictures: mine }, {});

  it('gives a key beside the others, says in the history who asked and how it was known, and in the record of staff', async () => {
    const response = await give();
    expect(response.status).toBe(200);
    const detail = CaseDetail.parse(await response.json());
    const { who, how } = asked;
    expect(detail.history.at(-1)).toMatchObject({
      type: 'way-back-given',
      by: 'Jo Bloggs',
      who,
      how,
      endedOthers: false,
    });
    expect(await readCase(desk, ids.first)).toEqual(detail);
    expect([await opens(followKey), await opens(followKeyOf(ids.first))]).toEqual([ids.first, ids.first]);
    expect((await byPictures()).status).toBe(200);
    const audit = await desk.store.db
      .selectFrom('audit')
      .selectAll()
      .where('verb', '=', 'case-way-back-given')
      .execute();
    expect(audit).toMatchObject([{ caseId: ids.first, staffName: 'Jo Bloggs' }]);
    expect(JSON.stringify(audit)).not.toContain(followKey);
  });

  it('ends every other way when that is asked for, and says so to whoever tries one', async () => {
    const { followKey: otherPhone } = (await (await byPictures()).json()) as { followKey: string };
    await give({ endOthers: true });
    expect(await opens(followKey)).toBe(ids.first);
    expect(await opens(followKeyOf(ids.first))).toBe('access-ended');
    expect(await opens(otherPhone)).toBe('access-ended');
    expect(await codeOf(await byPictures())).toBe('unknown-pictures');
  });

  it('leaves another case under the same key as it was', async () => {
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${followKeyOf(ids.first)}` };
    const body = JSON.stringify({ version: 1, kind: 'complaint', words: 'Something else.' });
    await desk.app.request(`/api/submissions/${ids.second}`, { method: 'PUT', headers, body });
    await give({ endOthers: true });
    expect(await opens(followKeyOf(ids.first))).toBe(ids.second);
    expect(await opens(followKey)).toBe(ids.first);
  });

  it('is done once, by somebody who is signed in, and not without saying who asked', async () => {
    await give();
    expect(await codeOf(await give())).toBe('already-done');
    expect(await codeOf(await give({ followKey: 'one-more-key-of-somebody' }, {}))).toBe('sign-in-required');
    expect(await codeOf(await give({ followKey: 'one-more-key-of-somebody', who: ' ' }))).toBe('invalid-body');
    expect((await readCase(desk, ids.first)).history.filter(({ type }) => type === 'way-back-given')).toHaveLength(1);
  });
});
