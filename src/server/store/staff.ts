import type { Connection } from './database.ts';

/** The tables of the sign-in library, which alone writes them. Only the columns read here are typed. */
export interface StaffTables {
  user: { id: string; name: string; email: string; role: string };
}

export async function countStaff(db: Connection): Promise<number> {
  const { count } = await db
    .selectFrom('user')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export function findStaff(db: Connection, id: string): Promise<{ id: string; name: string } | undefined> {
  return db.selectFrom('user').select(['id', 'name']).where('id', '=', id).executeTakeFirst();
}

/** The id by which cases are given to somebody. */
export async function staffIdOf(db: Connection, email: string): Promise<string | undefined> {
  return (await db.selectFrom('user').select('id').where('email', '=', email).executeTakeFirst())?.id;
}

/** Everybody of the staff by name, for a case to be given to. */
export function listStaff(db: Connection): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('user').select(['id', 'name']).orderBy('name').orderBy('id').execute();
}
