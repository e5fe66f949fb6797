import type { CaseMaterial } from '../../domain/case-view.ts';
import type { Version } from '../../domain/desk-api.ts';
import { Submission } from '../../domain/submission.ts';
import { findCase, listCases } from '../store/cases.ts';
import type { Connection } from '../store/database.ts';
import { listAllEvents, listEvents } from '../store/events.ts';
import { listAllSubmissions, listSubmissions, type SubmissionsTable } from '../store/submissions.ts';

/** Everything there is of one case, or nothing when there is no such case. */
export async function readCase(db: Connection, id: string): Promise<CaseMaterial | undefined> {
  const found = await findCase(db, id);
  if (!found) return undefined;
  const events = await listEvents(db, id);
  const versions = (await listSubmissions(db, id)).map(versionOf);
  return { id, reference: found.reference, events, versions };
}

export async function readAllCases(db: Connection): Promise<CaseMaterial[]> {
  const events = await listAllEvents(db);
  const submissions = Map.groupBy(await listAllSubmissions(db), (row) => row.caseId);
  // Read last but shown only with their events: a case that came in between is in the next answer.
  return (await listCases(db)).flatMap(({ id, reference }) => {
    const its = events.get(id);
    return its ? [{ id, reference, events: its, versions: (submissions.get(id) ?? []).map(versionOf) }] : [];
  });
}

function versionOf({ content, receivedAt }: SubmissionsTable): Version {
  const { version: _, ...said } = Submission.parse(JSON.parse(content));
  return { ...said, receivedAt };
}
