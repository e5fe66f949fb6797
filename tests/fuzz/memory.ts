import { freePort } from '../../tooling/postgres.mjs';
import { type HeardServer, startHeard } from '../heard-server.ts';

/** Of the server's process, in megabytes: what it holds once everything unused was let go of, and what the machine gave it. */
export interface Memory {
  heap: number;
  external: number;
  rss: number;
}

export interface Watched {
  heard: HeardServer;
  memory: () => Promise<Memory>;
}

/** The real server, with somebody beside it who can say how much memory it holds. */
export async function startWatched(settings: Record<string, string> = {}): Promise<Watched> {
  const port = await freePort();
  const heard = await startHeard({ ...settings, FUZZ_MEMORY_PORT: String(port) }, [
    '--expose-gc',
    '--import',
    './tests/fuzz/memory-probe.ts',
    'src/server/main.ts',
  ]);
  const memory = async () => {
    const said = (await (await fetch(`http://127.0.0.1:${port}`)).json()) as {
      rss: number;
      heapUsed: number;
      external: number;
    };
    const megabytes = (bytes: number) => Math.round(bytes / 104_857.6) / 10;
    return { heap: megabytes(said.heapUsed), external: megabytes(said.external), rss: megabytes(said.rss) };
  };
  return { heard, memory };
}

/** What may be added to the heap between the warm third and the last, in megabytes: caches that have their limits fill up. */
const mostGrowth = 12;

/**
 * Flat: what the heap holds in the last third of the readings is at most 12 MB more than in the third after the
 * warm-up. A leak of 1 kB a request would be 50 MB over half of 100,000.
 */
export function isFlat(readings: readonly Memory[]): { flat: boolean; growth: number } {
  const third = Math.max(1, Math.floor((readings.length - 1) / 3));
  const warm = readings.slice(1, 1 + third);
  const last = readings.slice(-third);
  const growth = Math.round((middle(last) - middle(warm)) * 10) / 10;
  return { flat: growth <= mostGrowth, growth };
}

function middle(readings: readonly Memory[]): number {
  const sorted = readings.map(({ heap, external }) => heap + external).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
