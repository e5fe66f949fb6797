import { strict, withDb } from './db.ts';
import {
  type Hidden,
  hasLainOpen,
  hide,
  isHidden,
  keyNameOf,
  lockOf,
  reveal,
  type Saved,
  type Stored,
} from './hidden.ts';
import { type HidingKeys, keysIn } from './hiding-keys.ts';
import { isSealed, keyOf, type Lock, only } from './lock.ts';

/** `changed`: another tab saved it since it was read. `unwanted`: what it belongs to is gone. Nothing was written then. */
export type Saving = 'saved' | 'changed' | 'unwanted';

interface ShelfParts {
  store: 'drafts' | 'told';
  keys: HidingKeys;
  durability: IDBTransactionOptions;
  /** Nothing is kept for which there is no row in this store of the id with which its own begins. */
  besides?: 'sent';
}

/** What a row belongs to: a second one of the same has an id with a word behind it. */
export function ofWhat(id: string): string {
  return id.replace(/ .*/, '');
}

/** What a thing is saved under: a lock, if there is one, and the name of its key, if it has one already. */
interface Seen {
  lock: Lock | undefined;
  key: string | undefined;
}

/** A store in which nothing lies in the open, as far as the browser can hide it: each thing under a key of its own. */
function createShelf(parts: ShelfParts) {
  const { store, keys } = parts;
  let last: (Seen & { id: string }) | undefined;

  /**
   * Saves what was read at the revision before. Where there is a lock it is sealed to that first, which needs nobody's
   * pictures, then hidden under its key.
   *
   * @param layOpen it stood on this phone in another place, where it could be read
   */
  async function save(next: Saved, layOpen = false): Promise<Saving> {
    let found: Seen = { lock: last?.lock, key: last?.id === next.id ? last.key : undefined };
    for (;;) {
      const { outcome, ...seen } = await saveUnder(next, found, layOpen);
      last = { ...seen, id: next.id };
      if (outcome !== 'again') return outcome;
      // Another tab has set a lock or taken it off, or ended it and begun it anew, since this one looked.
      found = seen;
    }
  }

  async function saveUnder(
    next: Saved,
    { lock, key }: Seen,
    layOpen: boolean,
  ): Promise<Seen & { outcome: Saving | 'again' }> {
    const locked = lock ? await (await import('./lock-seal.ts')).sealed(next, lock) : next;
    const known = key && (await keys.find(key));
    if (known) return put(parts, await hide(locked, known), { lock, key }, layOpen);
    return keys.withNew(async () => {
      const made = await keys.make();
      // A browser without files of its own keeps it as it is, and what was sent is then not said to be unreadable.
      const kept = made ? await hide(locked, made) : locked;
      const seen = await put(parts, kept, { lock, key }, layOpen);
      return seen.outcome === 'saved' ? { ...seen, key: made?.name } : seen;
    });
  }

  /** What lies there, opened; nothing for what is locked, or what lost its key. */
  async function read(stored: Saved): Promise<Saved | undefined> {
    const lock = lockOf(stored);
    if (lock && !keyOf(lock)) return undefined;
    const revealed = await reveal(stored, keys);
    if (!revealed || !isSealed(revealed)) return revealed;
    const key = keyOf(revealed.lock);
    return key && (await import('./lock-seal.ts')).unsealed(revealed, key);
  }

  /**
   * Removes the keys of what is not there any more. Whatever the browser's files still hold of it can be read by nobody
   * from then on. What cannot be removed now is at the next time.
   */
  async function forgetOld(): Promise<void> {
    const used = async () => {
      const stored = await withDb((db) => db.getAll(store));
      return new Set(stored.flatMap((each) => keyNameOf(each) ?? []));
    };
    await keys.removeUnused(used).catch(() => undefined);
  }

  /** Once its database is gone. */
  async function forgetAll(): Promise<void> {
    await keys.removeUnused(async () => new Set()).catch(() => undefined);
  }

  /**
   * The same with what it says turned into something else, under a new key: what the browser's files still hold of
   * before is read by nobody once `forgetOld` has been here. To be put away within `withNewKeys`. As it is, if its key is gone.
   */
  async function turned(stored: Stored, turn: (open: Saved) => Promise<Saved>): Promise<Stored> {
    const open = await reveal(stored, keys);
    if (!open) return stored;
    const after = await turn(open);
    const key = (await keys.make()) ?? (isHidden(stored) ? await keys.find(stored.key) : undefined);
    if (!key) return after;
    const hidden = await hide(after, key);
    return hasLainOpen(stored) ? markOpen(hidden) : hidden;
  }

  return { save, read, turned, withNewKeys: keys.withNew, forgetOld, forgetAll };
}

/** Writes it only under what it was made for, and gives what is there: plain words never follow a lock. */
function put(
  { store, durability, besides }: ShelfParts,
  kept: Saved,
  made: Seen,
  layOpen: boolean,
): Promise<Seen & { outcome: Saving | 'again' }> {
  return withDb(async (db) => {
    const trx = db.transaction(besides ? [store, 'lock', besides] : [store, 'lock'], 'readwrite', durability);
    const rows = trx.objectStore(store);
    const [stored, lock, wanted] = await Promise.all([
      rows.get(kept.id),
      trx.objectStore('lock').get(only),
      besides ? trx.objectStore(besides).count(ofWhat(kept.id)) : 1,
    ]);
    const seen = { lock, key: stored && keyNameOf(stored) };
    const outcome = wanted ? judged(kept, stored, isSame(seen, made)) : 'unwanted';
    if (outcome !== 'saved') {
      trx.abort();
      await trx.done.catch(() => undefined);
      return { ...seen, outcome };
    }
    // Together, so that a full disk is one failure that somebody hears of, and not a second one that nobody does.
    await Promise.all([rows.put(layOpen || laidOpen(stored) ? markOpen(kept) : kept), trx.done]);
    return { ...seen, outcome };
  });
}

function judged(next: Saved, stored: Stored | undefined, isAsMade: boolean): Saving | 'again' {
  if ((stored?.revision ?? 0) !== next.revision - 1) return 'changed';
  return isAsMade ? 'saved' : 'again';
}

function isSame(seen: Seen, made: Seen): boolean {
  return seen.lock?.id === made.lock?.id && seen.key === made.key;
}

function laidOpen(stored: Stored | undefined): boolean {
  return stored !== undefined && hasLainOpen(stored);
}

function markOpen(kept: Saved): Saved {
  if (!isHidden(kept)) return kept;
  const marked: Hidden = { ...kept, layOpen: true };
  return marked;
}

/**
 * What was begun. It is with the operating system once it is saved, which a killed browser does not undo; waiting for
 * the disk at every letter would leave more unsaved when a page is left in the middle of a word, and a battery drained.
 */
export const draftShelf = createShelf({
  store: 'drafts',
  keys: keysIn('draft-keys'),
  durability: { durability: 'relaxed' },
});

/** What the council has told of what was sent: steps and dates, letters. And whom a helper told it for. */
export const toldShelf = createShelf({
  store: 'told',
  keys: keysIn('told-keys'),
  durability: strict,
  besides: 'sent',
});

/** Removes the keys of all that is gone from here: also what a battery that died right after it has left. */
export async function forgetOldKeys(): Promise<void> {
  await draftShelf.forgetOld();
  await toldShelf.forgetOld();
}
