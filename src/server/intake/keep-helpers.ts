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
      const versions = await listSubmissions(db, id);
      const said = versions.map(({ content }) => Said.parse(JSON.parse(content)));
      if (mayLetIn(said, submission, hasKey)) {
        const endedAt = isEndedAlready(said, submission, hasKey) ? receivedAt : null;
        await addHelperKey(db, { caseId: id, keyHash: helperKey, addedAt: receivedAt, endedAt });
      }
    }
    if (helperEnded) await endHelperKeys(db, id, receivedAt);
  }
}

// A carrier has only the hash of the person's key and may deliver, but not read. What it brings first may name who
// helps, for that is what was said; with anything later it could let itself in.
function mayLetIn(said: readonly Said[], submission: Submission, hasKey: boolean): boolean {
  return hasKey || (!('addition' in submission) && said.filter(({ addition }) => addition === undefined).length === 1);
}

// An addition that ends the access may overtake the submission that gave it: what came whole was said before.
function isEndedAlready(said: readonly Said[], submission: Submission, hasKey: boolean): boolean {
  return !('addition' in submission && hasKey) && said.some(({ helperEnded }) => helperEnded);
}
