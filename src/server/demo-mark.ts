import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { anchorFile } from './audit/anchor.ts';
import { type Config, ConfigError } from './config.ts';
import { sqliteFile } from './open-store.ts';
import { secretsFolder } from './store/kept-secret.ts';

/**
 * A demonstration marks the folder of its data. What has no mark is somebody's: it is neither filled nor emptied; and
 * what has one is served by no council's server.
 */
type Where = Pick<Config, 'dataFolder'>;

const Mark = z.object({ madeBy: z.literal('npm run demo'), filledAt: z.iso.datetime().nullable() });

function markFile({ dataFolder }: Where): string {
  return path.join(dataFolder, 'demonstration.json');
}

/** When it was filled; `begun` when that was cut short, `empty` when there is nothing, `not-ours` when there is something else. */
export function findDemo(where: Where): { filledAt: string } | 'begun' | 'empty' | 'not-ours' {
  if (!existsSync(where.dataFolder) || readdirSync(where.dataFolder).length === 0) return 'empty';
  const mark = readMark(where);
  if (!mark) return 'not-ours';
  return mark.filledAt ? { filledAt: mark.filledAt } : 'begun';
}

function readMark(where: Where): z.infer<typeof Mark> | undefined {
  try {
    return Mark.safeParse(JSON.parse(readFileSync(markFile(where), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** @param filledAt null before it is filled, so that one that was cut short is begun again */
export function markDemo(where: Where, filledAt: string | null): void {
  mkdirSync(where.dataFolder, { recursive: true, mode: 0o700 });
  const mark: z.infer<typeof Mark> = { madeBy: 'npm run demo', filledAt };
  writeFileSync(markFile(where), `${JSON.stringify(mark)}\n`, { mode: 0o600, flush: true });
}

/** Deletes what a demonstration keeps, by name: whatever else lies in the folder stays. The mark goes last. */
export function removeDemo(where: Where): void {
  const database = sqliteFile(where);
  const all = [database, `${database}-wal`, `${database}-shm`, anchorFile(where.dataFolder)];
  for (const each of [...all, secretsFolder(where.dataFolder), markFile(where)])
    rmSync(each, { recursive: true, force: true });
}

/** Throws `ConfigError` when there is something in the folder that no demonstration made. */
export function refuseToFill(where: Where): void {
  if (findDemo(where) !== 'not-ours') return;
  throw new ConfigError([
    `In ${where.dataFolder} lies something that no demonstration made. It was left as it is.`,
    'Leave HEARD_DATA unset, or name a folder that is empty: HEARD_DATA=./data-demo npm run demo',
  ]);
}

/** Throws `ConfigError` when a demonstration is started on what is not one, or the council's server on what is. */
export function refuseOthersData(config: Pick<Config, 'dataFolder' | 'isDemo' | 'databaseUrl'>): void {
  const found = config.databaseUrl ? 'empty' : findDemo(config);
  if (config.isDemo) {
    refuseToFill(config);
    if (typeof found !== 'object') throw new ConfigError(['Nothing was made up yet. "npm run demo" does, and starts.']);
  } else if (typeof found === 'object' || found === 'begun') {
    throw new ConfigError([
      `In ${config.dataFolder} lie the made-up cases of a demonstration. "npm run demo" shows them.`,
      'For what people truly tell, leave HEARD_DATA unset or name another folder.',
    ]);
  }
}
