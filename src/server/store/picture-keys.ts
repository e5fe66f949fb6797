import type { Instant } from '../../domain/dates.ts';
import type { Connection } from './database.ts';

/** The pictures with which a person comes back to a case, as nobody can read them. */
export interface PictureKeysTable {
  caseId: string;
  /** A slow hash under a pepper that is not in this database, base64url. */
  slowHash: string;
  /** How it was made: see `editions` of server/intake/slow-hash.ts. */
  edition: string;
  addedAt: string;
  /** Others took its place. They may be chosen again. */
  endedAt: string | null;
}

/** Makes these the pictures of the case, in place of any other. Does nothing when they are already. */
export async function setPictureKey(db: Connection, row: Omit<PictureKeysTable, 'endedAt'>): Promise<void> {
  const { caseId, slowHash, addedAt } = row;
  await endPictureKeys(db, caseId, addedAt, slowHash);
  await db
    .insertInto('pictureKeys')
    .values({ ...row, endedAt: null })
    .onConflict((conflict) => conflict.columns(['caseId', 'slowHash']).doUpdateSet({ endedAt: null }))
    .execute();
}

/** The pictures of a case open nothing any more, but for those of `but`. */
export async function endPictureKeys(db: Connection, caseId: string, at: Instant, but = ''): Promise<void> {
  await db
    .updateTable('pictureKeys')
    .set({ endedAt: at })
    .where('caseId', '=', caseId)
    .where('slowHash', '!=', but)
    .where('endedAt', 'is', null)
    .execute();
}

/**
 * The case that these pictures open. Two cases with the same pictures open for nobody: no one may come to read what
 * another child wrote, and to refuse the second would tell a stranger that the first is there.
 */
export async function findCaseByPictures(db: Connection, slowHash: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('pictureKeys')
    .select('caseId')
    .where('slowHash', '=', slowHash)
    .where('endedAt', 'is', null)
    .limit(2)
    .execute();
  return found.length === 1 ? found[0]?.caseId : undefined;
}

/** Every way in which a hash was made that is still in use. */
export async function listEditions(db: Connection): Promise<string[]> {
  const rows = await db.selectFrom('pictureKeys').select('edition').distinct().execute();
  return rows.map(({ edition }) => edition);
}
