import { endAssignment, holderOf } from '../../domain/case-facts.ts';
import type { Instant } from '../../domain/dates.ts';
import type { Procedure } from '../../domain/procedure.ts';
import type { Db } from '../store/database.ts';
import { listEvents } from '../store/events.ts';
import { isUniqueViolation } from '../store/failures.ts';
import { recordEvents } from '../store/keep-index.ts';
import { listHeldInVain } from '../store/kept-from.ts';

interface Needs {
  db: Db;
  procedure: Procedure;
  now: () => Instant;
}

/**
 * Takes cases from whom they were given to, when they are kept from them now. What is said later, and what an officer
 * finds out, takes a case at once; an account that is renamed, or names that are compared otherwise, do not. Such a
 * case would look as if somebody had it, who does not see it. Gives how many were taken.
 */
export async function endBlindAssignments({ db, procedure, now }: Needs): Promise<number> {
  let taken = 0;
  for (const { caseId, assignee } of await listHeldInVain(db)) {
    const at = now();
    const taking = db.transaction().execute(async (trx) => {
      const events = await listEvents(trx, caseId);
      // Somebody may have given it on since it was looked for.
      const ended = holderOf(events).assignee === assignee ? endAssignment(events, () => true, at) : [];
      const rows = ended.map((event, index) => ({ caseId, seq: events.length + 1 + index, event }));
      await recordEvents(trx, procedure, rows, at);
      return rows.length;
    });
    taken += await taking.catch((error: unknown) => {
      // Another process, or an officer, was first: it is looked at again at the next turn.
      if (isUniqueViolation(error)) return 0;
      throw error;
    });
  }
  return taken;
}
