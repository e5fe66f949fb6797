import type { Context, MiddlewareHandler } from 'hono';
import type { RouterRoute } from 'hono/types';
import type { AuditHead } from '../store/audit.ts';
import type { Connection } from '../store/database.ts';
import type { Act } from './chain.ts';

/** What a route of staff's is, for the record: each says so where it is defined. */
export type Declared =
  /** It shows something, or what it does is done by its answer alone (a session's cookie): recorded before the answer. */
  | { how: 'read'; verb: string; failing: Readonly<Partial<Record<number, string>>> }
  /** It changes something: its transaction records it with `recordAct`. */
  | { how: 'change'; verb: string; failing: Readonly<Partial<Record<number, string>>> }
  /** It tells staff only of themselves, or is for everybody. */
  | { how: 'unrecorded' };

const declared = new WeakMap<object, Declared>();

/**
 * The route shows something of cases or people. The record is written before its answer goes; when it cannot be, the
 * answer is 503 instead.
 *
 * @param failing the verbs of answers that say no and are of interest all the same, by status
 */
export function reads(verb: string, failing: Readonly<Partial<Record<number, string>>> = {}): MiddlewareHandler {
  return declaring({ how: 'read', verb, failing });
}

/**
 * The route changes something. Its transaction ends with `recordAct`, or the answer is an error.
 *
 * @param failing as for `reads`
 */
export function changes(verb: string, failing: Readonly<Partial<Record<number, string>>> = {}): MiddlewareHandler {
  return declaring({ how: 'change', verb, failing });
}

export function unrecorded(): MiddlewareHandler {
  return declaring({ how: 'unrecorded' });
}

function declaring(what: Declared): MiddlewareHandler {
  // A function of its own for each route: it is what the declaration is found by.
  const handler: MiddlewareHandler = (_, next) => next();
  declared.set(handler, what);
  return handler;
}

export function declarationOf(routes: readonly RouterRoute[]): Declared | undefined {
  for (const { handler } of routes) {
    const found = declared.get(handler);
    if (found) return found;
  }
  return undefined;
}

/** The routes that neither say what they record nor stand among those for everybody, as `GET /api/…`. */
export function undeclaredRoutes(routes: readonly RouterRoute[], forEverybody: readonly string[]): string[] {
  const nameOf = ({ method, path }: RouterRoute) => `${method} ${path}`;
  // What is mounted with `use` answers no address of its own.
  const byName = Map.groupBy(
    routes.filter(({ method }) => method !== 'ALL'),
    nameOf,
  );
  return [...byName]
    .filter(([name, each]) => !declarationOf(each) && !forEverybody.includes(name))
    .map(([name]) => name);
}

/** What the route may still say of its act: another verb, who it was, which case, small facts. */
export type Noted = Partial<Pick<Act, 'verb' | 'staff' | 'caseId' | 'details'>>;

export interface ActUnderWay {
  noted: Noted;
  write: (trx: Connection) => Promise<void>;
  /** Where the chain stood when the act was recorded. */
  head?: AuditHead;
  isNothing?: true;
}

const place = 'act';

export function beginAct(c: Context, act: ActUnderWay): void {
  c.set(place, act);
}

/** Says more of what is going on, for the record. Details are codes, counts and ids, never what a person wrote. */
export function noteAct(c: Context, { details, ...noted }: Noted): void {
  const act = c.get(place) as ActUnderWay | undefined;
  if (act) act.noted = { ...act.noted, ...noted, details: { ...act.noted.details, ...details } };
}

/** What was asked for was not there to be done, and nothing was shown: a sign-out of nobody. */
export function nothingDone(c: Context): void {
  const act = c.get(place) as ActUnderWay | undefined;
  if (act) act.isNothing = true;
}

/**
 * Records the act in the transaction that carries it out, as its last statement: an act that cannot be recorded does
 * not happen. Throws what the store throws.
 */
export async function recordAct(c: Context, trx: Connection, noted: Noted = {}): Promise<void> {
  noteAct(c, noted);
  const act = c.get(place) as ActUnderWay | undefined;
  if (!act) throw new Error('An act was to be recorded on a route that does not say so.');
  await act.write(trx);
}
