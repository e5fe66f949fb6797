import type { Context } from 'hono';
import type { ProblemCode } from '../../domain/problems.ts';
import type { Connection, Db } from '../store/database.ts';
import { recordAct } from './acts.ts';

export interface Refused {
  problem: ProblemCode;
}

/** Thrown by what carries a change out: everything it has written is taken back, and it is refused. */
export class TakenBack extends Error {
  readonly problem: ProblemCode;

  constructor(problem: ProblemCode) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * Carries a change out and records it in one transaction: neither is there without the other. What gives a problem has
 * changed nothing that is to be recorded; what it has written all the same, such as a counter of wrong codes, stays,
 * unless it throws `TakenBack`.
 * `work` asks nothing but `trx`: the embedded database has one connection, and the transaction has it.
 */
export async function changeAndRecord<Done extends object>(
  c: Context,
  db: Db,
  work: (trx: Connection) => Promise<Done | Refused>,
): Promise<Done | Refused> {
  try {
    return await db.transaction().execute(async (trx) => {
      const done = await work(trx);
      if (!isRefused(done)) await recordAct(c, trx);
      return done;
    });
  } catch (error) {
    if (error instanceof TakenBack) return { problem: error.problem };
    throw error;
  }
}

export function isRefused(done: object): done is Refused {
  return 'problem' in done;
}
