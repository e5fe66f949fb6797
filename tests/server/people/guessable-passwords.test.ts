import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { IssuedLink } from '../../../src/domain/people-api.ts';
import { shortestPassword } from '../../../src/domain/staff.ts';
import { makeSetUpLink } from '../../../src/server/people/first-account.ts';
import { createGuessable } from '../../../src/server/people/guessable-passwords.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { codeOf, openTestDesk, postJson, type TestDesk } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { council, origin } from '../test-app.ts';
import { type Colleague, colleague, credentialsOf, signedInAs } from './colleagues.ts';

const isGuessable = createGuessable(council, new URL('https://heard.shropshire.gov.uk'));
const robin = { name: 'Robin O’Neill-Reed', email: 'r.reed2@example.gov.uk' };

describe('a password that others would try first', () => {
  test.each([
    ['one of the most used', 'manchesterunited'],
    ['one of them, as it is written with capitals and spaces', 'Manchester United'],
    ['one of them, on a keyboard', '1qaz-2wsx-3edc'],
    ['the name of this service', 'Heard-heard-heard'],
    ['the council', 'Shropshire2026!'],
    ['its address', 'heard.shropshire.gov.uk'],
    ['a team', 'Fostering & placements 1'],
    ['a role', 'administrator2026'],
    ['"password", as people hide it', 'P4$$w0rd!P4$$w0rd!'],
    ['a word with a space in it', 'pass word pass word'],
    ['a season and a year', 'Christmas2026!!'],
    ['one’s own name', 'RobinONeillReed1'],
    ['one’s own e-mail address', 'r.reed2@example.gov.uk'],
    ['a letter again and again', 'zzzzzzzzzzzzzzzzzz'],
    ['a few letters again and again', 'tulip-tulip-tulip-tulip'],
  ])('%s: %s', (_, password) => expect(isGuessable(password, robin)).toBe(true));
});

test.each([
  'a long walk by the river',
  'correct horse battery',
  'the long password of ola',
  'Robin eats seven green apples',
  'x7kq-m4tz-9w2r-bbhf',
  'glas y dorlan ar yr afon',
  '私の猫は窓のそばで眠る毎日',
])('is taken: %s', (password) => expect(isGuessable(password, robin)).toBe(false));

test('somebody else’s name counts for no more than another word', () => {
  const password = 'Oneill-Reed-Robin';
  expect(isGuessable(password, robin)).toBe(true);
  expect(isGuessable(password, { name: 'Sam Okafor', email: 'sam@example.gov.uk' })).toBe(false);
});

test('the list holds ten thousand that could otherwise be chosen, which is more than the 3,000 that are asked for', () => {
  const list = gunzipSync(readFileSync('src/server/people/most-used-passwords.gz')).toString('utf8').split('\n');
  expect(new Set(list).size).toBe(10_000);
  expect(list.filter((each) => each.length < shortestPassword || each !== each.toLowerCase())).toEqual([]);
});

describe.each(testStores)('choosing a password that others would try first, on $name', ({ open }) => {
  let store: Store;
  let desk: TestDesk;
  beforeEach(async () => {
    store = await open();
    desk = openTestDesk(store);
  });
  afterEach(() => store.close());

  const good = 'seven green bottles today';
  const expectRefused = async (answer: Response, password: string) => {
    expect(answer.status).toBe(422);
    expect(await answer.clone().text()).not.toContain(password);
    expect(await codeOf(answer)).toBe('guessable-password');
  };

  it('is refused for the first account, whose link stays good', async () => {
    const link = await makeSetUpLink(store.db, new URL(origin), new Date().toISOString(), async () => undefined);
    const token = link?.hash.slice('#set-up='.length);
    const account = { token, name: 'Sam Okafor', email: 'sam@example.gov.uk' };
    const make = (password: string) => postJson(desk.app, '/api/desk/set-up', { ...account, password });
    for (const password of ['qwertyuiop12345', 'Sam.Okafor.2026']) await expectRefused(await make(password), password);
    expect((await make(good)).status).toBe(200);
  });

  describe('by somebody who has an account, or is invited', () => {
    let admin: Colleague;
    beforeEach(async () => {
      admin = await colleague(store, desk.app, { name: 'ada', roles: ['administrator'] });
    });
    const tokenIn = async (answer: Response) =>
      new URL(((await answer.json()) as IssuedLink).link).hash.replace('#welcome=', '');
    const use = (token: string, password: string) => postJson(desk.app, '/api/staff/links/use', { token, password });

    it('is refused with an invitation, which stays good', async () => {
      const invitation = { name: 'Winifred', email: 'winnie@example.gov.uk', roles: ['reader'], teams: [] };
      const token = await tokenIn(await admin.post('/api/staff/invitations', invitation));
      await expectRefused(await use(token, 'Winifred-winnie-1'), 'Winifred-winnie-1');
      expect((await use(token, good)).status).toBe(200);
    });

    it('is refused with a link that lets in again, which stays good, as does the session', async () => {
      const ola = await colleague(store, desk.app, { name: 'ola', roles: ['reader'] });
      const token = await tokenIn(await admin.post(`/api/staff/people/${ola.id}/recovery-link`));
      await expectRefused(await use(token, 'ShropshireCouncil'), 'ShropshireCouncil');
      expect((await ola.get('/api/staff/me')).status).toBe(200);
      expect((await use(token, good)).status).toBe(200);
    });

    it('is refused in place of the one that somebody has, which stays', async () => {
      const change = (next: string) => admin.post('/api/staff/me/password', { current: admin.password, next });
      await expectRefused(await change('Password-2026!'), 'Password-2026!');
      await signedInAs(store, desk.app, credentialsOf('ada'));
      expect((await change(good)).status).toBe(204);
    });
  });
});
