import type { FaultPart } from '../table.ts';
import { wrongClock } from './clock.ts';
import { type Inject, withGround } from './ground.ts';
import { killedBrowser } from './kills.ts';
import { wrongNames } from './names.ts';
import { brokenNetwork } from './network.ts';
import { restartedServer } from './server.ts';
import { failingStorage } from './storage.ts';
import { manyAtOnce } from './tabs.ts';
import { changedVersion } from './versions.ts';
import { besideWorkbox } from './workbox/side-by-side.ts';
import { killedWorker } from './worker.ts';

/** Each with a server, a store and phones of its own. */
const groups: Readonly<Record<string, Inject>> = {
  'browser-killed': killedBrowser,
  'worker-killed': killedWorker,
  network: brokenNetwork,
  names: wrongNames,
  restart: restartedServer,
  clock: wrongClock,
  tabs: manyAtOnce,
  version: changedVersion,
  storage: failingStorage,
  workbox: besideWorkbox,
};

/** The real app in a real browser, against the real server, with everything between them and below them failing. */
export const browserParts: readonly FaultPart[] = Object.entries(groups).map(([name, inject]) => ({
  name,
  async *run(options) {
    yield* await withGround(options, name, inject);
  },
}));
