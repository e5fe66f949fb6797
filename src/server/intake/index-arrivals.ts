import type { CaseEvent } from '../../domain/case-events.ts';
import type { Instant } from '../../domain/dates.ts';
import type { IndexMaterial } from '../../domain/index-row.ts';
import type { Procedure } from '../../domain/procedure.ts';
import type { Submission } from '../../domain/submission.ts';
import type { CasesTable } from '../store/cases.ts';
import type { Connection } from '../store/database.ts';
import { keepIndex, readIndexMaterials } from '../store/keep-index.ts';

/** One submission or addition that said something new. */
interface News {
  id: string;
  submission: Submission;
  receivedAt: Instant;
}

/**
 * Puts what has just been taken in into the list of cases. A case that begins with it is worked out from what is at
 * hand, which is what nearly all of them do; of the others everything is read again.
 */
export async function indexArrivals(
  db: Connection,
  procedure: Procedure,
  news: readonly News[],
  { cases, events }: { cases: ReadonlyMap<string, CasesTable>; events: ReadonlyMap<string, CaseEvent[]> },
): Promise<void> {
  const at = news.map(({ receivedAt }) => receivedAt).reduce((a, b) => (b > a ? b : a), '');
  const [fresh, known]: [IndexMaterial[], string[]] = [[], []];
  for (const [id, said] of Map.groupBy(news, (each) => each.id)) {
    const [first, ...more] = said;
    const found = cases.get(id);
    const happened = events.get(id) ?? [];
    const isNew = !happened.some(({ type }) => type === 'further-version');
    if (first && found && isNew && more.length === 0) {
      fresh.push({ id, reference: found.reference, events: happened, versions: [first.submission], readUpTo: 0 });
    } else known.push(id);
  }
  const read = known.length > 0 ? await readIndexMaterials(db, known) : [];
  // In the order of their ids, so that two processes cannot wait for each other.
  const all = [...fresh, ...read].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (all.length > 0) await keepIndex(db, procedure, all, at);
}
