import type { Instant } from '../../domain/dates.ts';
import { Said, type Submission } from '../../domain/submission.ts';
import type { Connection } from '../store/database.ts';
import { addHelperKey, endHelperKeys } from '../store/helper-keys.ts';
import { listSubmissions } from '../store/submissions.ts';

interface Arrived {
  id: string;
  hasKey: boolean;
  submission: Submission;
  receivedAt: Instant;
}

/** Lets helpers in and ends their access, as was said, in the order in which it came. */
export async function keepHelpers(db: Connection, arrivals: readonly Arrived[]): Promise<void> {
  for (const { id, hasKey, submission, receivedAt } of arrivals) {
    const { helperKey, helperEnded } = submission;
    if (helperKey) {
      const endedAt = (await isEndedAlready(db, id, submission, hasKey)) ? receivedAt : null;
      await addHelperKey(db, { caseId: id, keyHash: helperKey, addedAt: receivedAt, endedAt });
    }
    if (helperEnded) await endHelperKeys(db, id, receivedAt);
  }
}

// An addition that ends the access may overtake the submission that gave it: what came whole was said before. And who
// has only the hash of the key, as a helper's phone keeps it to say more, cannot let anybody in again.
async function isEndedAlready(db: Connection, caseId: string, submission: Submission, hasKey: boolean) {
  if ('addition' in submission && hasKey) return false;
  const versions = await listSubmissions(db, caseId);
  return versions.some(({ content }) => Said.parse(JSON.parse(content)).helperEnded);
}
