import * as z from 'zod/mini';
import type { Answers } from './answers.ts';
import { announceChange } from './changes.ts';
import { strict, withDb } from './db.ts';

/** A helper's own details, given once for several children. */
const HelperHere = z.object({ helperName: z.string(), helperOrganisation: z.string(), helperContact: z.string() });
export type HelperHere = z.infer<typeof HelperHere>;

const me = 'me';

export async function readHelper(): Promise<HelperHere | undefined> {
  const stored = await withDb((db) => db.get('helper', me));
  return HelperHere.safeParse(stored).data;
}

/** Keeps them until everything on this phone is forgotten. */
export async function keepHelper({ helperName, helperOrganisation, helperContact }: Answers): Promise<void> {
  const helper = {
    helperName: helperName ?? '',
    helperOrganisation: helperOrganisation ?? '',
    helperContact: helperContact ?? '',
  };
  await withDb(async (db) => {
    const trx = db.transaction('helper', 'readwrite', strict);
    await Promise.all([trx.store.put(helper, me), trx.done]);
  });
  announceChange('helper');
}
