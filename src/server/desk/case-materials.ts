import { type CaseMaterial, Told } from '../../domain/case-view.ts';
import { Version } from '../../domain/desk-api.ts';
import { Submission } from '../../domain/submission.ts';
import { findCase, listCases } from '../store/cases.ts';
import type { Connection } from '../store/database.ts';
import { listEvents, listEventsOf } from '../store/events.ts';
import { listSubmissions, listSubmissionsOf, type SubmissionsTable } from '../store/submissions.ts';

/** Everything there is of one case, or nothing when there is no such case. */
export async function readCase(db: Connection, id: string): Promise<CaseMaterial | undefined> {
  const found = await findCase(db, id);
  if (!found) return undefined;
  const events = await listEvents(db, id);
  const versions = (await listSubmissions(db, id)).map(versionOf);
  return { id, reference: found.reference, events, versions };
}

/** How many cases are read and worked on before other requests have their turn. */
const together = 100;

/**
 * As much of every case as the list needs, a part at a time: the embedded database answers within this thread, and
 * thousands of cases at once would hold up everybody else.
 */
export async function* readAllCases(db: Connection): AsyncGenerator<CaseMaterial<Told>> {
  const cases = await listCases(db);
  for (let first = 0; first < cases.length; first += together) {
    const some = cases.slice(first, first + together);
    const ids = some.map(({ id }) => id);
    const events = await listEventsOf(db, ids);
    const submissions = Map.groupBy(await listSubmissionsOf(db, ids), (row) => row.caseId);
    for (const { id, reference } of some) {
      const versions = (submissions.get(id) ?? []).map(({ content }) => Told.parse(JSON.parse(content)));
      yield { id, reference, events: events.get(id) ?? [], versions };
    }
    await new Promise(setImmediate);
  }
}

function versionOf({ content, receivedAt }: SubmissionsTable): Version {
  return Version.parse({ ...Submission.parse(JSON.parse(content)), receivedAt });
}
