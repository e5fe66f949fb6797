import { sql } from 'kysely';
import { type Instant, londonDate } from '../../domain/dates.ts';
import type { AuthSettings } from '../people/auth.ts';
import type { Store } from '../store/database.ts';
import { makeAccounts, type RecordAccount } from './accounts.ts';
import { justNow } from './just-now.ts';
import { type Desk, play } from './play.ts';
import { placeOf, threeYears } from './three-years.ts';

/** Fills an empty store with the made-up desk, as it stands at an instant. */
export async function fill(
  desk: Omit<Desk, 'staff'>,
  settings: AuthSettings,
  record: RecordAccount,
  at: Instant,
): Promise<void> {
  const { db, council } = desk;
  const staff = await makeAccounts({ db, settings, council, record });
  const teamOf = (team: string) => placeOf(team, council).team;
  const all = [...threeYears(londonDate(at), council), ...justNow({ at, staff, teamOf })];
  await play({ ...desk, staff }, all, at);
  // Those about who may not be safe. Nobody is there to be told, now or from a copy of this store.
  await db.deleteFrom('mails').execute();
}

/**
 * Lets the embedded database answer before it is on the disk. Filled in thousands of steps it takes half the time; what
 * a power cut takes is made up again.
 */
export async function withoutWaitingForDisk({ db, engine }: Pick<Store, 'db' | 'engine'>): Promise<void> {
  if (engine === 'sqlite') await sql`pragma synchronous = off`.execute(db);
}
