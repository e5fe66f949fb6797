import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../../src/domain/staff.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { openTestDesk, type TestDesk } from '../open-test-desk.ts';
import { openTestSqlite } from '../open-test-store.ts';
import { origin } from '../test-app.ts';
import { type Colleague, colleague } from './colleagues.ts';
import { type Operation, staffOperations } from './staff-operations.ts';

const everybody = [...Role.options];

/** Who may ask what: a row for each address of staff. One that is added without a row here fails. */
const rows: Record<string, readonly Role[] | 'also signed out'> = {
  'post /api/desk/set-up': 'also signed out',
  'post /api/staff/links/question': 'also signed out',
  'post /api/staff/links/use': 'also signed out',
  'get /api/staff/me': everybody,
  'post /api/staff/me/password': everybody,
  'post /api/staff/me/second-factor': everybody,
  'post /api/staff/me/second-factor/confirmation': everybody,
  'post /api/staff/me/second-factor/replacement': everybody,
  'post /api/staff/me/second-factor/replacement/confirmation': everybody,
  'post /api/staff/me/recovery-codes': everybody,
  'post /api/staff/me/sessions/end-others': everybody,
  'post /api/staff/me/sessions/{id}/ending': everybody,
  'get /api/staff/people': ['administrator'],
  'post /api/staff/invitations': ['administrator'],
  'post /api/staff/links/{id}/ending': ['administrator'],
  'post /api/staff/people/{id}/posting': ['administrator'],
  'get /api/staff/people/{id}/open-cases': ['administrator'],
  'post /api/staff/people/{id}/deactivation': ['administrator'],
  'post /api/staff/people/{id}/reactivation': ['administrator'],
  'post /api/staff/people/{id}/second-factor-reset': ['administrator'],
  'post /api/staff/people/{id}/recovery-link': ['administrator'],
  'get /api/staff/mail': ['administrator'],
  'get /api/desk/cases': ['officer', 'manager'],
  'post /api/desk/cases/search': ['officer', 'manager'],
  'get /api/desk/cases/{id}': ['officer', 'manager'],
  'get /api/desk/cases/{id}/investigator-copy': ['officer', 'manager'],
  'post /api/desk/cases/{id}/actions': ['officer', 'manager'],
  'post /api/desk/cases/{id}/ways-back': ['officer', 'manager'],
  'get /api/desk/assignees': ['officer', 'manager'],
  'post /api/desk/recordings': ['officer', 'manager'],
  'get /api/desk/audit': ['administrator'],
  'get /api/desk/audit/export': ['administrator'],
};

let store: Store;
let desk: TestDesk;
let operations: Operation[];
let people: Map<Role, Colleague>;
beforeAll(async () => {
  store = await openTestSqlite();
  desk = openTestDesk(store);
  people = new Map();
  for (const role of everybody) people.set(role, await colleague(store, desk.app, { name: role, roles: [role] }));
  operations = await staffOperations(desk.app);
});
afterAll(() => store.close());

/** What kept somebody out; undefined when they came in, whatever they found there. */
async function stoppedBy({ method, address, body }: Operation, cookie = ''): Promise<string | undefined> {
  const headers = { 'Content-Type': 'application/json', Origin: origin, Cookie: cookie };
  const request = {
    method: method.toUpperCase(),
    headers,
    ...(method !== 'get' && { body: JSON.stringify(body ?? {}) }),
  };
  const response = await desk.app.request(address, request);
  expect(response.status, `${method} ${address}`).toBeLessThan(500);
  const { code } = ((await response
    .clone()
    .json()
    .catch(() => null)) ?? {}) as { code?: string };
  return ['sign-in-required', 'role-needed', 'second-factor-needed'].find((each) => each === code);
}

describe('every address of staff', () => {
  it('has a row, and every row an address', () => {
    expect(operations.map(({ name }) => name).sort()).toEqual(Object.keys(rows).sort());
  });

  it.each(Object.keys(rows))('%s turns away whoever is signed out', async (name) => {
    const operation = operations.find((each) => each.name === name);
    if (!operation) throw new Error('There is no such address.');
    expect(await stoppedBy(operation)).toBe(rows[name] === 'also signed out' ? undefined : 'sign-in-required');
  });

  const cells = Object.entries(rows).flatMap(([name, roles]) => everybody.map((role) => ({ name, roles, role })));
  it.each(cells)('$name, asked by: $role', async ({ name, roles, role }) => {
    const operation = operations.find((each) => each.name === name);
    if (!operation) throw new Error('There is no such address.');
    const mayIn = roles === 'also signed out' || roles.includes(role);
    expect(await stoppedBy(operation, people.get(role)?.cookie)).toBe(mayIn ? undefined : 'role-needed');
  });
});
