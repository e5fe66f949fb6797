import type { CaseEvent } from '../../domain/case-events.ts';
import { endAssignment, holderOf } from '../../domain/case-facts.ts';
import type { Instant } from '../../domain/dates.ts';
import { isSimilarName } from '../../domain/similar-names.ts';
import type { Submission } from '../../domain/submission.ts';
import type { Connection } from '../store/database.ts';
import { findStaff } from '../store/staff.ts';

/** The event that takes a case from whom it is given to, when what was just said may name them as who must not have it. */
export async function endHoldersAssignment(
  db: Connection,
  { submission, receivedAt }: { submission: Submission; receivedAt: Instant },
  events: readonly CaseEvent[],
): Promise<CaseEvent[]> {
  const { notThisPerson } = submission;
  const { assignee } = holderOf(events);
  if (!notThisPerson || !assignee) return [];
  const account = await findStaff(db, assignee);
  return endAssignment(
    events,
    (holder) => isSimilarName(notThisPerson, account ?? { ...holder, email: '' }),
    receivedAt,
  );
}
