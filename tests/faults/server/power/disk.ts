import { openSync, writeSync } from 'node:fs';
import sqlite3Init, { type Sqlite3Result, type Sqlite3Static, type WasmPointer } from '@sqlite.org/sqlite-wasm';
import { Bytes } from './files.ts';
import { encode, type Operation } from './trace.ts';

/** SQLite of the same version as Node's own, whose files lie in memory and which writes down what it asks of them. */
export async function sqliteOnTracedDisk(traceFile: string): Promise<Sqlite3Static> {
  const sqlite3 = await sqlite3Init();
  const trace = openSync(traceFile, 'a', 0o600);
  const disk = new Map<string, Bytes>();
  const note = (operation: Operation) => {
    const bytes = encode(operation);
    for (let done = 0; done < bytes.length; ) done += writeSync(trace, bytes, done);
  };
  install(sqlite3, disk, note);
  return sqlite3;
}

export const diskName = 'traced';

// What the layer for Unix says of a disk: sectors, and that a write which is cut off spoils nothing beside itself.
const sectorSize = 4_096;
const isPowersafeOverwrite = 0x1000;

function install({ capi, wasm, vfs }: Sqlite3Static, disk: Map<string, Bytes>, note: (operation: Operation) => void) {
  const opened = new Map<WasmPointer, { name: string; bytes: Bytes }>();
  /** The index of a write-ahead log, which processes share in memory; no disk has it. */
  const shared = new Map<string, WasmPointer[]>();
  const io = new capi.sqlite3_io_methods();
  Object.assign(io, { $iVersion: 2 });
  const own = new capi.sqlite3_vfs();
  const given = new capi.sqlite3_vfs(wasm.exports.sqlite3_vfs_find(0));
  const { sizeof } = (capi.sqlite3_file as unknown as { structInfo: { sizeof: number } }).structInfo;
  Object.assign(own, { $iVersion: 2, $szOsFile: sizeof, $mxPathname: 1_024 });
  const taken = ['$xRandomness', '$xSleep', '$xCurrentTime', '$xCurrentTimeInt64'] as const;
  for (const name of taken) Object.assign(own, { [name]: (given as unknown as Record<string, unknown>)[name] });

  const file = (pointer: WasmPointer) => {
    const found = opened.get(pointer);
    if (!found) throw new Error('A file was used that is not open.');
    return found;
  };
  const unlink = (name: string, isForGood: boolean) => {
    if (disk.delete(name)) note({ op: isForGood ? 'delete for good' : 'delete', file: name });
  };
  vfs.installVfs({
    io: {
      struct: io,
      methods: {
        xClose(pointer) {
          opened.delete(pointer);
          return capi.SQLITE_OK;
        },
        xRead(pointer, into, length, at) {
          const found = file(pointer).bytes.read(Number(at), length);
          const heap = wasm.heap8u();
          heap.set(found, into);
          heap.fill(0, into + found.length, into + length);
          return found.length === length ? capi.SQLITE_OK : capi.SQLITE_IOERR_SHORT_READ;
        },
        xWrite(pointer, from, length, at) {
          const { name, bytes } = file(pointer);
          const written = wasm.heap8u().slice(from, from + length);
          bytes.write(Number(at), written);
          note({ op: 'write', file: name, at: Number(at), bytes: written });
          return capi.SQLITE_OK;
        },
        xTruncate(pointer, size) {
          const { name, bytes } = file(pointer);
          bytes.truncate(Number(size));
          note({ op: 'truncate', file: name, size: Number(size) });
          return capi.SQLITE_OK;
        },
        xSync(pointer) {
          note({ op: 'sync', file: file(pointer).name });
          return capi.SQLITE_OK;
        },
        xFileSize(pointer, into) {
          wasm.poke64(into, BigInt(file(pointer).bytes.size));
          return capi.SQLITE_OK;
        },
        xCheckReservedLock(_, into) {
          wasm.poke32(into, 0);
          return capi.SQLITE_OK;
        },
        xFileControl: () => capi.SQLITE_NOTFOUND,
        xSectorSize: () => sectorSize as Sqlite3Result,
        xDeviceCharacteristics: () => isPowersafeOverwrite as Sqlite3Result,
        xShmMap(pointer, page, size, isToBeMade, into) {
          const { name } = file(pointer);
          const pages = shared.get(name) ?? [];
          shared.set(name, pages);
          for (; isToBeMade && pages.length <= page; ) {
            const made = wasm.alloc(size);
            wasm.heap8u().fill(0, made, made + size);
            pages.push(made);
          }
          wasm.pokePtr(into, pages[page] ?? 0);
          return capi.SQLITE_OK;
        },
        xShmUnmap(pointer) {
          const { name } = file(pointer);
          for (const page of shared.get(name) ?? []) wasm.dealloc(page);
          shared.delete(name);
          return capi.SQLITE_OK;
        },
        // One process with one connection: nobody else holds a lock.
        // A function each: one that has two places would have the type of the first.
        xLock: () => capi.SQLITE_OK,
        xUnlock: () => capi.SQLITE_OK,
        xShmLock: () => capi.SQLITE_OK,
        xShmBarrier: () => undefined,
      },
    },
    vfs: {
      struct: own,
      name: diskName,
      asDefault: true,
      methods: {
        xOpen(_, namePointer, pointer, flags, into) {
          const name = (namePointer && wasm.cstrToJs(namePointer)) || `unnamed ${pointer}`;
          const known = disk.get(name);
          if (!known && !(flags & capi.SQLITE_OPEN_CREATE)) return capi.SQLITE_CANTOPEN;
          const bytes = known ?? new Bytes();
          if (!known) note({ op: 'create', file: name });
          disk.set(name, bytes);
          opened.set(pointer, { name, bytes });
          const struct = new capi.sqlite3_file(pointer);
          struct.$pMethods = io.pointer;
          struct.dispose();
          wasm.poke32(into, flags);
          return capi.SQLITE_OK;
        },
        xDelete(_, namePointer, isSynced) {
          unlink(wasm.cstrToJs(namePointer) ?? '', isSynced !== 0);
          return capi.SQLITE_OK;
        },
        xAccess(_, namePointer, __, into) {
          wasm.poke32(into, disk.has(wasm.cstrToJs(namePointer) ?? '') ? 1 : 0);
          return capi.SQLITE_OK;
        },
        xFullPathname(_, name, length, into) {
          return wasm.cstrncpy(into, name, length) < length ? capi.SQLITE_OK : capi.SQLITE_CANTOPEN;
        },
        xGetLastError: () => undefined,
      },
    },
  });
}
