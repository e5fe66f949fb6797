import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { AuditPage } from '../../../src/domain/audit.ts';
import { exampleRecording } from '../../../src/server/desk/examples.ts';
import { exampleSetUp } from '../../../src/server/people/examples.ts';
import { replaceSetUpLink } from '../../../src/server/store/set-up-links.ts';
import { useSignedInDesk } from '../desk/use-signed-in-desk.ts';
import { codeOf, ids, letter, officer, openTestDesk, postJson, readCase, submit } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { friday } from '../test-app.ts';
import { check, entriesOf, headOf, verbsOf } from './chain-of.ts';

describe.each(testStores)('what staff do and see is recorded, on $name', ({ open }) => {
  const desk = useSignedInDesk(open);

  const askAudit = (query = '') => desk.app.request(`/api/desk/audit${query}`, { headers: { Cookie: desk.cookie } });
  const makeOfficer = () => desk.store.db.updateTable('user').set({ role: 'officer' }).execute();

  it('who signed in, what they saw and did, and that they left, in one chain', async () => {
    await submit(desk.app, ids.first);
    await desk.list();
    await readCase(desk, ids.first);
    expect((await desk.acknowledge(ids.first, letter)).status).toBe(200);
    await postJson(desk.app, '/api/auth/sign-out', {}, { Cookie: desk.cookie });
    const entries = await entriesOf(desk.store);
    expect(entries.map(({ verb, caseId, details }) => [verb, caseId, details])).toEqual([
      ['signed-in', null, '{}'],
      ['cases-listed', null, '{"rows":1}'],
      ['case-opened', ids.first, '{}'],
      ['case-acknowledge', ids.first, '{}'],
      ['signed-out', null, '{}'],
    ]);
    const { id } = await desk.store.db.selectFrom('user').select('id').executeTakeFirstOrThrow();
    expect(entries.every(({ staffId, staffName }) => staffId === id && staffName === 'Jo Bloggs')).toBe(true);
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    const { seq, hash } = await headOf(desk.store);
    expect(await check(desk.store)).toEqual({ head: { seq, hash } });
  });

  it('that somebody could not sign in, without the address or the password that they tried', async () => {
    const tried = { email: 'robin.reed@example.gov.uk', password: 'wrong wrong wrong' };
    expect((await postJson(desk.app, '/api/auth/sign-in/email', tried)).status).toBe(401);
    expect((await postJson(desk.app, '/api/auth/sign-in/email', { ...officer, password: 'wrong' })).status).toBe(401);
    const failed = (await entriesOf(desk.store)).filter(({ verb }) => verb === 'sign-in-failed');
    expect(failed).toHaveLength(2);
    for (const entry of failed) expect(entry).toMatchObject({ staffId: null, staffName: null, details: '{}' });
    expect(JSON.stringify(await entriesOf(desk.store))).not.toMatch(/robin|reed|wrong|@/i);
  });

  it('what was refused: a role that is missing, a page of another site, an address that was guessed', async () => {
    await submit(desk.app, ids.first);
    await makeOfficer();
    expect(await codeOf(await askAudit())).toBe('role-needed');
    await desk.acknowledge(ids.first, letter, { Origin: 'https://elsewhere.example' });
    await desk.app.request(`/api/desk/cases/${ids.third}`, { headers: { Cookie: desk.cookie } });
    const refused = (await entriesOf(desk.store)).filter(({ verb }) => verb === 'refused');
    expect(refused.map(({ caseId, details, staffName }) => [caseId, JSON.parse(details), staffName])).toEqual([
      [null, { asked: 'audit-read', code: 'role-needed' }, 'Jo Bloggs'],
      [ids.first, { asked: 'case-acted-on', code: 'foreign-origin' }, 'Jo Bloggs'],
      [ids.third, { asked: 'case-opened', code: 'not-found' }, 'Jo Bloggs'],
    ]);
  });

  it('that somebody recorded what they were told, in the transaction that takes it in', async () => {
    const record = () => postJson(desk.app, '/api/desk/recordings', exampleRecording, { Cookie: desk.cookie });
    expect((await record()).status).toBe(200);
    const { verb, caseId, details } = (await entriesOf(desk.store)).at(-1) ?? {};
    expect([verb, caseId, details]).toEqual([
      'feedback-recorded',
      exampleRecording.id,
      JSON.stringify({ channel: exampleRecording.channel }),
    ]);
    expect((await record()).status).toBe(200);
    expect(await check(desk.store)).toMatchObject({ head: { seq: 3 } });
  });

  it('that the desk was set up, and that somebody tried to with a link that is not good', async () => {
    await desk.store.db.deleteFrom('user').execute();
    const { app } = openTestDesk(desk.store);
    expect((await postJson(app, '/api/desk/set-up', exampleSetUp)).status).toBe(403);
    const tokenHash = createHash('sha256').update(exampleSetUp.token).digest('base64url');
    await replaceSetUpLink(desk.store.db, { tokenHash, madeAt: friday });
    expect((await postJson(app, '/api/desk/set-up', exampleSetUp)).status).toBe(200);
    const [refused, setUp] = (await entriesOf(desk.store)).slice(-2);
    expect(refused).toMatchObject({ verb: 'refused', staffId: null });
    expect(setUp).toMatchObject({ verb: 'desk-set-up', staffName: exampleSetUp.name });
  });

  it('nothing of what changed nothing: an act that came too late, or somebody who is not signed in', async () => {
    await submit(desk.app, ids.first);
    await desk.acknowledge(ids.first, letter);
    const before = await verbsOf(desk.store);
    expect((await desk.acknowledge(ids.first, letter)).status).toBe(409);
    expect((await desk.acknowledge(ids.first, 'not json')).status).toBe(400);
    expect((await desk.app.request('/api/desk/cases')).status).toBe(401);
    expect((await desk.app.request(`/api/desk/cases/${ids.first}`)).status).toBe(401);
    await postJson(desk.app, '/api/auth/sign-out', {});
    expect(await verbsOf(desk.store)).toEqual(before);
  });

  it('is given to an administrator a page at a time, and that is recorded too', async () => {
    await desk.list();
    await desk.list();
    const first = AuditPage.parse(await (await askAudit('?limit=2')).json());
    expect(first.entries.map(({ verb }) => verb)).toEqual(['signed-in', 'cases-listed']);
    expect(first.next).toBe(2);
    const rest = AuditPage.parse(await (await askAudit(`?after=${first.next}`)).json());
    expect(rest.entries.map(({ verb, details }) => [verb, details])).toEqual([
      ['cases-listed', '{"rows":0}'],
      ['audit-read', '{"after":0,"order":"oldest","rows":2}'],
    ]);
    expect(rest.next).toBeNull();
    for (const query of [
      '?limit=0',
      '?limit=1001',
      '?after=-1',
      '?after=x',
      '?after=2147483648',
      '?day=x',
      '?order=up',
      '?q=x',
    ]) {
      expect(await codeOf(await askAudit(query)), query).toBe('invalid-parameter');
    }
  });
});
