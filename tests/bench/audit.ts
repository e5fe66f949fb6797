import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Hono } from 'hono';
import { recordActs } from '../../src/server/audit/record-acts.ts';
import { loadCouncil } from '../../src/server/council-file.ts';
import { caseRoutes } from '../../src/server/desk/cases.ts';
import { listCases } from '../../src/server/store/cases.ts';
import { migrate } from '../../src/server/store/migrate.ts';
import { openSqlite } from '../../src/server/store/open-sqlite.ts';
import type { SignedIn } from '../../src/server/web/officer-env.ts';
import { fillDesk } from './desk-cases.ts';
import { connections, median } from './load.ts';
import type { Bench } from './run.ts';

const looks = 640;
// Of the looks a second without a record, when as many officers as this look at once, and when one does.
const leastShare = { [connections]: 0.5, 1: 0.04 };

const anybody: SignedIn = async (c, next) => {
  c.set('officer', { id: 'jo', name: 'Jo Bloggs', email: 'jo.bloggs@example.org', roles: ['officer'], teams: [] });
  return next();
};

/** How many cases are opened in a second when each look is on the disk before its answer, and when none is. */
export const audit: Bench = {
  name: 'audit',
  async run(rounds = 7) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'heard-bench-'));
    const store = openSqlite(path.join(folder, 'heard.sqlite'));
    await migrate(store);
    const { db } = store;
    const { procedure, services } = loadCouncil('council/shropshire.json');
    await fillDesk(db, procedure, 200, '2026-11-20');
    const ids = (await listCases(db)).map(({ id }) => id);
    const now = () => '2026-11-20T10:00:00.000Z';
    const alone = { tellsByMail: false, fallback: 'nobody@example.gov.uk', accessHours: 1 };
    const cases = caseRoutes({ db, procedure, services, ...alone, now, origins: [], signedIn: anybody });
    const bare = new Hono().basePath('/api').route('/', cases);
    const key = 'a key of the bench, of no use to anyone';
    const recorded = new Hono().use('/api/*', recordActs({ db, key, now, onHead: () => undefined })).route('/', bare);

    const rows = [];
    const verdicts = [];
    for (const atOnce of [connections, 1]) {
      const times = { recorded: [] as number[], bare: [] as number[] };
      for (let round = 0; round <= rounds; round += 1) {
        const [withRecord, without] = [await open(recorded, ids, atOnce), await open(bare, ids, atOnce)];
        if (round > 0) times.recorded.push(withRecord);
        if (round > 0) times.bare.push(without);
      }
      const [withRecord, without] = [median(times.recorded), median(times.bare)];
      const share = Number((withRecord / without).toFixed(2));
      rows.push({ 'at once': atOnce, recorded: Math.round(withRecord), 'no record': Math.round(without), share });
      const least = leastShare[atOnce as keyof typeof leastShare];
      verdicts.push({
        what: `${atOnce} at once: ${share} of the looks without a record, ${least} at least`,
        holds: share >= least,
      });
    }
    await store.close();
    rmSync(folder, { recursive: true });
    return { title: `cases opened in a second, SQLite; median of ${rounds} rounds`, rows, verdicts };
  },
};

/** Opens cases, so many at once. Gives how many in a second. */
async function open(app: Pick<Hono, 'request'>, ids: string[], atOnce: number): Promise<number> {
  let left = looks;
  const one = async () => {
    while (left > 0) {
      left -= 1;
      const response = await app.request(`/api/desk/cases/${ids[left % ids.length]}`);
      if (response.status !== 200) throw new Error(`A case was answered with ${response.status}.`);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: atOnce }, one));
  return looks / ((performance.now() - started) / 1000);
}
