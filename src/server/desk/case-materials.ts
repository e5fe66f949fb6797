import { type ListedMaterial, Told, type WholeMaterial } from '../../domain/case-view.ts';
import { type Raising, Version } from '../../domain/desk-api.ts';
import { namesIn } from '../../domain/not-this-role.ts';
import { Submission } from '../../domain/submission.ts';
import { findCase, findCases } from '../store/cases.ts';
import type { Connection } from '../store/database.ts';
import { listEvents, listEventsOf } from '../store/events.ts';
import { listHelperKeys } from '../store/helper-keys.ts';
import { listSafetyMails, type MailsTable } from '../store/mails.ts';
import { listLeft, listStaff } from '../store/staff.ts';
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
  const isNamed = versions.some((version) => namesIn(version).length > 0);
  const staff = isNamed ? await listStaff(db) : [];
  const left = await listLeft(db);
  return { id, reference: found.reference, events, versions, left, mails, helperIsLetIn, staff };
}

function mailOf({ sentAt }: Pick<MailsTable, 'sentAt'>, tellsByMail: boolean): Pick<Raising, 'mail' | 'mailSentAt'> {
  if (sentAt) return { mail: 'sent', mailSentAt: sentAt };
  return { mail: tellsByMail ? 'waiting' : 'off' };
}

/**
 * As much of these cases as the list shows of them, in the order asked for.
 *
 * @param left the ids of those who have left, as `listLeft` gives them
 */
export async function readSummaryMaterials(
  db: Connection,
  wanted: readonly { caseId: string }[],
  left: ReadonlySet<string>,
): Promise<ListedMaterial[]> {
  const ids = wanted.map(({ caseId }) => caseId);
  if (ids.length === 0) return [];
  const cases = await findCases(db, ids);
  const events = await listEventsOf(db, ids);
  const submissions = Map.groupBy(await listSubmissionsOf(db, ids), (row) => row.caseId);
  return ids.flatMap((id) => {
    const found = cases.get(id);
    const versions = (submissions.get(id) ?? []).map(({ content }) => Told.parse(JSON.parse(content)));
    return found ? [{ id, reference: found.reference, events: events.get(id) ?? [], versions, left }] : [];
  });
}

function versionOf({ content, receivedAt }: SubmissionsTable): Version {
  return Version.parse({ ...Submission.parse(JSON.parse(content)), receivedAt });
}
