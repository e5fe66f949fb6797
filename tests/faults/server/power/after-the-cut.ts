import path from 'node:path';
import type { Chance } from '../../../../src/server/demo/chance.ts';
import { Bytes } from './files.ts';
import type { Operation } from './trace.ts';

/** What of the operations that were not synchronised is on the disk when the power comes back. */
export type Rest = 'nothing' | 'some';

interface OnDisk {
  /** What was synchronised. */
  safe: Bytes;
  /** What was asked since, in order. */
  since: Operation[];
  /** Whether its name is on the disk, which it is with the first synchronisation. */
  isNamed: boolean;
  /** Deleted, and the folder not synchronised. */
  isDeleted: boolean;
}

const sector = 512;

/** A disk that has been told the operations so far, and of which only what was synchronised is sure. */
export function newDisk() {
  const files = new Map<string, OnDisk>();
  const at = (file: string) => {
    const found = files.get(file);
    if (!found) throw new Error(`${path.basename(file)} was used before it was made.`);
    return found;
  };
  return {
    take(operation: Operation): void {
      const { op, file } = operation;
      if (op === 'create') files.set(file, { safe: new Bytes(), since: [], isNamed: false, isDeleted: false });
      else if (op === 'delete for good') files.delete(file);
      else if (op === 'delete') at(file).isDeleted = true;
      else if (op === 'sync') sync(file, at(file), files);
      else at(file).since.push(operation);
    },
    /** The files by their names, as somebody finds them after the power was cut now. */
    cut(rest: Rest, chance: Chance): Map<string, Bytes> {
      const found = new Map<string, Bytes>();
      for (const [file, each] of files) {
        const isUnsure = !each.isNamed || each.isDeleted;
        const isThere = isUnsure ? rest === 'some' && chance.below(2) === 0 : true;
        if (isThere) found.set(path.basename(file), rest === 'some' ? withSome(each, chance) : each.safe.copy());
      }
      return found;
    },
  };
}

// With the first synchronisation of a journal SQLite's layer for Unix synchronises the folder that it lies in.
const isJournal = /-(journal|wal)$/;

function sync(file: string, found: OnDisk, files: Map<string, OnDisk>): void {
  for (const each of found.since) write(found.safe, each);
  if (!found.isNamed && isJournal.test(file)) syncFolder(files);
  Object.assign(found, { since: [], isNamed: true });
}

function syncFolder(files: Map<string, OnDisk>): void {
  for (const [file, each] of files) {
    if (each.isDeleted) files.delete(file);
    else each.isNamed = true;
  }
}

/** A disk writes in an order of its own: of what was not synchronised each write may be there, or a part of it, or nothing. */
function withSome({ safe, since }: OnDisk, chance: Chance): Bytes {
  const bytes = safe.copy();
  // All of it, nearly all, or some: what came last is the most likely to be missing.
  const share = chance.pick([1, 8, 8, 64]);
  for (const each of since) {
    if (share > 1 ? chance.below(share) === 0 : chance.below(2) === 0) continue;
    if (each.op === 'write' && chance.below(8) === 0) writeTorn(bytes, each, chance);
    else write(bytes, each);
  }
  return bytes;
}

function write(bytes: Bytes, operation: Operation): void {
  if (operation.op === 'write') bytes.write(operation.at, operation.bytes);
  if (operation.op === 'truncate') bytes.truncate(operation.size);
}

/** Some sectors of it are written and the others not. What stands beside it is never spoiled. */
function writeTorn(into: Bytes, { at, bytes }: Extract<Operation, { op: 'write' }>, chance: Chance): void {
  for (let from = 0; from < bytes.length; ) {
    const length = Math.min(sector - ((at + from) % sector), bytes.length - from);
    if (chance.below(2) === 0) into.write(at + from, bytes.subarray(from, from + length));
    from += length;
  }
}
