import { existsSync } from 'node:fs';
import { fullDiskPart } from './server/full-disk.ts';
import { killPart } from './server/kill.ts';
import { outagePart } from './server/outages.ts';
import { powerPart } from './server/power/power-cut.ts';
import type { FaultPart } from './table.ts';

const serverParts: FaultPart[] = [killPart, outagePart, fullDiskPart, powerPart];

/** Everything that is injected: into the server, and into the browser where that half is there. */
export async function loadParts(): Promise<FaultPart[]> {
  const browser = new URL('./browser/index.ts', import.meta.url);
  if (!existsSync(browser)) return serverParts;
  const found: Record<string, unknown> = await import(browser.href);
  return [...serverParts, ...Object.values(found).flat().filter(isPart)];
}

function isPart(value: unknown): value is FaultPart {
  return typeof value === 'object' && value !== null && 'name' in value && 'run' in value;
}
