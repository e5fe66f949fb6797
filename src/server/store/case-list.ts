import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { IsoDate } from '../../domain/dates.ts';
import { type CaseCounts, type CaseQuery, Filter, pageSize, Stage } from '../../domain/desk-list.ts';
import type { Asked } from '../../domain/search-terms.ts';
import type { Connection } from './database.ts';
import { searchOf } from './search-of.ts';

/** The list of cases, a page at a time, and how many of each sort there are. */

/** Who asks, and when. */
export interface Asking {
  /** What of the index they may see: a condition on its row, through which everything here goes. */
  visible: Expression<SqlBool>;
  /** Whether they are told for whom things are worse: these stand in their list right behind who is not safe. */
  seesWorse: boolean;
  /** The id of their account, by which cases are given to them. */
  assignee: string;
  /** The ids of those of the staff whose account is closed. */
  left: readonly string[];
  today: IsoDate;
  /** The last day of what is due soon. */
  soon: IsoDate;
}

/** Where a page ended: the place of its last case, which no case that comes or goes moves. */
export interface Place {
  rank: number;
  place: string;
  receivedAt: string;
  number: number;
}

export interface Found extends Place {
  caseId: string;
  unread: boolean;
}

export type Wanted = Omit<CaseQuery, 'q' | 'after'> & { asked?: Asked | undefined; after?: Place | undefined };

/** The next cases of those that are wanted, one more than a page has if there are more. */
export async function listPage(db: Connection, asking: Asking, wanted: Wanted): Promise<Found[]> {
  const { filter = 'all', route, stage, team, kind, asked, after } = wanted;
  // Two columns, and not an expression, so that the database reads them in order.
  const [byRank, byPlace] = asking.seesWorse
    ? (['officerRank', 'officerPlace'] as const)
    : (['rank', 'place'] as const);
  let query = db
    .selectFrom('caseIndex')
    .select(['caseId', 'unread', `${byRank} as rank`, `${byPlace} as place`, 'receivedAt', 'number'])
    .where(asking.visible)
    .where(conditions[filter](asking));
  if (stage) query = query.where('stage', '=', stage);
  if (kind) query = query.where('kind', '=', kind);
  if (route) query = route === 'none' ? query.where('route', 'is', null) : query.where('route', '=', route);
  if (team) query = team === 'none' ? query.where('team', 'is', null) : query.where('team', '=', team);
  if (asked) query = query.where(await searchOf(db).isFound(db, asked));
  if (after) {
    const { rank, place, receivedAt, number } = after;
    query = query.where(
      sql<SqlBool>`(${sql.ref(byRank)}, ${sql.ref(byPlace)}, "receivedAt", "number") > (${rank}, ${place}, ${receivedAt}, ${number})`,
    );
  }
  const rows = await query
    .orderBy(byRank)
    .orderBy(byPlace)
    .orderBy('receivedAt')
    .orderBy('number')
    .limit(pageSize + 1)
    .execute();
  return rows.map((row) => ({ ...row, unread: row.unread === 1 }));
}

/** How many there are of each sort, of all that may be seen. */
export async function countCases(db: Connection, asking: Asking): Promise<CaseCounts> {
  const sorts = await db
    .selectFrom('caseIndex')
    .select(['kind', 'route', 'stage', 'team', ({ fn }) => fn.countAll().as('count')])
    .where(asking.visible)
    .groupBy(['live', 'kind', 'route', 'stage', 'team'])
    .execute();
  // Of those with nothing to do, to read or to see to, every filter but "all" has none, and but "worse": whether there
  // is something to do is everybody's to know.
  const filters = Filter.options.filter((each) => each !== 'all' && each !== 'worse');
  const live = await db
    .selectFrom('caseIndex')
    .select(filters.map((each) => sql<number>`count(case when ${conditions[each](asking)} then 1 end)`.as(each)))
    .where(asking.visible)
    .where('live', '=', 1)
    .executeTakeFirstOrThrow();
  const worse = await db
    .selectFrom('caseIndex')
    .select(({ fn }) => fn.countAll().as('count'))
    .where(asking.visible)
    .where(conditions.worse(asking))
    .executeTakeFirstOrThrow();
  const counts: CaseCounts = {
    filter: { ...noneOf(Filter.options), ...numbers(live), worse: Number(worse.count) },
    route: { statutory: 0, corporate: 0, none: 0 },
    stage: noneOf(Stage.options),
    kind: { complaint: 0, compliment: 0, comment: 0 },
    team: { none: 0 },
  };
  for (const { kind, route, stage, team, count } of sorts) {
    const more = Number(count);
    counts.filter.all += more;
    counts.route[route ?? 'none'] += more;
    counts.stage[stage] += more;
    counts.kind[kind] += more;
    counts.team[team ?? 'none'] = (counts.team[team ?? 'none'] ?? 0) + more;
  }
  return counts;
}

/** One meaning for a filter, whether it chooses or counts. */
const conditions: Record<Filter, (asking: Asking) => RawBuilder<SqlBool>> = {
  all: () => sql`1 = 1`,
  unsafe: () => sql`"rank" = 0`,
  worse: ({ seesWorse }) => (seesWorse ? sql`"worseSince" is not null` : sql`1 = 0`),
  unread: () => sql`("live" = 1 and "unread" = 1)`,
  nobody: ({ left }) => sql`("live" = 1 and ${heldByNobody(left)})`,
  mine: ({ assignee }) => sql`("live" = 1 and "assignee" = ${assignee})`,
  late: ({ today }) => sql`("live" = 1 and "optional" = 0 and "due" < ${today})`,
  soon: ({ today, soon }) => sql`("live" = 1 and "optional" = 0 and "due" between ${today} and ${soon})`,
  unacknowledged: () => sql`("live" = 1 and "unacknowledged" = 1)`,
  consent: () => sql`("live" = 1 and "consentOutstanding" = 1)`,
  'name-to-match': () => sql`("live" = 1 and "nameToMatch" = 1)`,
  advocate: () => sql`("live" = 1 and "advocateOutstanding" = 1)`,
  'waiting-for-person': () => sql`("live" = 1 and "waitingForPerson" = 1)`,
  learning: () => sql`("live" = 1 and "learningDue" is not null)`,
};

function heldByNobody(left: readonly string[]): RawBuilder<SqlBool> {
  const isUngiven = sql<SqlBool>`("assignee" is null and "team" is null)`;
  return left.length === 0 ? isUngiven : sql`(${isUngiven} or "assignee" in (${sql.join(left)}))`;
}

function noneOf<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
}

// PostgreSQL gives a count as text.
function numbers<Name extends string>(row: Record<Name, number | string>): Record<Name, number> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)])) as Record<Name, number>;
}
