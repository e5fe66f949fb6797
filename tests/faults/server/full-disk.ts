import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chanceOf } from '../../../src/server/demo/chance.ts';
import { type Postgres, startPostgres } from '../../../tooling/postgres.mjs';
import type { FaultOptions, FaultPart, Row } from '../table.ts';
import { judge, startRow } from './judge.ts';
import { moreBusy, moreReceipts } from './outages.ts';
import { type Phones, startPhones } from './phones.ts';
import { openPlace, type Place } from './place.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

/** The disk fills up while phones send, and has room again: come again meanwhile, nothing half done, and on it goes. */
export const fullDiskPart: FaultPart = {
  name: 'full-disk',
  async *run(options) {
    yield await fullSqlite(options);
    if (options.isWhole) yield* await fullPostgres(options);
  },
};

async function fullSqlite(options: FaultOptions): Promise<Row> {
  const disk = mountSmallDisk(32);
  if (disk) {
    try {
      const place = await openPlace({ settings: { HEARD_DATA: path.join(disk.folder, 'data') } });
      return await fillAndClear('the disk is full, SQLite', { place, disk, times: 20 }, options);
    } finally {
      disk.remove();
    }
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'heard-faults-full-'));
  const marker = path.join(folder, 'full');
  try {
    const place = await openPlace({
      program: ['--import', './tests/faults/server/little-room.ts', 'src/server/main.ts'],
      settings: { FAULTS_FULL_WHILE: marker },
    });
    const room = { fill: () => writeFileSync(marker, ''), clear: () => rmSync(marker) };
    return await fillAndClear(
      'SQLite may not grow (no disk can be mounted here)',
      { place, disk: room, times: 20 },
      options,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const fullPostgresName = 'the disk is full, PostgreSQL';

async function fullPostgres(options: FaultOptions): Promise<Row[]> {
  const disk = mountSmallDisk(200);
  if (!disk) {
    const leftOut = 'only an administrator of Linux may mount a small disk';
    return [{ fault: fullPostgresName, injected: 0, sent: 0, lost: 0, doubled: 0, leftOut }];
  }
  const postgres = await startPostgres(disk.folder);
  try {
    const place = await openPlace({ postgres });
    return [await fillAndClear(fullPostgresName, { place, disk, times: 5, postgres }, options)];
  } finally {
    await postgres.remove();
    disk.remove();
  }
}

interface Scene {
  place: Place;
  disk: Pick<SmallDisk, 'fill' | 'clear'>;
  /** In the whole run. */
  times: number;
  postgres?: Postgres;
}

async function fillAndClear(fault: string, { place, disk, times, postgres }: Scene, options: FaultOptions) {
  const { row, add } = startRow(fault, options);
  const often = options.isWhole ? times : 1;
  const chance = chanceOf(`full ${options.seed}`);
  try {
    const phones = await startPhones(place.heard.url, `${options.seed}`);
    for (let filled = 0; filled < often; filled += 1) {
      await moreReceipts(phones, chance.below(40));
      disk.fill();
      await moreBusy(phones, 1 + chance.below(20));
      disk.clear();
      await goOn(phones, postgres);
    }
    add(often, await judge(phones, place), `--only full-disk --seed ${options.seed}`);
  } finally {
    await place.remove();
  }
  return row;
}

// A PostgreSQL that finds no room for its log ends itself. Whoever made room starts it again; Heard they leave alone.
async function goOn(phones: Phones, postgres: Postgres | undefined): Promise<void> {
  if (postgres?.hasEnded()) await postgres.start();
  await moreReceipts(phones, 1);
}
