import type { Generated } from 'kysely';
import type { IsoDate } from '../../domain/dates.ts';
import type { IndexRow, Keeping } from '../../domain/index-row.ts';
import { replaceKeeping } from './case-keeping.ts';
import type { Connection } from './database.ts';
import { searchOf } from './search-of.ts';

type Flag =
  | 'unread'
  | 'unacknowledged'
  | 'consentOutstanding'
  | 'advocateOutstanding'
  | 'nameToMatch'
  | 'optional'
  | 'waitingForPerson'
  | 'live';

/** What the list of cases sorts, filters and counts by. `domain/index-row` works it out; nobody else writes it. */
export interface CaseIndexTable extends Omit<IndexRow, Flag>, Record<Flag, 0 | 1> {
  /** Counted up by the database; the search knows a case by it. */
  number: Generated<number>;
  /** By which rules it was worked out: the edition of the function, and a digest of the council's procedure. */
  madeBy: string;
}

export interface Entry {
  row: IndexRow;
  /**
   * The words by which it is found, and from whom it is kept. Left out where nothing was said or done, both stay as
   * they are.
   */
  said?: { terms: string[]; keeping: Keeping };
}

// Far below what either engine takes in one statement: 32,766 and 65,535 parameters.
const together = 500;

/**
 * Puts in what was worked out, in place of what stood there. One that was worked out from fewer events than the row
 * that stands there comes too late, and changes nothing.
 */
export async function keepEntries(db: Connection, entries: readonly Entry[], madeBy: string): Promise<void> {
  for (let first = 0; first < entries.length; first += together) {
    await keepSome(db, entries.slice(first, first + together), madeBy);
  }
}

async function keepSome(db: Connection, entries: readonly Entry[], madeBy: string): Promise<void> {
  const kept = await db
    .insertInto('caseIndex')
    .values(entries.map(({ row }) => ({ ...columnsOf(row), madeBy })))
    .onConflict((conflict) =>
      conflict
        .column('caseId')
        .doUpdateSet((row) => Object.fromEntries(changing.map((name) => [name, row.ref(`excluded.${name}`)])))
        .whereRef('excluded.revision', '>=', 'caseIndex.revision'),
    )
    .returning(['number', 'caseId'])
    .execute();
  const said = new Map(entries.map((entry) => [entry.row.caseId, entry.said]));
  const rows = kept.flatMap(({ number, caseId }) => {
    const found = said.get(caseId);
    return found ? [{ number, ...found }] : [];
  });
  if (rows.length === 0) return;
  await searchOf(db).keep(db, rows);
  await replaceKeeping(
    db,
    rows.map(({ number, keeping }) => ({ number, ...keeping })),
  );
}

/** The rows that stay as they are only until a day before this one. */
export async function listOutdated(db: Connection, today: IsoDate, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('caseIndex')
    .select('caseId')
    .where('goodUntil', '<', today)
    .orderBy('goodUntil')
    .limit(most)
    .execute();
  return rows.map(({ caseId }) => caseId);
}

/** The cases, from this id on, whose row is missing, made by other rules, or not from all their events. */
export async function listUnindexed(db: Connection, madeBy: string, after: string, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('cases')
    .leftJoin('caseIndex', 'caseIndex.caseId', 'cases.id')
    .select('cases.id')
    .where('cases.id', '>', after)
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('caseIndex.caseId', 'is', null),
        eb('caseIndex.madeBy', '<>', madeBy),
        eb(
          'caseIndex.revision',
          '<>',
          selectFrom('events')
            .select(({ fn }) => fn.count<number>('seq').as('count'))
            .whereRef('events.caseId', '=', 'cases.id'),
        ),
      ]),
    )
    .orderBy('cases.id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** Every row as it stands, without its number. */
export async function listIndex(db: Connection): Promise<IndexRow[]> {
  const rows = await db.selectFrom('caseIndex').selectAll().orderBy('caseId').execute();
  return rows.map(({ number: _, madeBy: __, ...row }) => ({
    ...row,
    ...(Object.fromEntries(flags.map((flag) => [flag, row[flag] === 1])) as Record<Flag, boolean>),
  }));
}

const flags: readonly Flag[] = [
  'unread',
  'unacknowledged',
  'consentOutstanding',
  'advocateOutstanding',
  'nameToMatch',
  'optional',
  'waitingForPerson',
  'live',
];

function columnsOf(row: IndexRow): Omit<CaseIndexTable, 'number' | 'madeBy'> {
  return { ...row, ...(Object.fromEntries(flags.map((flag) => [flag, row[flag] ? 1 : 0])) as Record<Flag, 0 | 1>) };
}

// Who it is never changes; everything else may.
const changing = [
  'revision',
  'kind',
  'voice',
  'route',
  'stage',
  'assignee',
  'team',
  'unsafeSince',
  'worseSince',
  ...flags,
  'step',
  'due',
  'rank',
  'place',
  'officerRank',
  'officerPlace',
  'learningDue',
  'goodUntil',
  'madeBy',
] as const;
