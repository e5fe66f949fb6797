import type { Connection } from './database.ts';

/**
 * The tables of the sign-in library. It alone makes accounts, sessions and second factors; this file changes what
 * somebody is at the desk. Only the columns read here are typed. Instants are the engine's own in these tables.
 */
export interface StaffTables {
  user: UserTable;
  session: { id: string; userId: string; createdAt: string | Date; updatedAt: string | Date; expiresAt: string | Date };
  twoFactor: { id: string; userId: string; secret: string; backupCodes: string };
}

interface UserTable {
  id: string;
  name: string;
  email: string;
  /** Roles, with spaces between them. */
  role: string;
  /** Ids of teams, with spaces between them. */
  teams: string;
  deactivatedAt: string | null;
  twoFactorEnabled: boolean | number;
}

export interface StaffRow {
  id: string;
  name: string;
  email: string;
  roles: string[];
  teams: string[];
  isActive: boolean;
  hasSecondFactor: boolean;
}

const columns = ['id', 'name', 'email', 'role', 'teams', 'deactivatedAt', 'twoFactorEnabled'] as const;

export async function countStaff(db: Connection): Promise<number> {
  const { count } = await db
    .selectFrom('user')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function listStaff(db: Connection): Promise<StaffRow[]> {
  return (await db.selectFrom('user').select(columns).orderBy('name').orderBy('id').execute()).map(rowOf);
}

/** The ids of those whose account is closed. */
export async function listLeft(db: Connection): Promise<Set<string>> {
  const rows = await db.selectFrom('user').select('id').where('deactivatedAt', 'is not', null).execute();
  return new Set(rows.map(({ id }) => id));
}

export async function findStaff(db: Connection, id: string): Promise<StaffRow | undefined> {
  const row = await db.selectFrom('user').select(columns).where('id', '=', id).executeTakeFirst();
  return row && rowOf(row);
}

export async function findStaffByEmail(db: Connection, email: string): Promise<StaffRow | undefined> {
  const row = await db.selectFrom('user').select(columns).where('email', '=', email.toLowerCase()).executeTakeFirst();
  return row && rowOf(row);
}

export async function hasAccount(db: Connection, email: string): Promise<boolean> {
  return (await db.selectFrom('user').select('id').where('email', '=', email.toLowerCase()).execute()).length > 0;
}

export async function setPosting(
  db: Connection,
  id: string,
  { roles, teams }: Pick<StaffRow, 'roles' | 'teams'>,
): Promise<void> {
  await db
    .updateTable('user')
    .set({ role: textOf(roles), teams: textOf(teams) })
    .where('id', '=', id)
    .execute();
}

/** @param at since when it is deactivated; null makes it active again */
export async function setDeactivated(db: Connection, id: string, at: string | null): Promise<void> {
  await db.updateTable('user').set({ deactivatedAt: at }).where('id', '=', id).execute();
}

/**
 * The ids of those who can look after accounts. Until the transaction ends nobody else changes them: two who take the
 * role from each other in one moment would otherwise both succeed. (A write locks rows on both engines.)
 */
export async function holdAdministrators(trx: Connection): Promise<string[]> {
  await trx
    .updateTable('user')
    .set(({ ref }) => ({ role: ref('role') }))
    .where('role', 'like', '%administrator%')
    .execute();
  const all = await trx
    .selectFrom('user')
    .select('id')
    .where('role', 'like', '%administrator%')
    .where('deactivatedAt', 'is', null)
    .execute();
  return all.map(({ id }) => id);
}

export async function endSessions(db: Connection, userId: string): Promise<void> {
  await db.deleteFrom('session').where('userId', '=', userId).execute();
}

export async function removeSecondFactor(db: Connection, userId: string, off: boolean | number): Promise<void> {
  await db.deleteFrom('twoFactor').where('userId', '=', userId).execute();
  await db.deleteFrom('codeSteps').where('userId', '=', userId).execute();
  await db.deleteFrom('nextAuthenticators').where('userId', '=', userId).execute();
  await db.updateTable('user').set({ twoFactorEnabled: off }).where('id', '=', userId).execute();
}

/** Roles and ids hold no space, so a text holds a list of them on both engines. */
export function textOf(list: readonly string[]): string {
  return [...new Set(list)].join(' ');
}

export function listOf(text: string): string[] {
  return text.split(' ').filter(Boolean);
}

function rowOf({ role, teams, deactivatedAt, twoFactorEnabled, ...rest }: UserTable): StaffRow {
  return {
    ...rest,
    roles: listOf(role),
    teams: listOf(teams),
    isActive: deactivatedAt === null,
    hasSecondFactor: Boolean(twoFactorEnabled),
  };
}
