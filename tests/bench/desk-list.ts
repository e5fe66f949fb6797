import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { loadCouncil } from '../../src/server/council-file.ts';
import { caseRoutes } from '../../src/server/desk/cases.ts';
import { migrate } from '../../src/server/store/migrate.ts';
import { openSqlite } from '../../src/server/store/open-sqlite.ts';
import type { SignedIn } from '../../src/server/web/officer-env.ts';
import { fillDesk } from './desk-cases.ts';
import { median } from './load.ts';
import type { Bench } from './run.ts';

const cases = 3_000;
// As a multiple of the bare reads, for the machine has good and bad moments.
const mostTime = 20;
const mostHeld = 3;

const today = '2026-11-20';

const anybody: SignedIn = async (c, next) => {
  c.set('officer', { id: 'jo', name: 'Jo Bloggs', email: 'jo.bloggs@example.org', roles: ['officer'], teams: [] });
  return next();
};

/** How long the staff's list of three years of cases takes, and for how long at a time nobody else is answered. */
export const deskList: Bench = {
  name: 'desk-list',
  async run(rounds = 15) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'heard-bench-'));
    const file = path.join(folder, 'heard.sqlite');
    const store = openSqlite(file);
    await migrate(store);
    const { procedure, services } = loadCouncil('council/shropshire.json');
    await fillDesk(store.db, procedure, cases, today);
    const now = () => `${today}T10:00:00.000Z`;
    const routes = caseRoutes({
      db: store.db,
      procedure,
      services,
      tellsByMail: false,
      now,
      origins: [],
      signedIn: anybody,
    });
    const bare = new DatabaseSync(file);
    const list = async () => {
      const answer = (await (await routes.request('/desk/cases')).json()) as { cases: unknown[] };
      if (answer.cases.length !== cases) throw new Error(`The list has ${answer.cases.length} cases.`);
    };
    const read = async () => {
      for (const table of ['cases', 'events', 'submissions']) bare.prepare(`select * from ${table}`).all();
    };

    const times = { list: [] as number[], read: [] as number[], held: [] as number[] };
    for (let round = 0; round <= rounds; round += 1) {
      const listed = await timed(list);
      const wasRead = await timed(read);
      if (round === 0) continue;
      times.list.push(listed.took);
      times.held.push(listed.held);
      times.read.push(wasRead.took);
    }
    bare.close();
    await store.close();
    rmSync(folder, { recursive: true });

    const [took, held, floor] = [median(times.list), median(times.held), median(times.read)];
    const share = (time: number) => Number((time / floor).toFixed(1));
    return {
      title: `the staff’s list of ${cases} cases, SQLite; median of ${rounds} rounds`,
      rows: [
        { what: 'the list', ms: Math.round(took), 'longest hold, ms': Math.round(held) },
        { what: 'the bare reads', ms: Math.round(floor), 'the list is': share(took) },
      ],
      verdicts: [
        { what: `${share(took)} of the bare reads, ${mostTime} at most`, holds: share(took) <= mostTime },
        { what: `others wait ${share(held)} of them at a time, ${mostHeld} at most`, holds: share(held) <= mostHeld },
      ],
    };
  },
};

/** How long it took, and the longest time in which nothing else had a turn. */
async function timed(work: () => Promise<void>): Promise<{ took: number; held: number }> {
  const started = performance.now();
  let [held, last, done] = [0, started, false];
  const watch = () => {
    const at = performance.now();
    held = Math.max(held, at - last);
    last = at;
    if (!done) setImmediate(watch);
  };
  setImmediate(watch);
  await work();
  const took = performance.now() - started;
  done = true;
  watch();
  return { took, held };
}
