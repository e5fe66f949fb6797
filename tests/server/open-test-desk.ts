import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Hono } from 'hono';
import { pino } from 'pino';
import { expect } from 'vitest';
import type { CaseDetail } from '../../src/domain/desk-api.ts';
import type { Submission } from '../../src/domain/submission.ts';
import { createApp } from '../../src/server/app.ts';
import { originsOf } from '../../src/server/config.ts';
import { loadCouncil } from '../../src/server/council-file.ts';
import { makeOperatorsAccount } from '../../src/server/people/first-account.ts';
import type { Store } from '../../src/server/store/database.ts';

/** The whole application over one store, and the few things that the tests of the desk do again and again. */

export const officer = { email: 'jo.bloggs@example.gov.uk', password: 'a long walk by the river' };
export const origin = 'http://localhost:8080';

export interface TestDesk {
  app: Hono;
  /** Moves the server's clock, as far as cases go; better-auth has its own. */
  setNow: (at: string) => void;
}

const distFolder = mkdtempSync(path.join(tmpdir(), 'heard-dist-'));
export const authSecret = 'a secret of the tests, of no use to anyone else';

export function openTestDesk(store: Store, address = origin): TestDesk {
  let at = '2026-11-20T21:14:00.000Z';
  const publicUrl = new URL(address);
  const app = createApp({
    store,
    council: loadCouncil('council/shropshire.json'),
    distFolder,
    publicUrl,
    origins: originsOf(publicUrl, 8080),
    authSecret,
    log: pino({ level: 'silent' }),
    now: () => at,
  });
  const setNow = (instant: string) => {
    at = instant;
  };
  return { app, setNow };
}

export function settingsOf(store: Store, address = origin) {
  return { engine: store.engine, publicUrl: new URL(address), secret: authSecret };
}

export async function addOfficer(store: Store, account = officer): Promise<void> {
  await makeOperatorsAccount(store.db, settingsOf(store), account);
}

export function postJson(app: Hono, address: string, body: unknown, headers: Record<string, string> = {}) {
  return app.request(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: origin, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
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

export async function readCase(app: Hono, id: string, cookie: string): Promise<CaseDetail> {
  const response = await app.request(`/api/desk/cases/${id}`, { headers: { Cookie: cookie } });
  expect(response.status).toBe(200);
  return (await response.json()) as CaseDetail;
}

export async function codeOf(response: Response): Promise<string> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return ((await response.json()) as { code: string }).code;
}
