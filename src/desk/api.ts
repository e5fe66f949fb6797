import * as z from 'zod/mini';
import type { CaseAction } from '../domain/case-actions.ts';
import { Assignees, CaseDetail } from '../domain/desk-api.ts';
import { CaseList, type CaseQuery } from '../domain/desk-list.ts';
import { type CopyPart, InvestigatorCopy } from '../domain/investigator-copy.ts';
import { type Errors, Problem, type ProblemCode } from '../domain/problems.ts';
import { PublicCouncil } from '../domain/public-council.ts';
import type { Recording } from '../domain/recording.ts';
import { SealingKeyTold } from '../domain/sealing.ts';
import { type Credentials, type SetUp, SignedIn, SignInStep } from '../domain/staff.ts';
import type { WayBack } from '../domain/way-back.ts';

/** The staff API as functions. What comes back is parsed, and what goes wrong is a value with a code, never thrown. */

export type TroubleCode = ProblemCode | 'no-network' | 'unexpected';

export interface Trouble {
  code: TroubleCode;
  /** Where the body was refused, and in which way. */
  errors?: Errors;
  /** Seconds to wait before trying again, when the server says so. */
  retryAfter?: number;
}

export type Answer<Value> = { value: Value } | { trouble: Trouble };

const patience = 20_000;

export function signIn(credentials: Credentials): Promise<Answer<SignInStep>> {
  return ask('/api/auth/sign-in/email', SignInStep, credentials);
}

export function signOut(): Promise<Answer<null>> {
  return ask('/api/auth/sign-out', z.null(), {});
}

export function getSession(): Promise<Answer<SignedIn | null>> {
  return ask('/api/auth/get-session', z.nullable(SignedIn));
}

export function setUp(account: SetUp): Promise<Answer<SignInStep>> {
  return ask('/api/desk/set-up', SignInStep, account);
}

export function getCouncil(): Promise<Answer<PublicCouncil>> {
  return ask('/api/council', PublicCouncil);
}

export function getSealingKey(): Promise<Answer<SealingKeyTold>> {
  return ask('/api/sealing-key', SealingKeyTold);
}

/** The cases that are wanted. Words never stand in an address, which servers on the way may write down. */
export function listCases(query: CaseQuery = {}): Promise<Answer<CaseList>> {
  if (query.q) return ask('/api/desk/cases/search', CaseList, query);
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) parameters.set(name, value);
  return ask(`/api/desk/cases${parameters.size > 0 ? `?${parameters}` : ''}`, CaseList);
}

export function getCase(id: string): Promise<Answer<CaseDetail>> {
  return ask(`/api/desk/cases/${encodeURIComponent(id)}`, CaseDetail);
}

/** Each time it is made stands in the record of staff, with its parts. */
export function getCopy(id: string, parts: readonly CopyPart[]): Promise<Answer<InvestigatorCopy>> {
  return ask(`/api/desk/cases/${encodeURIComponent(id)}/investigator-copy?parts=${parts.join(',')}`, InvestigatorCopy);
}

export function act(id: string, action: CaseAction): Promise<Answer<CaseDetail>> {
  return ask(`/api/desk/cases/${encodeURIComponent(id)}/actions`, CaseDetail, action);
}

export function giveWayBack(id: string, wayBack: WayBack): Promise<Answer<CaseDetail>> {
  return ask(`/api/desk/cases/${encodeURIComponent(id)}/ways-back`, CaseDetail, wayBack);
}

export function listAssignees(): Promise<Answer<Assignees>> {
  return ask('/api/desk/assignees', Assignees);
}

/** Gives the case, or null when it is recorded and not this officer's to open. */
export function recordFeedback(recording: Recording): Promise<Answer<CaseDetail | null>> {
  return ask('/api/desk/recordings', z.nullable(CaseDetail), recording);
}

let asked = Date.now();

/** When the server was last asked anything: a session lives from then. */
export function lastAsked(): number {
  return asked;
}

/** Posts when there is a body, gets otherwise. */
export async function ask<Value>(address: string, schema: z.ZodMiniType<Value>, body?: object): Promise<Answer<Value>> {
  const post = body && {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
  asked = Date.now();
  try {
    const response = await fetch(address, { ...post, signal: AbortSignal.timeout(patience) });
    if (!response.ok) return { trouble: await troubleOf(response) };
    const parsed = schema.safeParse(response.status === 204 ? null : await response.json());
    return parsed.success ? { value: parsed.data } : { trouble: { code: 'unexpected' } };
  } catch (error) {
    return { trouble: { code: error instanceof SyntaxError ? 'unexpected' : 'no-network' } };
  }
}

async function troubleOf(response: Response): Promise<Trouble> {
  const parsed = Problem.safeParse(await response.json().catch(() => undefined));
  const code = parsed.success ? parsed.data.code : 'unexpected';
  const errors = parsed.data?.errors;
  const retryAfter = Number(response.headers.get('retry-after'));
  return { code, ...(errors && { errors }), ...(retryAfter > 0 && { retryAfter }) };
}
