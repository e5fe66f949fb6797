import { sql } from 'kysely';
import type { Account } from '../../domain/named-people.ts';
import type { Connection } from './database.ts';
import { keptFrom } from './kept-from.ts';
import { listStaff } from './staff.ts';

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
  const account = (await listStaff(db)).find(({ isActive, email }) => isActive && email === fallback.toLowerCase());
  if (!account) return left.length;
  const kept = await numbersKeptFrom(db, account);
  return left.filter((number) => kept.has(number)).length;
}

async function numbersKeptFrom(db: Connection, account: Account): Promise<Set<number>> {
  const { rows } = await sql<{ number: number }>`${await keptFrom(db, account)}`.execute(db);
  return new Set(rows.map(({ number }) => number));
}
