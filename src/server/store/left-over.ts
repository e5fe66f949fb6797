import { sql } from 'kysely';
import { type Account, isFallback } from '../../domain/named-people.ts';
import type { Connection } from './database.ts';
import { keptFrom } from './kept-from.ts';
import { listStaff, type StaffRow } from './staff.ts';

/** The cases that are kept from every officer there is, by their numbers in the index. */
export async function keptFromAllOfficers(db: Connection): Promise<number[]> {
  const officers = (await listStaff(db)).filter(({ isActive, roles }) => isActive && roles.includes('officer'));
  let left: number[] | undefined;
  for (const officer of officers) {
    if (left?.length === 0) break;
    const kept = await numbersKeptFrom(db, officer);
    left = left ? left.filter((number) => kept.has(number)) : [...kept];
  }
  return left ?? [];
}

/** How many cases nobody sees: kept from every officer, and from who was to see those, or there is no such account. */
export async function countSeenByNobody(db: Connection, fallback: string): Promise<number> {
  const left = await keptFromAllOfficers(db);
  if (left.length === 0) return 0;
  const account = await findFallback(db, fallback);
  if (!account) return left.length;
  const kept = await numbersKeptFrom(db, account);
  return left.filter((number) => kept.has(number)).length;
}

/** The account that sees what is kept from every officer; undefined when it cannot come to the desk's cases. */
export async function findFallback(db: Connection, fallback: string): Promise<StaffRow | undefined> {
  return (await listStaff(db)).find((each) => isFallback(each, fallback));
}

async function numbersKeptFrom(db: Connection, account: Account): Promise<Set<number>> {
  const { rows } = await sql<{ number: number }>`${await keptFrom(db, account)}`.execute(db);
  return new Set(rows.map(({ number }) => number));
}
