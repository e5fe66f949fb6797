import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../../src/server/store/database.ts';
import { cookieOf, openTestDesk, postJson, type TestDesk } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { type Colleague, colleague, credentialsOf, signedInAs } from '../people/colleagues.ts';
import { totp } from '../people/totp.ts';
import { check, entriesOf, refuseEntries, takeEntriesAgain, verbsOf } from './chain-of.ts';

describe.each(testStores)('what is changed of accounts, on $name', ({ open }) => {
  let store: Store;
  let desk: TestDesk;
  let admin: Colleague;
  let officer: Colleague;
  beforeEach(async () => {
    // A code is computed in one half minute and must not be given in the next but one, however slow the machine.
    vi.useFakeTimers({ toFake: ['Date'] });
    store = await open();
    desk = openTestDesk(store);
    admin = await colleague(store, desk.app, { name: 'ada', roles: ['administrator'] });
    officer = await colleague(store, desk.app, { name: 'ola', roles: ['officer'] });
    await signedInAs(store, desk.app, credentialsOf('ola'));
  });
  afterEach(async () => {
    vi.useRealTimers();
    await store.close();
  });

  /** Everything that is kept of accounts, as text; without when a session was last used. */
  const kept = async () => {
    const tables = ['user', 'account', 'twoFactor', 'codeSteps', 'nextAuthenticators', 'staffLinks'];
    const all = await Promise.all(
      tables.map(async (table) => (await sql`select * from ${sql.table(table)}`.execute(store.db)).rows),
    );
    const sessions = await store.db.selectFrom('session').select(['id', 'userId']).orderBy('id').execute();
    return JSON.stringify([...all, sessions]);
  };

  const ofAccount = (name: string) => `/api/staff/people/${officer.id}/${name}`;
  const link = async () => {
    const issued = (await (await admin.post(ofAccount('recovery-link'))).json()) as { id: string; link: string };
    return { id: issued.id, token: new URL(issued.link).hash.replace('#welcome=', '') };
  };
  const secondFactor = async () => {
    const begun = await officer.post('/api/staff/me/second-factor', { password: officer.password });
    return ((await begun.json()) as { secret: string }).secret;
  };
  /** Sets it up with the code before this one, and goes on in the session that came with it. */
  const withSecondFactor = async () => {
    const secret = await secondFactor();
    const confirmed = await officer.post('/api/staff/me/second-factor/confirmation', { code: totp(secret, -1) });
    const cookie = cookieOf(confirmed);
    const { password } = officer;
    const post = (name: string, body: object) => postJson(desk.app, `/api/staff/me/${name}`, body, { Cookie: cookie });
    const replace = () => post('second-factor/replacement', { password, code: totp(secret) });
    return { post, password, replace };
  };
  const otherSession = async () => {
    const { sessions } = (await (await officer.get('/api/staff/me')).json()) as {
      sessions: { id: string; isThis: boolean }[];
    };
    return sessions.find(({ isThis }) => !isThis)?.id;
  };

  /** Each change: what comes before it, then the change itself. */
  const changes: Record<string, () => Promise<() => Response | Promise<Response>>> = {
    'person-invited': async () => () =>
      admin.post('/api/staff/invitations', { name: 'Sam', email: 'sam@example.gov.uk', roles: ['reader'], teams: [] }),
    'staff-link-ended': async () => {
      const { id } = await link();
      return () => admin.post(`/api/staff/links/${id}/ending`);
    },
    'recovery-link-made': async () => () => admin.post(ofAccount('recovery-link')),
    'staff-link-used': async () => {
      const { token } = await link();
      return () => postJson(desk.app, '/api/staff/links/use', { token, password: 'seven green bottles today' });
    },
    'person-posted': async () => () => admin.post(ofAccount('posting'), { roles: ['reader'], teams: [] }),
    'person-deactivated': async () => () => admin.post(ofAccount('deactivation')),
    'person-reactivated': async () => {
      await admin.post(ofAccount('deactivation'));
      return () => admin.post(ofAccount('reactivation'));
    },
    'second-factor-reset': async () => {
      const code = totp(await secondFactor());
      expect((await officer.post('/api/staff/me/second-factor/confirmation', { code })).status).toBe(200);
      return () => admin.post(ofAccount('second-factor-reset'));
    },
    'password-changed': async () => () =>
      officer.post('/api/staff/me/password', { current: officer.password, next: 'a short walk by the sea' }),
    'second-factor-begun': async () => () =>
      officer.post('/api/staff/me/second-factor', { password: officer.password }),
    'second-factor-set': async () => {
      const secret = await secondFactor();
      return () => officer.post('/api/staff/me/second-factor/confirmation', { code: totp(secret) });
    },
    'second-factor-replacing': async () => (await withSecondFactor()).replace,
    'second-factor-replaced': async () => {
      const { post, replace } = await withSecondFactor();
      const next = ((await (await replace()).json()) as { secret: string }).secret;
      return () => post('second-factor/replacement/confirmation', { code: totp(next) });
    },
    'recovery-codes-made': async () => {
      const { post, password } = await withSecondFactor();
      return () => post('recovery-codes', { password });
    },
    'sessions-ended': async () => () =>
      officer.post('/api/staff/me/sessions/end-others', { password: officer.password }),
    'session-ended': async () => {
      const id = await otherSession();
      return () => officer.post(`/api/staff/me/sessions/${id}/ending`, { password: officer.password });
    },
  };

  it.each(Object.keys(changes))('%s is there with its entry, or not at all', async (verb) => {
    const change = await changes[verb]?.();
    if (!change) throw new Error('There is no such change.');
    const before = { kept: await kept(), verbs: await verbsOf(store) };
    await refuseEntries(store);
    const refused = await change();
    expect(refused.ok).toBe(false);
    // A session's cookie may be prolonged; none of a new one is handed out.
    expect(await kept()).toBe(before.kept);
    await takeEntriesAgain(store);
    expect(await verbsOf(store)).toEqual(before.verbs);
    expect((await change()).ok).toBe(true);
    expect(await kept()).not.toBe(before.kept);
    expect((await verbsOf(store)).slice(before.verbs.length)).toEqual([verb]);
    expect(await check(store)).toHaveProperty('head');
  });

  it('a code and a recovery code are used up only by a sign-in that is recorded, and that says which it was', async () => {
    const confirmed = await officer.post('/api/staff/me/second-factor/confirmation', {
      code: totp(await secondFactor(), -1),
    });
    const { recoveryCodes } = (await confirmed.json()) as { recoveryCodes: string[] };
    const asked = await postJson(desk.app, '/api/auth/sign-in/email', credentialsOf('ola'));
    const give = () =>
      postJson(desk.app, '/api/auth/sign-in/code', { code: recoveryCodes[0] }, { Cookie: cookieOf(asked) });
    const before = await kept();
    await refuseEntries(store);
    const refused = await give();
    expect([refused.ok, refused.headers.getSetCookie()]).toEqual([false, []]);
    expect(await kept()).toBe(before);
    await takeEntriesAgain(store);
    expect((await give()).status).toBe(200);
    expect((await entriesOf(store)).at(-1)).toMatchObject({
      verb: 'signed-in',
      staffName: 'ola',
      details: '{"code":"recovery"}',
    });
  });

  it('whom an entry is about, and what they may do from then on', async () => {
    await admin.post(ofAccount('posting'), { roles: ['reader', 'manager'], teams: ['fostering'] });
    expect((await entriesOf(store)).at(-1)).toMatchObject({
      staffName: 'ada',
      details: JSON.stringify({ person: officer.id, roles: 'manager.reader', teams: 1 }),
    });
  });
});
