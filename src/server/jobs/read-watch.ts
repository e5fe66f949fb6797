import type { Council } from '../../domain/council.ts';
import type { Instant, IsoDate } from '../../domain/dates.ts';
import { soonFrom, type Watch, type Watcher } from '../../domain/digest.ts';
import { may, Role } from '../../domain/staff.ts';
import type { Db } from '../store/database.ts';
import { listDigestCases, listDigestIds } from '../store/digest-cases.ts';
import { listStaff } from '../store/staff.ts';
import { visibleTo } from '../store/visible-to.ts';

export interface WatchNeeds {
  db: Db;
  council: Pick<Council, 'notThisPerson'>;
  now: () => Instant;
}

/** The cases there is something to tell of today, and who of the staff may be told of which. */
export async function readWatch({ db, council, now }: WatchNeeds, today: IsoDate): Promise<Watch> {
  const soon = soonFrom(today);
  const cases = await listDigestCases(db, soon);
  // Who is kept from a case hears nothing of it, either.
  const looking = { fallback: council.notThisPerson.fallback, at: now() };
  const watchers = new Map<string, Watcher>();
  for (const { isActive, roles, ...person } of await listStaff(db)) {
    // A role that this program does not know, of a newer one on the same database, gives nothing.
    const officer = { ...person, roles: Role.options.filter((role) => roles.includes(role)) };
    if (!isActive || !may(officer, 'act-on-cases')) continue;
    watchers.set(person.id, { officer, sees: await listDigestIds(db, soon, await visibleTo(db, officer, looking)) });
    // With the embedded database all of this is one long turn, unless others are let in between.
    await new Promise(setImmediate);
  }
  return { cases, watchers };
}
