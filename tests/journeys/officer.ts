import { expect } from '@playwright/test';
import type { ActionOf } from '../../src/domain/case-actions.ts';
import type { CaseDetail } from '../../src/domain/desk-api.ts';
import type { CaseList } from '../../src/domain/desk-list.ts';
import type { HeardServer } from '../heard-server.ts';

/** What an officer does through the API, where a journey is about somebody else. */

type Ask = (path: string, body?: object) => Promise<unknown>;

const asking = new WeakMap<HeardServer, Promise<Ask>>();

/** Gives the function that asks the desk's API as an officer who is signed in, once for each server. */
export function signedIn(heard: HeardServer): Promise<Ask> {
  const found = asking.get(heard) ?? signInAt(heard);
  asking.set(heard, found);
  return found;
}

async function signInAt({ url, admin }: HeardServer): Promise<Ask> {
  const headers = { 'Content-Type': 'application/json', Origin: url };
  const answer = await fetch(`${url}/api/auth/sign-in/email`, { method: 'POST', headers, body: JSON.stringify(admin) });
  expect(answer.status).toBe(200);
  const Cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0])[0] ?? '';
  return async (path, body) => {
    const request = body && { method: 'POST', body: JSON.stringify(body) };
    const asked = await fetch(`${url}/api/desk/${path}`, { ...request, headers: { ...headers, Cookie } });
    expect(asked.status).toBe(200);
    return asked.json();
  };
}

/** What the council has: every case with all its versions. */
export async function councilHas(heard: HeardServer): Promise<CaseDetail[]> {
  const ask = await signedIn(heard);
  const { cases } = (await ask('cases')) as CaseList;
  return Promise.all(cases.map(async ({ id }) => (await ask(`cases/${id}`)) as CaseDetail));
}

/** Acknowledges every complaint with this letter, by the statutory route. */
export async function acknowledgeAll(heard: HeardServer, message: string): Promise<void> {
  const ask = await signedIn(heard);
  for (const { id, revision } of await councilHas(heard)) {
    const body: ActionOf<'acknowledge'> = { action: 'acknowledge', message, route: 'statutory', revision };
    await ask(`cases/${id}/actions`, body);
  }
}
