import type { Hono } from 'hono';
import { expect } from 'vitest';
import { CaseDetail } from '../../src/domain/desk-api.ts';
import { CaseList } from '../../src/domain/desk-list.ts';
import type { Submission } from '../../src/domain/submission.ts';
import { makeOperatorsAccount } from '../../src/server/people/first-account.ts';
import type { Store } from '../../src/server/store/database.ts';
import { authSecret, createTestApp, graceDays, origin } from './test-app.ts';

/** The whole application over one store, and the few things that the tests of the desk do again and again. */

export const officer = { email: 'jo.bloggs@example.gov.uk', password: 'a long walk by the river' };

export interface TestDesk {
  app: Hono;
  /** Moves the server's clock, as far as cases go; better-auth has its own. */
  setNow: (at: string) => void;
}

export function openTestDesk(store: Store, address = origin): TestDesk {
  let at = '2026-11-20T21:14:00.000Z';
  const setNow = (instant: string) => {
    at = instant;
  };
  return { app: createTestApp(store, () => at, address), setNow };
}

export function settingsOf(store: Store, address = origin) {
  return { engine: store.engine, publicUrl: new URL(address), secret: authSecret, graceDays };
}

export async function addOfficer(store: Store, account = officer): Promise<void> {
  await makeOperatorsAccount(store.db, settingsOf(store), account, async () => undefined);
}

export function postJson(app: Hono, address: string, body: unknown, headers: Record<string, string> = {}) {
  return app.request(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: origin, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** The Cookie header of who has kept what an answer set, and thrown away what it ended. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .filter((cookie) => !/Max-Age=0/i.test(cookie))
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** Signs in and gives the Cookie header of the session. */
export async function signIn(app: Hono, account = officer): Promise<string> {
  const response = await postJson(app, '/api/auth/sign-in/email', account);
  expect(response.status).toBe(200);
  return cookieOf(response);
}

export async function submit(app: Hono, id: string, submission: Partial<Submission> = {}): Promise<void> {
  const response = await app.request(`/api/submissions/${id}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${followKeyOf(id)}` },
    body: JSON.stringify({ version: 1, kind: 'complaint', words: 'She did not ring.', ...submission }),
  });
  expect(response.ok).toBe(true);
}

export function followKeyOf(id: string): string {
  return id.replaceAll('-', '');
}

export async function codeOf(response: Response): Promise<string> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return ((await response.json()) as { code: string }).code;
}

export const ids = {
  first: '11111111-1111-4111-8111-111111111111',
  second: '22222222-2222-4222-8222-222222222222',
  third: '33333333-3333-4333-8333-333333333333',
};

export const letter = { message: 'We have it. You should hear from us by Friday.', route: 'statutory', revision: 1 };

/** The desk with an officer at it. */
export interface SignedInDesk extends TestDesk {
  cookie: string;
  list: () => Promise<CaseList>;
  /** Does something with a case, as the API describes it. */
  act: (id: string, body: unknown, headers?: Record<string, string>) => Promise<Response>;
  acknowledge: (id: string, body: unknown, headers?: Record<string, string>) => Promise<Response>;
  passOn: (id: string, body: unknown) => Promise<Response>;
}

export async function openSignedInDesk(store: Store): Promise<SignedInDesk> {
  await addOfficer(store);
  const desk = openTestDesk(store);
  const cookie = await signIn(desk.app);
  const act = async (id: string, body: unknown, headers: Record<string, string> = {}) =>
    postJson(desk.app, `/api/desk/cases/${id}/actions`, body, { Cookie: cookie, ...headers });
  // What a test sends as text, because it is wrong, goes as it is.
  const named = (action: string, body: unknown) => (typeof body === 'string' ? body : { action, ...(body as object) });
  return {
    ...desk,
    cookie,
    list: async () => {
      const response = await desk.app.request('/api/desk/cases', { headers: { Cookie: cookie } });
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      return CaseList.parse(await response.json());
    },
    act,
    acknowledge: (id, body, headers) => act(id, named('acknowledge', body), headers),
    passOn: (id, body) => act(id, named('pass-on', body)),
  };
}

export async function readCase({ app, cookie }: SignedInDesk, id: string): Promise<CaseDetail> {
  const response = await app.request(`/api/desk/cases/${id}`, { headers: { Cookie: cookie } });
  expect(response.status).toBe(200);
  return CaseDetail.parse(await response.json());
}
