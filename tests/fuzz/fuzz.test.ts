import { expect, test } from 'vitest';
import { openSqlite } from '../../src/server/store/open-sqlite.ts';
import { fuzz } from './campaign.ts';
import { startWatched } from './memory.ts';

/** As many as half a minute of two cores has room for. `npm run fuzz` asks a hundred thousand. */
const count = 1_500;

test('whatever is asked of the server, it answers, leaks nothing, and keeps nothing that is wrong', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  console.log(`npm run fuzz -- --count ${count} --seed ${seed}`);
  const watched = await startWatched({ LOG_LEVEL: 'trace' });
  const store = openSqlite(watched.heard.databaseFile);
  try {
    const { tally, found, broken, closed, staffOperations } = await fuzz({ watched, store, count, seed });
    console.table(Object.fromEntries(tally.rows));
    expect(found).toEqual([]);
    expect(broken).toEqual([]);
    // So few do not come to each of them; if none of staff's let in, a session is what failed.
    expect(closed.staff.length).toBeLessThan(staffOperations / 2);
    expect(tally.requests()).toBeGreaterThanOrEqual(count);
  } finally {
    await store.close();
    await watched.heard.remove();
  }
}, 240_000);
