import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { GuessingPace } from '../../../src/server/intake/picture-keys.ts';
import { networkPlace } from '../../../src/server/intake/turns.ts';
import { forgetOldAttempts } from '../../../src/server/store/sign-in-attempts.ts';
import { takeTurn } from '../../../src/server/store/turns.ts';
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

  it('everybody who is right gets in beside a hundred wrong keys from their own address', {
    timeout: 120_000,
  }, async () => {
    const burst = 10;
    const app = opened({ perNetwork: { burst, every: 100 }, together: { burst, every: 100 }, patience: 1_000 });
    const mine = pictures(100);
    await tell(app, mine);
    const wrong = Array.from({ length: 100 }, async (_, guess) => (await follow(app, pictures(120 + guess))).status);
    // The app asks again by itself when it is told to come again.
    const comeBack = async () => {
      for (;;) {
        const { status } = await follow(app, mine);
        if (status !== 429 && status !== 503) return status;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const right = await Promise.all(Array.from({ length: 20 }, comeBack));
    expect(right).toEqual(right.map(() => 200));
    const refused = await Promise.all(wrong);
    expect(refused).not.toContain(200);
    expect(refused).toContain(429);
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
