import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A disk of its own, so small that it can be filled to the last byte. */
export interface SmallDisk {
  folder: string;
  /** Takes all the room that there is. */
  fill: () => void;
  /** Gives it back. */
  clear: () => void;
  remove: () => void;
}

const piece = 65_536;

/** Undefined where nobody may mount one: only an administrator of Linux may. */
export function mountSmallDisk(megabytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'heard-faults-disk-'));
  try {
    const options = `size=${megabytes}m,mode=1777`;
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  const filler = path.join(folder, 'filler');
  return {
    folder,
    fill: () => writeUntilFull(filler),
    clear: () => rmSync(filler, { force: true }),
    remove() {
      // Lazily: whatever has failed above may still have a file open in it.
      execFileSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

function writeUntilFull(file: string): void {
  const open = openSync(file, 'a');
  try {
    // Less and less at once, to the last byte.
    for (let size = piece; size > 0; ) {
      try {
        writeSync(open, Buffer.alloc(size));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        size = Math.floor(size / 2);
      }
    }
  } finally {
    closeSync(open);
  }
}
