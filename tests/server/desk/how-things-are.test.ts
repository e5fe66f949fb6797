import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CaseDetail } from '../../../src/domain/desk-api.ts';
import { CaseList } from '../../../src/domain/desk-list.ts';
import type { InvestigatorCopy } from '../../../src/domain/investigator-copy.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { openTestMail, type TestMail } from '../jobs/open-test-mail.ts';
import { codeOf, ids, openSignedInDesk, readCase, type SignedInDesk, signIn, submit } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { addColleague, credentialsOf } from '../people/colleagues.ts';

const says = (desk: SignedInDesk, id: string, now: string) =>
  submit(desk.app, id, { addition: randomUUID(), words: undefined, now } as object);

describe.each(testStores)('how things are since, on $name', ({ open }) => {
  let store: Store;
  let desk: SignedInDesk;
  let mail: TestMail;
  let manager: string;
  beforeEach(async () => {
    store = await open();
    desk = await openSignedInDesk(store);
    mail = await openTestMail();
    // A little after the desk's own clock.
    mail.setNow('2026-11-20T21:20:00.000Z');
    await addColleague(store, { name: 'kim', roles: ['manager'], teams: ['looked-after'] });
    manager = await signIn(desk.app, credentialsOf('kim'));
    // One that is waited for longer, and one of the manager's team in which the officer has read everything.
    await submit(desk.app, ids.second);
    await submit(desk.app, ids.first);
    await desk.act(ids.first, { action: 'assign', to: { team: 'looked-after' }, revision: 1 });
    await desk.act(ids.second, { action: 'assign', to: { team: 'looked-after' }, revision: 1 });
  });
  afterEach(async () => {
    await mail.mailServer.stop();
    await store.close();
  });

  const get = async (address: string, cookie: string) =>
    (await desk.app.request(`/api/desk/${address}`, { headers: { Cookie: cookie } })).json();
  const listFor = async (cookie: string, more = '') => CaseList.parse(await get(`cases${more}`, cookie));
  const mails = () =>
    mail.mailServer.mails.map(({ to }) =>
      [to]
        .flat()
        .map((each) => each?.text)
        .join(),
    );

  test('what is worse stands first for officers, by a flag of its own, until one notes what was done', async () => {
    await says(desk, ids.first, 'worse');
    const list = await listFor(desk.cookie);
    expect(list.cases.map(({ id, worse, unsafe }) => [id, worse !== null, unsafe])).toEqual([
      [ids.first, true, null],
      [ids.second, false, null],
    ]);
    expect(list.counts.filter).toMatchObject({ worse: 1, unsafe: 0, unread: 0 });
    expect((await listFor(desk.cookie, '?filter=worse')).cases.map(({ id }) => id)).toEqual([ids.first]);
    // Who is not safe comes before, though it was said later.
    await submit(desk.app, ids.third, { safe: 'no' });
    expect((await listFor(desk.cookie)).cases.map(({ id }) => id)).toEqual([ids.third, ids.first, ids.second]);

    const { revision, allowed, now } = await readCase(desk, ids.first);
    expect(allowed).toContain('note-worse');
    expect(now).toMatchObject([{ now: 'worse' }]);
    expect((await desk.act(ids.first, { action: 'note-worse', done: 'Rang her.', revision })).status).toBe(200);
    const after = await readCase(desk, ids.first);
    expect(after).toMatchObject({ worse: null, now: [{ now: 'worse' }, { done: 'Rang her.' }] });
    expect(after.allowed).not.toContain('note-worse');
    expect((await listFor(desk.cookie)).counts.filter.worse).toBe(0);
  });

  test.each(['better', 'same', 'rather-not-say'])('"%s" is kept and flags nothing', async (now) => {
    await says(desk, ids.first, now);
    expect(await readCase(desk, ids.first)).toMatchObject({ worse: null, now: [{ now }] });
    expect((await listFor(desk.cookie)).counts.filter.worse).toBe(0);
    await mail.turn(store, mail.post, 'reminders');
    expect(mails()).toEqual([]);
  });

  test('a manager is told nothing of it: not in the list, its order or counts, not in the case, and on no copy', async () => {
    const before = await listFor(manager);
    const seen = CaseDetail.parse(await get(`cases/${ids.first}`, manager));
    await says(desk, ids.first, 'worse');
    const list = await listFor(manager);
    expect({ ...list, at: '' }).toEqual({ ...before, at: '' });
    expect((await listFor(manager, '?filter=worse')).cases).toEqual([]);
    const detail = CaseDetail.parse(await get(`cases/${ids.first}`, manager));
    // The next event goes behind it, so the number of all is told.
    expect(detail).toEqual({ ...seen, revision: seen.revision + 1 });
    const note = { action: 'note-worse', done: 'Me.', revision: detail.revision };
    expect(await codeOf(await desk.act(ids.first, note, { Cookie: manager }))).toBe('not-raised');
    for (const cookie of [manager, desk.cookie]) {
      const copy = (await get(`cases/${ids.first}/investigator-copy?parts=notes,safety`, cookie)) as InvestigatorCopy;
      expect(copy.versions).toHaveLength(1);
      expect(JSON.stringify(copy)).not.toMatch(/worse|things-now/);
    }
  });

  test('an e-mail goes the same day to each officer who may see the case, and to nobody else', async () => {
    await addColleague(store, { name: 'robin', roles: ['officer'] });
    await submit(desk.app, ids.first, { addition: randomUUID(), words: undefined, notThisPerson: 'Robin' } as object);
    await says(desk, ids.first, 'worse');
    await mail.turn(store, mail.post, 'reminders');
    expect(mails()).toEqual(['jo.bloggs@example.gov.uk']);
    const [sent] = mail.mailServer.mails;
    expect(sent?.subject).toContain('things are worse');
    expect(sent?.text).toContain(`#case=${ids.first}`);
    expect(sent?.text).not.toContain('She did not ring.');
    expect(sent?.text).not.toMatch(/\{\{|worse\.[a-z]/);
    await mail.turn(store, mail.post, 'reminders');
    expect(mails()).toHaveLength(1);
  });

  test('what was seen to before the e-mail could go is not told any more', async () => {
    await says(desk, ids.first, 'worse');
    const { revision } = await readCase(desk, ids.first);
    await desk.act(ids.first, { action: 'note-worse', done: 'Rang her.', revision });
    await mail.turn(store, mail.post, 'reminders');
    expect(mails()).toEqual([]);
  });

  test('it neither opens a case for staff nor hides that something else was not read', async () => {
    await submit(desk.app, ids.first, { addition: randomUUID(), words: 'And another thing.' } as object);
    await says(desk, ids.first, 'same');
    expect((await listFor(manager)).counts.filter.unread).toBe(1);
  });
});
