import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import type { Council } from '../../src/domain/council.ts';
import { CaseList, Filter } from '../../src/domain/desk-list.ts';
import { loadCouncil } from '../../src/server/council-file.ts';
import { caseRoutes } from '../../src/server/desk/cases.ts';
import { listOutdated } from '../../src/server/store/case-index.ts';
import type { Store } from '../../src/server/store/database.ts';
import { migrate } from '../../src/server/store/migrate.ts';
import { openPostgres } from '../../src/server/store/open-postgres.ts';
import { openSqlite } from '../../src/server/store/open-sqlite.ts';
import type { SignedIn } from '../../src/server/web/officer-env.ts';
import { startPostgres } from '../../tooling/postgres.mjs';
import { fillDesk, wordOfAll, wordOfFew } from './desk-cases.ts';
import { bareCount, barePage } from './desk-floor.ts';
import { median } from './load.ts';
import type { Bench, Result } from './run.ts';

const cases = 100_000;
const mostMilliseconds = 100;

const today = '2026-11-20';
const tomorrow = '2026-11-21';

const anybody: SignedIn = async (c, next) => {
  c.set('officer', { id: 'jo', name: 'Jo Bloggs', email: 'jo.bloggs@example.org', roles: ['officer'], teams: [] });
  return next();
};

/** How long the server takes for every list of a desk with very many cases, counts and search included. */
export const desk: Bench = {
  name: 'desk',
  async run(rounds = 15) {
    const council = loadCouncil('council/shropshire.json');
    const folder = mkdtempSync(path.join(os.tmpdir(), 'heard-bench-'));
    chmodSync(folder, 0o755);
    const onSqlite = openSqlite(path.join(folder, 'heard.sqlite'));
    const sqlite = await measure(onSqlite, council, rounds);
    await onSqlite.close();
    rmSync(folder, { recursive: true });
    const server = await startPostgres();
    const onPostgres = openPostgres(server.url, () => undefined);
    const postgres = await measure(onPostgres, council, rounds);
    await onPostgres.close();
    await server.remove();

    const rows: Result['rows'] = Object.entries(sqlite).map(([what, times]) => ({
      what,
      'SQLite, ms': round(median(times)),
      'its worst': round(Math.max(...times)),
      'PostgreSQL, ms': round(median(postgres[what] ?? [])),
      'worst of it': round(Math.max(...(postgres[what] ?? []))),
    }));
    return {
      title: `the staff’s lists of ${cases} cases; median of ${rounds} rounds`,
      rows,
      verdicts: [verdictOn('SQLite', sqlite), verdictOn('PostgreSQL', postgres)],
    };
  },
};

type Times = Record<string, number[]>;

function verdictOn(engine: string, times: Times): Result['verdicts'][number] {
  const lists = Object.entries(times).filter(([what]) => !what.startsWith('floor'));
  const [slowest = { what: 'none', ms: 0 }] = lists
    .map(([what, each]) => ({ what, ms: median(each) }))
    .sort((a, b) => b.ms - a.ms);
  return {
    what: `every list on ${engine} under ${mostMilliseconds} ms; the slowest, ${slowest.what}, takes ${round(slowest.ms)}`,
    holds: slowest.ms < mostMilliseconds,
  };
}

async function measure(store: Store, { procedure, services }: Council, rounds: number): Promise<Times> {
  await migrate(store);
  const filled = performance.now();
  await fillDesk(store.db, procedure, cases, today);
  console.log(`${store.engine}: ${cases} cases made in ${Math.round((performance.now() - filled) / 1000)} s`);
  // Which PostgreSQL does by itself before long.
  if (store.engine === 'postgres') await sql`vacuum analyze`.execute(store.db);
  let day = today;
  const now = () => `${day}T10:00:00.000Z`;
  const routes = caseRoutes({
    db: store.db,
    procedure,
    services,
    tellsByMail: false,
    fallback: 'nobody@example.gov.uk',
    accessHours: 1,
    now,
    origins: [],
    signedIn: anybody,
  });
  const ask = async (query: Record<string, string>) => {
    const answer = await routes.request(`/desk/cases?${new URLSearchParams(query)}`);
    if (!answer.ok) throw new Error(`The list answered ${answer.status}.`);
    return answer.text();
  };
  const { next, cases: shown } = CaseList.parse(JSON.parse(await ask({})));
  const asks = lists(next ?? '', shown[0]?.reference ?? '');
  const contenders: Record<string, () => Promise<unknown>> = {
    ...Object.fromEntries(Object.entries(asks).map(([what, query]) => [what, () => ask(query)])),
    'floor: one page and what stands in it, bare': () => barePage(store),
    'floor: counting the rows, bare': () => bareCount(store),
  };
  const times: Times = Object.fromEntries(Object.keys(contenders).map((what) => [what, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [what, run] of Object.entries(contenders)) {
      const started = performance.now();
      await run();
      if (round > 0) times[what]?.push(performance.now() - started);
    }
  }
  // The first of a day works out again what the days alone have moved.
  day = tomorrow;
  const moved = (await listOutdated(store.db, tomorrow, cases)).length;
  console.log(`${store.engine}: ${moved} rows are worked out again on the next day`);
  const started = performance.now();
  await ask({});
  times['the first list of a day'] = [performance.now() - started];
  return times;
}

function lists(next: string, reference: string): Record<string, Record<string, string>> {
  return {
    'the second page': { after: next },
    ...Object.fromEntries(Filter.options.map((filter) => [`filter ${filter}`, { filter }])),
    'route statutory': { route: 'statutory' },
    'stage finished': { stage: 'finished' },
    'kind comment': { kind: 'comment' },
    'team none': { team: 'none' },
    'late, statutory, complaints': { filter: 'late', route: 'statutory', kind: 'complaint' },
    'a word that is in every case': { q: wordOfAll },
    'a word that is in few': { q: wordOfFew },
    'a word that is in none': { q: 'hippopotamus' },
    'two words and a filter': { q: `${wordOfAll} gard`, filter: 'late' },
    'one letter': { q: 's' },
    'a reference': { q: reference },
    'the beginning of a reference': { q: reference.slice(0, 4) },
  };
}

function round(milliseconds: number): number {
  return Number(milliseconds.toFixed(1));
}
