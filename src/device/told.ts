import * as z from 'zod/mini';
import { StatusHere } from '../domain/api.ts';
import { IsoDate } from '../domain/dates.ts';
import { StepsKnownHere } from '../domain/steps.ts';
import { SubmissionId } from '../domain/submission.ts';
import { withDb } from './db.ts';
import type { Stored } from './hidden.ts';
import { whenClosed } from './lock.ts';
import { toldShelf } from './shelf.ts';

/**
 * What the council has told of one thing that was sent: its steps and dates, and its letters. It lies here as a draft
 * does, hidden, and behind pictures sealed to them.
 */
export const Told = z.object({
  id: SubmissionId,
  revision: z.int(),
  /** The council's last answer to "what is happening?". */
  status: z.optional(StatusHere),
  /** What this phone's own clock said, as a date in England, when that answer came. */
  askedOn: z.optional(IsoDate),
  /** The steps that came with its receipt. */
  timeline: z.optional(StepsKnownHere),
});
export type Told = z.infer<typeof Told>;

// What this very page was told, by id: behind a lock it can write what it was told, and not read it again.
const here = new Map<string, Told>();
whenClosed(() => here.clear());

/** Everything that may be read now, by the id of what it is about. */
export async function listTold(): Promise<ReadonlyMap<string, Told>> {
  const stored = await withDb((db) => db.getAll('told'));
  const told = (await Promise.all(stored.map(read))).flatMap((each) => each ?? []);
  return new Map(told.map((each) => [each.id, each]));
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
