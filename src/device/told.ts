import * as z from 'zod/mini';
import { StatusHere } from '../domain/api.ts';
import { IsoDate } from '../domain/dates.ts';
import { StepsKnownHere } from '../domain/steps.ts';
import { withDb } from './db.ts';
import type { Stored } from './hidden.ts';
import { whenClosed } from './lock.ts';
import { ofWhat, toldShelf } from './shelf.ts';

/**
 * What the council has told of one thing that was sent: its steps and dates, and its letters. It lies here as a draft
 * does, hidden, and behind pictures sealed to them. Whom it is about lies beside it, under an id of its own: behind
 * closed pictures the next answer takes the place of the last, and would take that along.
 */
export const Told = z.object({
  id: z.string(),
  revision: z.int(),
  /** The council's last answer to "what is happening?". */
  status: z.optional(StatusHere),
  /** What this phone's own clock said, as a date in England, when that answer came. */
  askedOn: z.optional(IsoDate),
  /** The steps that came with its receipt. */
  timeline: z.optional(StepsKnownHere),
  /** Whom it is about, as a helper calls them. Kept here alone, to tell one child from the next. */
  label: z.optional(z.string()),
});
export type Told = z.infer<typeof Told>;

// What this very page was told, by id: behind a lock it can write what it was told, and not read it again.
const here = new Map<string, Told>();
whenClosed(() => here.clear());

const labelIdOf = (id: string) => `${id} label`;

/** Both rows of one thing that was sent. */
export const rowsOf = (id: string): IDBKeyRange => IDBKeyRange.bound(id, labelIdOf(id));

/** Everything that may be read now, by the id of what it is about. */
export async function listTold(): Promise<ReadonlyMap<string, Partial<Told>>> {
  const stored = await withDb((db) => db.getAll('told'));
  const told = (await Promise.all(stored.map(read))).flatMap((each) => each ?? []);
  const byId = new Map<string, Partial<Told>>();
  for (const each of told) byId.set(ofWhat(each.id), { ...byId.get(ofWhat(each.id)), ...each });
  return byId;
}

/** Keeps whom it is about, once what it is about stands among what was sent. */
export function keepLabel(id: string, label: string): Promise<void> {
  return keepTold(labelIdOf(id), { label });
}

/** Keeps what was told, as long as what it is about is still followed from here. */
export async function keepTold(id: string, heard: Partial<Omit<Told, 'id' | 'revision'>>): Promise<void> {
  for (;;) {
    const stored = await withDb((db) => db.get('told', id));
    const before = stored && (await read(stored));
    // First steps say less than what lies here and cannot be read now. The next answer brings both.
    if (stored && !before && !heard.status) return;
    const next = { ...before, ...heard, id, revision: (stored?.revision ?? 0) + 1 };
    const saving = await toldShelf.save(next);
    if (saving === 'changed') continue;
    if (saving === 'saved') here.set(id, next);
    return;
  }
}

async function read(stored: Stored): Promise<Told | undefined> {
  return Told.safeParse(await toldShelf.read(stored)).data ?? here.get(stored.id);
}
