import { randomBytes } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/server/store/database.ts';
import { runCommand } from '../commands/run-command.ts';
import { openTestDesk, submit } from '../open-test-desk.ts';
import { temporaryFolder } from '../open-test-store.ts';
import { emptyPlace, filledPlace, keys } from './places.ts';

describe.each<Engine>(['sqlite', 'postgres'])('a disk that fills up in the middle, with %s', (engine) => {
  let source: Awaited<ReturnType<typeof filledPlace>>;
  let folder: string;
  beforeEach(async () => {
    source = await filledPlace(engine);
    folder = temporaryFolder();
    const { app } = openTestDesk(source.store);
    // Words that do not compress, so that the backup is larger than what the database writes for its own part.
    for (let number = 10; number < 60; number += 1) {
      const words = randomBytes(10_000).toString('base64').slice(0, 13_000);
      await submit(app, `00000000-0000-4000-8000-0000000000${number}`, { words });
    }
  });
  afterEach(() => source.remove());

  it('ends a backup, which says what to do and leaves nothing, and the next one is made', async () => {
    const file = path.join(folder, 'backup');
    const back = (room?: number) => runCommand('backup', [file], { ...source.settings, ...keys }, room);
    const full = await back(256 * 1024);
    expect(full.output).toContain(`${folder} is full`);
    expect(full.output).toContain('Make room there, or name a file on another disk.');
    expect(full.code).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
    expect((await back()).code).toBe(0);
    expect(statSync(file).size).toBeGreaterThan(256 * 1024);
  });

  it.runIf(engine === 'sqlite')('ends a restore, which says so and leaves the place empty', async () => {
    const file = path.join(folder, 'backup');
    expect((await runCommand('backup', [file], { ...source.settings, ...keys })).code).toBe(0);
    const place = await emptyPlace(engine);
    const full = await runCommand('restore', [file], { ...place.settings, ...keys }, 256 * 1024);
    expect(full).toEqual({ code: 1, output: expect.stringContaining('Nothing was restored') });
    expect(readdirSync(place.dataFolder)).toEqual([]);
  });
});
