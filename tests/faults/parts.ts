import { browserParts } from './browser/index.ts';
import { fullDiskPart } from './server/full-disk.ts';
import { killPart } from './server/kill.ts';
import { outagePart } from './server/outages.ts';
import { powerPart } from './server/power/power-cut.ts';
import type { FaultPart } from './table.ts';

export const serverParts: readonly FaultPart[] = [killPart, outagePart, fullDiskPart, powerPart];

/** Everything that is injected: into the server and what it stands on, and around the app. They share nothing. */
export const sides = { server: serverParts, app: browserParts };

export type SideName = keyof typeof sides;

export const allParts: readonly FaultPart[] = Object.values(sides).flat();
