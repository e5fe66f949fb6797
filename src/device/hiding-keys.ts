/**
 * Keys under which things lie hidden on this phone, each in a file of its own. A database keeps what was overwritten and
 * deleted in its logs for long (measured in docs/decisions/0032); a file that is removed is gone from the profile. So what
 * was begun and then sent or deleted can be read by nobody once its key has been removed here.
 */
export interface HidingKey {
  name: string;
  key: CryptoKey;
}

export interface HidingKeys {
  /** A new key, in its file. Nothing where this browser has no files of its own for a page, or none that it may write. */
  make: () => Promise<HidingKey | undefined>;
  find: (name: string) => Promise<HidingKey | undefined>;
  /** Does what needs a key that nothing uses yet; until it is done no key is removed. */
  withNew: <Done>(work: () => Promise<Done>) => Promise<Done>;
  /** Removes every key but those that are in use, as `used` finds it once nobody is making any. */
  removeUnused: (used: () => Promise<ReadonlySet<string>>) => Promise<void>;
}

/** The keys that lie in a folder of this name. */
export function keysIn(folderName: string): HidingKeys {
  // Held while a key is made and first used, and, alone, while those that nothing uses any more are removed.
  const lock = `heard-${folderName}`;
  const known = new Map<string, CryptoKey>();

  const folder = async (create: boolean) =>
    (await navigator.storage.getDirectory()).getDirectoryHandle(folderName, { create });

  async function remember(name: string, bytes: BufferSource): Promise<HidingKey> {
    const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
    known.set(name, key);
    return { name, key };
  }

  return {
    async make() {
      try {
        const name = crypto.randomUUID();
        const bytes = crypto.getRandomValues(new Uint8Array(32));
        const file = await (await folder(true)).getFileHandle(name, { create: true });
        const writing = await file.createWritable();
        await writing.write(bytes);
        await writing.close();
        return await remember(name, bytes);
      } catch {
        return undefined;
      }
    },
    async find(name) {
      const key = known.get(name);
      if (key) return { name, key };
      try {
        const file = await (await (await folder(false)).getFileHandle(name)).getFile();
        return await remember(name, await file.arrayBuffer());
      } catch {
        return undefined;
      }
    },
    withNew: (work) => navigator.locks.request(lock, { mode: 'shared' }, work) as ReturnType<typeof work>,
    async removeUnused(used) {
      const there = await folder(false).catch(() => undefined);
      if (!there) return;
      await navigator.locks.request(lock, async () => {
        const kept = await used();
        for await (const name of there.keys()) if (!kept.has(name)) await there.removeEntry(name);
        for (const name of known.keys()) if (!kept.has(name)) known.delete(name);
      });
    },
  };
}
