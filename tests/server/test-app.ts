import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import { type Logger, pino } from 'pino';
import type { Instant } from '../../src/domain/dates.ts';
import { type AppNeeds, createApp } from '../../src/server/app.ts';
import { originsOf } from '../../src/server/config.ts';
import { loadCouncil } from '../../src/server/council-file.ts';
import type { Job } from '../../src/server/jobs/keep-at-it.ts';
import { openSealing } from '../../src/server/open-sealing.ts';
import { listCases } from '../../src/server/store/cases.ts';
import type { Store } from '../../src/server/store/database.ts';
import { listAllEvents } from '../../src/server/store/events.ts';
import { listAllSubmissions } from '../../src/server/store/submissions.ts';
import { temporaryFolder } from './open-test-store.ts';

export const council = loadCouncil('council/shropshire.json');

/** A Friday morning, five weeks before Christmas. */
export const friday: Instant = '2026-11-20T10:00:00.000Z';

/** Where the tests' browser has the desk open. */
export const origin = 'http://localhost:8080';
export const authSecret = 'a secret of the tests, of no use to anyone else';
export const auditKey = 'a key of the tests, of no use to anyone else';

export const picturePepper = 'a pepper of the tests, of no use to anyone else';

/** Keys of the tests, and of the golden payloads, which are of no use to anyone else. */
export const sealingKeys = readFileSync('tests/golden/sealing-keys.json', 'utf8');
export const sealing = await openSealing({ dataFolder: '', sealingKeys });

/** Days until a new account must have a second factor. */
export const graceDays = 14;

const noPages = temporaryFolder();

/** The whole server but its socket, on a clock that stands still unless `now` moves it. */
export function createTestApp(
  store: Store,
  now: () => Instant = () => friday,
  address = origin,
  log: Pick<Logger, 'error'> = pino({ level: 'silent' }),
  safetyMail?: Pick<Job, 'nudge'>,
  more: Partial<AppNeeds> = {},
): Hono {
  const publicUrl = new URL(address);
  const origins = originsOf(publicUrl, 8080);
  const given = {
    store,
    council,
    distFolder: noPages,
    publicUrl,
    origins,
    authSecret,
    auditKey,
    picturePepper,
    sealing,
    onAuditHead: () => undefined,
    graceDays,
    log,
    now,
    safetyMail,
  };
  return createApp({ ...given, ...more });
}

export interface Sent {
  id: string;
  key: string;
  body: string | Uint8Array | ReadableStream | object;
  headers?: Record<string, string | undefined>;
}

export function newSent(changes: Partial<Sent> = {}): Sent {
  const body = { version: 1, kind: 'complaint', words: 'My worker did not ring.' };
  return { id: randomUUID(), key: randomBytes(16).toString('base64url'), body, ...changes };
}

/** Sends a submission as the API describes it; a header given as undefined is left out. */
export async function send(app: Hono, { id, key, body, headers = {} }: Sent): Promise<Response> {
  const all = { 'Content-Type': 'application/json', Authorization: `Bearer ${key}`, ...headers };
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const request: RequestInit & { duplex: 'half' } = {
    method: 'PUT',
    headers: given,
    body: bodyOf(body),
    duplex: 'half',
  };
  return app.request(`/api/submissions/${id}`, request);
}

export function follow(app: Hono, authorization: string | undefined): Promise<Response> {
  return Promise.resolve(
    app.request('/api/status', { headers: authorization === undefined ? {} : { Authorization: authorization } }),
  );
}

/** How many rows the intake has left behind, by table. */
export async function countKept({ db }: Store) {
  const events = [...(await listAllEvents(db)).values()].flat();
  return {
    cases: (await listCases(db)).length,
    versions: (await listAllSubmissions(db)).length,
    events: events.length,
  };
}

function bodyOf(body: Sent['body']): BodyInit {
  if (typeof body === 'string' || body instanceof ReadableStream) return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}
