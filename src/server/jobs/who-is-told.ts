import { caseFacts, isInForSafety, mayOpenCase, seesHowThingsAre } from '../../domain/case-facts.ts';
import type { Instant } from '../../domain/dates.ts';
import { Role } from '../../domain/staff.ts';
import { Submission } from '../../domain/submission.ts';
import type { Connection } from '../store/database.ts';
import { listEvents } from '../store/events.ts';
import { listStaff, type StaffRow } from '../store/staff.ts';
import { listSubmissions } from '../store/submissions.ts';

interface Asked {
  caseId: string;
  /** Of the account. */
  id: string;
  /** The e-mail address of who sees a case that is kept from every officer. */
  fallback: string;
  at: Instant;
}

/** The account, if it is told how things are in a case: it can sign in, may open the case, and is of the complaints team. */
export async function whoIsTold(db: Connection, { caseId, id, fallback, at }: Asked): Promise<StaffRow | undefined> {
  const staff = await listStaff(db);
  const found = staff.find((each) => each.id === id);
  if (!found?.isActive) return undefined;
  const versions = (await listSubmissions(db, caseId)).map(({ content }) => Submission.parse(JSON.parse(content)));
  const facts = caseFacts({ events: await listEvents(db, caseId), versions, staff }, fallback, at);
  // A role that this program does not know, of a newer one on the same database, gives nothing.
  const officer = { ...found, roles: Role.options.filter((role) => found.roles.includes(role)) };
  const isTold = mayOpenCase(officer, facts) && !isInForSafety(officer, facts) && seesHowThingsAre(officer, facts);
  return isTold ? found : undefined;
}
