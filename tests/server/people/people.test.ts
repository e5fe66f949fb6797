import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type IssuedLink, People } from '../../../src/domain/people-api.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { codeOf, cookieOf, openTestDesk, postJson, type TestDesk } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { createTestApp } from '../test-app.ts';
import { addColleague, type Colleague, colleague, credentialsOf, signedInAs } from './colleagues.ts';

const invitation = { name: 'Sam', email: 'Sam@example.gov.uk', roles: ['manager'], teams: ['fostering'] };
const password = 'seven green bottles today';

describe.each(testStores)('people at the desk, on $name', ({ open }) => {
  let store: Store;
  let desk: TestDesk;
  let admin: Colleague;
  beforeEach(async () => {
    store = await open();
    desk = openTestDesk(store);
    admin = await colleague(store, desk.app, { name: 'ada', roles: ['administrator'] });
  });
  afterEach(() => store.close());

  const issued = async (response: Response) => {
    expect(response.status).toBe(201);
    const link = (await response.json()) as IssuedLink;
    return { ...link, token: new URL(link.link).hash.replace('#welcome=', '') };
  };
  const invite = async (more = {}) => issued(await admin.post('/api/staff/invitations', { ...invitation, ...more }));
  const use = (token: string, chosen = password) =>
    postJson(desk.app, '/api/staff/links/use', { token, password: chosen });
  const people = async () => People.parse(await (await admin.get('/api/staff/people')).json());
  const sam = { email: 'sam@example.gov.uk', password };

  it('invites a colleague, who chooses a password and is what they were invited as', async () => {
    const { token, mail } = await invite();
    expect(mail).toBe('off');
    expect((await people()).links).toMatchObject([{ kind: 'invitation', name: 'Sam', email: sam.email }]);
    const asked = await postJson(desk.app, '/api/staff/links/question', { token });
    expect(await asked.json()).toEqual({ kind: 'invitation', name: 'Sam', email: sam.email });
    const entered = await use(token);
    expect(entered.status).toBe(200);
    expect(await entered.json()).toMatchObject({ user: { name: 'Sam', roles: ['manager'], teams: ['fostering'] } });
    expect(cookieOf(entered)).toContain('session_token');
    await signedInAs(store, desk.app, sam);
    expect((await people()).links).toEqual([]);
    const again = await use(token);
    expect(again.status).toBe(403);
    expect(await codeOf(again)).toBe('staff-link-invalid');
  });

  it('keeps of a link only its hash, and makes one account of it when it is used twice in one moment', async () => {
    const { token } = await invite();
    const rows = await store.db.selectFrom('staffLinks').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    const statuses = (await Promise.all([use(token), use(token), use(token)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 403, 403]);
    expect((await people()).people).toHaveLength(2);
  });

  it('lets a link be good for seven days, until it is ended or another takes its place', async () => {
    const first = await invite();
    const second = await invite();
    expect((await use(first.token)).status).toBe(403);
    desk.setNow('2026-11-27T21:13:00.000Z');
    expect((await postJson(desk.app, '/api/staff/links/question', { token: second.token })).status).toBe(200);
    desk.setNow('2026-11-27T21:15:00.000Z');
    expect((await use(second.token)).status).toBe(403);
    const third = await invite();
    expect((await admin.post(`/api/staff/links/${third.id}/ending`)).status).toBe(204);
    expect((await use(third.token)).status).toBe(403);
    expect((await admin.post(`/api/staff/links/${third.id}/ending`)).status).toBe(404);
  });

  it('refuses a short password and keeps the link', async () => {
    const { token } = await invite();
    expect((await use(token, 'too short')).status).toBe(422);
    expect((await use(token)).status).toBe(200);
  });

  it('invites nobody twice, and to no team that the council does not have', async () => {
    const twice = await admin.post('/api/staff/invitations', { ...invitation, email: 'ADA@example.gov.uk' });
    expect([twice.status, await codeOf(twice)]).toEqual([409, 'account-exists']);
    const unknown = await admin.post('/api/staff/invitations', { ...invitation, teams: ['moon'] });
    expect([unknown.status, await codeOf(unknown)]).toEqual([422, 'unknown-team']);
    const roleless = await admin.post('/api/staff/invitations', { ...invitation, roles: [] });
    expect(roleless.status).toBe(422);
  });

  it('sends the invitation where a mail server is set, and says when it did not go', async () => {
    for (const [isTaken, mail] of [
      [true, 'sent'],
      [false, 'failed'],
    ] as const) {
      const sent: unknown[] = [];
      const mailLink = async (each: unknown) => {
        sent.push(each);
        return isTaken;
      };
      const app = createTestApp(store, undefined, undefined, undefined, undefined, { mailLink });
      const answer = await postJson(app, '/api/staff/invitations', invitation, { Cookie: admin.cookie });
      const link = (await answer.json()) as IssuedLink;
      expect(link.mail).toBe(mail);
      expect(sent).toEqual([{ to: invitation.email, name: 'Sam', link: link.link, expiresAt: link.expiresAt }]);
    }
  });

  it('changes roles at once, for who is at work too', async () => {
    const officer = await colleague(store, desk.app, { name: 'ola', roles: ['officer'] });
    expect((await officer.get('/api/desk/cases')).status).toBe(200);
    const changed = await admin.post(`/api/staff/people/${officer.id}/posting`, { roles: ['reader'], teams: [] });
    expect(await changed.json()).toMatchObject({ roles: ['reader'], isActive: true });
    expect((await officer.get('/api/desk/cases')).status).toBe(403);
  });

  it('gives nobody a role by their own hand, and lets them lay one down', async () => {
    const post = (roles: string[], teams: string[] = []) =>
      admin.post(`/api/staff/people/${admin.id}/posting`, { roles, teams });
    expect(await codeOf(await post(['administrator', 'officer']))).toBe('not-yourself');
    expect(await codeOf(await post(['administrator'], ['fostering']))).toBe('not-yourself');
    expect(await codeOf(await admin.post('/api/staff/people/nobody/deactivation'))).toBe('not-found');
    const both = await colleague(store, desk.app, { name: 'bo', roles: ['administrator', 'officer'] });
    const down = await both.post(`/api/staff/people/${both.id}/posting`, { roles: ['officer'], teams: [] });
    expect(down.status).toBe(200);
    expect((await both.get('/api/staff/people')).status).toBe(403);
  });

  it('ends the sessions of a deactivated account at once, and keeps it out until it is active again', async () => {
    const officer = await colleague(store, desk.app, { name: 'ola', roles: ['officer'] });
    const recovery = await issued(await admin.post(`/api/staff/people/${officer.id}/recovery-link`));
    const gone = await admin.post(`/api/staff/people/${officer.id}/deactivation`);
    expect(await gone.json()).toMatchObject({ person: { isActive: false }, openCases: [] });
    expect((await officer.get('/api/desk/cases')).status).toBe(401);
    const signIn = () => postJson(desk.app, '/api/auth/sign-in/email', credentialsOf('ola'));
    expect(await codeOf(await signIn())).toBe('wrong-credentials');
    expect((await use(recovery.token)).status).toBe(403);
    expect((await admin.post(`/api/staff/people/${officer.id}/recovery-link`)).status).toBe(404);
    expect((await admin.post(`/api/staff/people/${officer.id}/reactivation`)).status).toBe(200);
    expect((await signIn()).status).toBe(200);
  });

  it('keeps somebody who can look after accounts', async () => {
    const address = `/api/staff/people/${admin.id}`;
    expect(await codeOf(await admin.post(`${address}/deactivation`))).toBe('last-administrator');
    const post = await admin.post(`${address}/posting`, { roles: ['reader'], teams: [] });
    expect(await codeOf(post)).toBe('last-administrator');
  });

  it('keeps one of two who close each other’s account in one moment', async () => {
    const other = await colleague(store, desk.app, { name: 'bea', roles: ['administrator'] });
    const statuses = await Promise.all([
      admin.post(`/api/staff/people/${other.id}/deactivation`),
      other.post(`/api/staff/people/${admin.id}/deactivation`),
    ]);
    // The second is told that they are the last, or is out already.
    expect(statuses.filter(({ status }) => status === 200)).toHaveLength(1);
    const active = await store.db.selectFrom('user').select('id').where('deactivatedAt', 'is', null).execute();
    expect(active).toHaveLength(1);
  });

  it('says that a link is no longer good when the account is closed in the moment it is used', async () => {
    const officer = await colleague(store, desk.app, { name: 'ola', roles: ['officer'] });
    for (let round = 0; round < 6; round += 1) {
      const { token } = await issued(await admin.post(`/api/staff/people/${officer.id}/recovery-link`));
      const [used, closed] = await Promise.all([
        use(token),
        admin.post(`/api/staff/people/${officer.id}/deactivation`),
      ]);
      expect(closed.status).toBe(200);
      expect([200, 403]).toContain(used.status);
      expect((await admin.post(`/api/staff/people/${officer.id}/reactivation`)).status).toBe(200);
    }
  });

  it('opens an account again with a link handed over, and puts out whoever was in', async () => {
    const officer = await colleague(store, desk.app, { name: 'ola', roles: ['officer'] });
    const { token } = await issued(await admin.post(`/api/staff/people/${officer.id}/recovery-link`));
    const asked = await postJson(desk.app, '/api/staff/links/question', { token });
    expect(await asked.json()).toMatchObject({ kind: 'recovery', email: officer.email });
    expect((await use(token)).status).toBe(200);
    expect((await officer.get('/api/desk/cases')).status).toBe(401);
    const old = await postJson(desk.app, '/api/auth/sign-in/email', credentialsOf('ola'));
    expect(old.status).toBe(401);
    await signedInAs(store, desk.app, { email: officer.email, password });
  });

  it('lists everybody, without anything that opens an account', async () => {
    await addColleague(store, { name: 'ola', roles: ['officer', 'manager'], teams: ['placements'] });
    const answer = await admin.get('/api/staff/people');
    expect(await answer.clone().text()).not.toMatch(/password|hash|token/i);
    expect(People.parse(await answer.json()).people).toMatchObject([
      { name: 'ada', roles: ['administrator'], isActive: true, hasSecondFactor: false },
      { name: 'ola', roles: ['officer', 'manager'], teams: ['placements'] },
    ]);
  });
});
