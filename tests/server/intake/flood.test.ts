import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { GuessingPace } from '../../../src/server/intake/picture-keys.ts';
import { countedIn, createTurns, networkPlace } from '../../../src/server/intake/turns.ts';
import { forgetOldAttempts } from '../../../src/server/store/sign-in-attempts.ts';
import { takeTurn } from '../../../src/server/store/turns.ts';
import { flood } from '../flood.ts';
import { testStores } from '../open-test-store.ts';
import { createTestApp, friday, newSent, origin, picturePepper, send } from '../test-app.ts';
import { useTestIntake } from './use-test-intake.ts';

const hour = 3_600_000;

describe.each(testStores)('a flood of wrong pictures, on $name', { timeout: 60_000 }, ({ open }) => {
  const intake = useTestIntake(open);
  const school = { incoming: { socket: { remoteAddress: '192.0.2.17' } } };
  const opened = (guessing: GuessingPace) =>
    createTestApp(intake.store, () => intake.clock, origin, undefined, undefined, { guessing });
  type App = ReturnType<typeof opened>;

  const pictures = (first: number) => [first, 101, 102, 103, 104, 105, 106];
  const follow = (app: App, key: number[]) => {
    const headers = { 'Content-Type': 'application/json' };
    return app.request('/api/follow', { method: 'POST', headers, body: JSON.stringify({ pictures: key }) }, school);
  };
  const tell = async (app: App, key: number[]) => {
    const sent = newSent();
    await send(app, sent);
    const said = await app.request(`/api/submissions/${sent.id}/picture-key`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${sent.key}` },
      body: JSON.stringify({ pictures: key }),
    });
    expect(said.status).toBe(204);
  };

  it('everybody who is right gets in beside ten who guess on and on from their own address', {
    timeout: 240_000,
  }, async () => {
    const pace = { burst: 10, every: 100 };
    const app = opened({ perNetwork: pace, together: pace, patience: 1_000 });
    const mine = pictures(100);
    await tell(app, mine);
    const { wrong, waited } = await flood({
      guessers: 10,
      right: 4,
      guess: async (guesser) => (await follow(app, pictures(120 + guesser))).status,
      ask: async () => (await follow(app, mine)).status,
    });
    expect(waited).toHaveLength(4);
    expect(wrong).not.toContain(200);
    // A turn goes to any one who waits: some ten wrong ones for each, and hardly ever ten times as many.
    expect(Math.max(...waited)).toBeLessThanOrEqual(pace.burst + 130);
  });

  it('beside a hundred who never stop, a turn is anybody’s: one in some hundred', async () => {
    // As fast as the store gives turns, without the slow hash, for what is counted here is turns.
    const { db } = intake.store;
    const turns = createTurns(
      countedIn(db, () => 'turns-of-a-school', { burst: 1, every: 4 }),
      60,
    );
    const { waited } = await flood({
      guessers: 100,
      right: 20,
      guess: async () => ((await turns.take('a school')) ? 404 : 429),
      ask: async () => {
        if (!(await turns.take('a school'))) return 429;
        await turns.giveBack('a school');
        return 200;
      },
    });
    expect(waited).toHaveLength(20);
    console.log(`Wrong turns before each of twenty was in: ${waited.join(', ')}.`);
    expect(Math.max(...waited)).toBeLessThanOrEqual(1_300);
  });

  it('two processes give no more turns together than one', async () => {
    // A turn comes once in a day, so that none comes while the test lasts.
    const pace = { burst: 4, every: 24 * hour };
    for (const guessing of [
      { perNetwork: pace, together: { burst: 100, every: 24 * hour }, patience: 1 },
      { perNetwork: { burst: 100, every: 24 * hour }, together: pace, patience: 1 },
    ]) {
      await sql`delete from ${sql.table('rateLimit')}`.execute(intake.store.db);
      const processes = [opened(guessing), opened(guessing)];
      const statuses = await Promise.all(
        Array.from({ length: 12 }, async (_, guess) => {
          const app = processes[guess % 2];
          return app && (await follow(app, pictures(guess))).status;
        }),
      );
      expect(statuses.sort()).toEqual([...Array<number>(4).fill(404), ...Array<number>(8).fill(429)]);
    }
  });

  it('leaves no address behind, and is forgotten within a day', async () => {
    const { db } = intake.store;
    const app = opened({ perNetwork: { burst: 5, every: 1_000 }, together: { burst: 5, every: 1_000 }, patience: 1 });
    await follow(app, pictures(1));
    const kept = JSON.stringify((await sql`select * from ${sql.table('rateLimit')}`.execute(db)).rows);
    expect(kept).toContain(networkPlace(picturePepper, '192.0.2', intake.clock));
    expect(kept).not.toContain('192');
    const place = (at: string) => networkPlace(picturePepper, '192.0.2', at);
    expect(place('2026-11-21T00:00:00.000Z')).not.toBe(place(friday));
    expect(await forgetOldAttempts(db, Date.now())).toBe(0);
    expect(await forgetOldAttempts(db, Date.now() + 25 * hour)).toBe(2);
  });

  it('shuts nobody out for long when a clock was ahead', async () => {
    const { db } = intake.store;
    const pace = { burst: 3, every: 1_000 };
    const now = Date.now();
    const ahead = now + 365 * 24 * hour;
    for (let turn = 0; turn < 3; turn += 1) expect(await takeTurn(db, 'turns-all', pace, ahead)).toBe(0);
    expect(await takeTurn(db, 'turns-all', pace, now)).toBe(1_000);
    expect(await takeTurn(db, 'turns-all', pace, now + 1_000)).toBe(0);
  });
});
