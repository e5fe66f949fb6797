import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { Engine, Store } from '../../../src/server/store/database.ts';
import { check, verbsOf } from '../audit/chain-of.ts';
import { runCommand } from '../commands/run-command.ts';
import { addOfficer, letter, openTestDesk, postJson, signIn } from '../open-test-desk.ts';
import { temporaryFolder } from '../open-test-store.ts';
import { auditKey, authSecret, follow, newSent, type Sent, send } from '../test-app.ts';
import { emptyPlace, filledPlace, keys, rowsOf } from './places.ts';

const secretWords = 'I hid in the shed. ćäß 🦊 \\ " \u2028';

/** Children write and an officer works, until it is said that it is enough. Gives what was taken in for certain. */
function work(app: Hono, cookie: string) {
  let isEnough = false;
  const takenIn: Sent[] = [];
  const one = async () => {
    while (!isEnough) {
      const sent = newSent({ body: { version: 1, kind: 'complaint', words: secretWords, safe: 'no' } });
      expect((await send(app, sent)).status).toBe(201);
      takenIn.push(sent);
      await app.request(`/api/desk/cases/${sent.id}`, { headers: { Cookie: cookie } });
      const body = { action: 'acknowledge', ...letter, revision: 2 };
      await postJson(app, `/api/desk/cases/${sent.id}/actions`, body, { Cookie: cookie });
    }
  };
  const working = Promise.all([one(), one(), one()]);
  return {
    takenIn,
    enough: () => {
      isEnough = true;
      return working;
    },
  };
}

const appendOnly = ['cases', 'submissions', 'events', 'audit'];
const others = ['mails', 'helperKeys', 'setUpLinks', 'user', 'account', 'session', 'rateLimit'];

/** But for the one entry that says that it was restored. */
async function rowsBroughtBack(store: Store, table: string): Promise<string[]> {
  return (await rowsOf(store, table)).filter((row) => table !== 'audit' || !row.includes('"restored"'));
}

async function expectPart(of: Store, restored: Store): Promise<void> {
  for (const table of appendOnly) {
    const whole = new Set(await rowsOf(of, table));
    const rows = await rowsBroughtBack(restored, table);
    expect(rows.length, table).toBeGreaterThan(0);
    expect(rows.filter((row) => !whole.has(row), table)).toEqual([]);
  }
}

const engines: Engine[] = ['sqlite', 'postgres'];
const ways = engines.flatMap((from) => engines.map((to) => ({ from, to })));

describe.each(ways)('from $from to $to', ({ from, to }) => {
  it('what was there when the backup was made comes back row by row, and serves as before', async () => {
    const source = await filledPlace(from);
    const app = openTestDesk(source.store).app;
    await addOfficer(source.store);
    const cookie = await signIn(app);
    const busy = work(app, cookie);
    while (busy.takenIn.length < 20) await new Promise((resolve) => setTimeout(resolve, 5));
    const before = [...busy.takenIn];
    const folder = temporaryFolder();
    const [underLoad, atRest] = [path.join(folder, 'under-load'), path.join(folder, 'at-rest')];
    const made = await runCommand('backup', [underLoad], { ...source.settings, ...keys });
    expect(made).toEqual({ code: 0, output: expect.stringMatching(/^Backed up \d+ rows of \d+ tables/) });
    await busy.enough();
    expect(busy.takenIn.length).toBeGreaterThan(before.length);
    expect((await runCommand('backup', [atRest], { ...source.settings, ...keys })).code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['at-rest', 'under-load']);
    expect(statSync(atRest).mode & 0o777).toBe(0o600);
    for (const file of [underLoad, atRest]) expect(readFileSync(file, 'latin1')).not.toContain('shed');

    const [first, second] = [await emptyPlace(to), await emptyPlace(to)];
    const restored = await runCommand('restore', [underLoad], { ...first.settings, ...keys });
    expect(restored.output).toMatch(/^Restored \d+ rows .*\nThe record of what staff did is whole: it ends in \d+:/);
    expect(restored.code).toBe(0);
    const early = first.open();
    await expectPart(source.store, early);
    const ids = new Set((await early.db.selectFrom('cases').select('id').execute()).map(({ id }) => id));
    expect(before.filter(({ id }) => !ids.has(id))).toEqual([]);
    // One moment: no event without its case, no letter of a later moment, and a chain that ends where its head says.
    expect(await check(early)).toHaveProperty('head');
    const letters = (await early.db.selectFrom('events').select('event').execute()).filter(({ event }) =>
      event.includes('"acknowledged"'),
    );
    const recorded = await early.db.selectFrom('audit').select('seq').where('verb', '=', 'case-acknowledge').execute();
    expect(recorded).toHaveLength(letters.length);
    await early.close();

    expect((await runCommand('restore', [atRest], { ...second.settings, ...keys })).code).toBe(0);
    const late = second.open();
    for (const table of [...appendOnly, ...others]) {
      expect(await rowsBroughtBack(late, table), table).toEqual(await rowsOf(source.store, table));
    }
    expect((await verbsOf(late)).slice(-2)).toEqual(['backup-begun', 'restored']);
    const secretsThere = path.join(second.dataFolder, 'secrets');
    expect(readFileSync(path.join(secretsThere, 'auth-secret'), 'utf8')).toBe(authSecret);
    expect(readFileSync(path.join(secretsThere, 'audit-key'), 'utf8')).toBe(auditKey);
    expect((await runCommand('verify-audit', [], second.settings)).output).toMatch(/^The record .* is whole/);
    // Served by the same program with what came back: a child's key, an officer's session and password.
    const again = openTestDesk(late).app;
    const status = await follow(again, `Bearer ${before[0]?.key}`);
    expect(await status.json()).toMatchObject({ letters: [{ words: letter.message }] });
    expect((await again.request('/api/desk/cases', { headers: { Cookie: cookie } })).status).toBe(200);
    await signIn(again);
    await late.close();
    for (const place of [source, first, second]) await place.remove();
    expect(existsSync(`${atRest}.partial`)).toBe(false);
  }, 60_000);
});
