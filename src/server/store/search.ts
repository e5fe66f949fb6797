import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Asked } from '../../domain/search-terms.ts';
import type { Connection } from './database.ts';

/** Finding cases by words and references, each engine in its own way and with the same answers. */
export interface Search {
  /** Keeps these as the terms of their cases, in place of what was kept before. */
  keep: (db: Connection, rows: { number: number; terms: string[] }[]) => Promise<void>;
  /** That a row of the index is of a case in which each term begins a word, or whose reference begins as one asked for. */
  isFound: (db: Connection, asked: Asked) => Promise<RawBuilder<SqlBool>>;
}

/** The numbers of the cases whose reference begins so, one query for each beginning. */
export function byReference(references: readonly string[]): RawBuilder<unknown>[] {
  return references.map(
    (start) => sql`select "number" from "caseIndex" where "reference" >= ${start} and "reference" < ${`${start}~`}`,
  );
}
