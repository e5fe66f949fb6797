import { type CaseMaterial, Told, type WholeMaterial } from '../../domain/case-view.ts';
import { type Raising, Version } from '../../domain/desk-api.ts';
import { Submission } from '../../domain/submission.ts';
import { findCase, listCases } from '../store/cases.ts';
import type { Connection } from '../store/database.ts';
import { listEvents, listEventsOf } from '../store/events.ts';
import { listHelperKeys } from '../store/helper-keys.ts';
import { listSafetyMails, type SafetyMailsTable } from '../store/safety-mails.ts';
import { listSubmissions, listSubmissionsOf, type SubmissionsTable } from '../store/submissions.ts';

/**
 * Everything there is of one case, or nothing when there is no such case.
 *
 * @param tellsByMail whether this server sends e-mails about those who may not be safe
 */
export async function readCase(db: Connection, id: string, tellsByMail: boolean): Promise<WholeMaterial | undefined> {
  const found = await findCase(db, id);
  if (!found) return undefined;
  const events = await listEvents(db, id);
  const versions = (await listSubmissions(db, id)).map(versionOf);
  const mails = new Map((await listSafetyMails(db, id)).map((mail) => [mail.seq, mailOf(mail, tellsByMail)]));
  const keys = await listHelperKeys(db, id);
  const helperIsLetIn = keys.length > 0 ? keys.some(({ endedAt }) => endedAt === null) : undefined;
  return { id, reference: found.reference, events, versions, mails, helperIsLetIn };
}

function mailOf({ sentAt }: SafetyMailsTable, tellsByMail: boolean): Pick<Raising, 'mail' | 'mailSentAt'> {
  if (sentAt) return { mail: 'sent', mailSentAt: sentAt };
  return { mail: tellsByMail ? 'waiting' : 'off' };
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
