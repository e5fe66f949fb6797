import type { CaseMaterial } from '../../domain/case-view.ts';
import type { Instant } from '../../domain/dates.ts';
import { isUnread } from '../../domain/unread.ts';
import { listReadsOf } from '../store/case-reads.ts';
import { isUnavailable } from '../store/failures.ts';
import { keepRead } from '../store/keep-index.ts';
import type { Office } from './actions.ts';

/**
 * Somebody of the staff has this case before them. A store that is read and cannot be written to just now shows it all
 * the same; it then stays unread, which loses nothing.
 */
export async function noteRead({ db, procedure }: Office, { id, events }: CaseMaterial, at: Instant): Promise<void> {
  try {
    const readUpTo = (await listReadsOf(db, [id])).get(id) ?? 0;
    if (isUnread(events, readUpTo)) await keepRead(db, procedure, { caseId: id, upTo: events.length, at });
  } catch (error) {
    if (!isUnavailable(error)) throw error;
  }
}
