import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Instant } from '../../domain/dates.ts';
import { Problem } from '../../domain/problems.ts';
import { SubmissionId } from '../../domain/submission.ts';
import type { AuditHead } from '../store/audit.ts';
import type { Db } from '../store/database.ts';
import { isUnavailable, StoreBusy } from '../store/failures.ts';
import { groupCommit } from '../store/group-commit.ts';
import { codeOf } from '../web/error-code.ts';
import type { OfficerEnv } from '../web/officer-env.ts';
import { type ActUnderWay, beginAct, type Declared, declarationOf, type Noted } from './acts.ts';
import { type Act, appendActs, type Details } from './chain.ts';
import { createTally } from './tally.ts';

export interface AuditNeeds {
  db: Db;
  /** Seals the head of the chain. */
  key: string;
  now: () => Instant;
  /** Told after each commit that added to the chain. */
  onHead: (head: AuditHead) => void;
}

const mostInOneCommit = 200;
const mostWaiting = 2_000;

/**
 * Stands before every route of the API and keeps the record of those that staff use: what was seen, before the answer
 * goes; that a change was recorded by its transaction; what was refused.
 */
export function recordActs({ db, key, now, onHead }: AuditNeeds): MiddlewareHandler<OfficerEnv> {
  const append = groupCommit(
    async (acts: Act[]) => {
      const head = await db.transaction().execute((trx) => appendActs(trx, key, acts));
      onHead(head);
      return acts.map(() => true);
    },
    { most: mostInOneCommit, mostWaiting, whenFull: false, meetsAll: isUnavailable },
  );

  const appendOrTakeBack = async (c: Context, act: Act) => {
    const isRecorded = await append(act).catch((error: unknown) => takeBack(c, error));
    if (!isRecorded) takeBack(c);
  };

  // A guess that is not even looked at costs whoever guesses nothing, and would fill the record.
  const tally = createTally(async (count) => {
    const act: Act = { at: now(), staff: null, verb: 'attempts-slowed', caseId: null, details: { count } };
    if (!(await append(act))) throw new StoreBusy('An act could not be recorded.');
  });

  const recordAnswer = async (
    c: Context<OfficerEnv>,
    declared: Exclude<Declared, { how: 'unrecorded' }>,
    noted: Noted,
    act: (verb: string, noted: Noted) => Act,
  ) => {
    if (c.res.status === 429) return tally().catch((error: unknown) => takeBack(c, error));
    const seen = await whatWasSeen(c, declared, noted);
    if (seen) await appendOrTakeBack(c, act(seen.verb, seen.noted));
  };

  return async (c, next) => {
    const declared = declarationOf(matchedRoutes(c));
    if (!declared || declared.how === 'unrecorded') return next();
    const act = (verb: string, { details = {}, ...noted }: Noted): Act => {
      const caseId = caseIn(c.req.path);
      return { at: now(), staff: staffOf(c), verb, caseId, ...noted, details: { ...personIn(c.req.path), ...details } };
    };
    const underWay: ActUnderWay = {
      noted: {},
      write: async (trx) => {
        underWay.head = await appendActs(trx, key, [act(declared.verb, underWay.noted)]);
      },
    };
    beginAct(c, underWay);
    await next();

    if (c.res.ok && underWay.isNothing) return undefined;
    if (c.res.ok && declared.how === 'change') {
      if (!underWay.head) throw new Error('A change was answered that nobody recorded.');
      return onHead(underWay.head);
    }
    return recordAnswer(c, declared, underWay.noted, act);
  };
}

// What was to be answered is not, whatever kept it from being recorded: above all no cookie of a sign-in.
function takeBack(c: Context, error?: unknown): never {
  c.header('Set-Cookie', undefined);
  throw Object.assign(new StoreBusy('An act could not be recorded.'), error !== undefined && { code: codeOf(error) });
}

/** What is to be recorded of an answer that changed nothing: what was shown, or that it was refused. */
async function whatWasSeen(
  c: Context<OfficerEnv>,
  declared: Exclude<Declared, { how: 'unrecorded' }>,
  noted: Noted,
): Promise<{ verb: string; noted: Noted } | undefined> {
  const { status, ok } = c.res;
  if (declared.how === 'read' && ok) return { verb: noted.verb ?? declared.verb, noted };
  const failing = declared.failing[status];
  if (failing) return { verb: failing, noted: { verb: failing } };
  // Who is signed in and asks for what is not there may be trying addresses by hand.
  if (status !== 403 && !(status === 404 && c.get('officer'))) return undefined;
  const problem = Problem.safeParse(await c.res.clone().json());
  const details = { asked: declared.verb, code: problem.data?.code ?? 'none' };
  return { verb: 'refused', noted: { verb: 'refused', details } };
}

function staffOf(c: Context<OfficerEnv>): Act['staff'] {
  const officer = c.get('officer');
  return officer ? { id: officer.id, name: officer.name } : null;
}

/** The colleague of whom the address speaks. */
function personIn(address: string): Details {
  const [, person] = /^\/api\/staff\/people\/([\w-]{1,64})\//.exec(address) ?? [];
  return person ? { person } : {};
}

function caseIn(address: string): string | null {
  const [, id] = /^\/api\/desk\/cases\/([^/]+)/.exec(address) ?? [];
  return SubmissionId.safeParse(id).data ?? null;
}
