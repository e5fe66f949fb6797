import * as z from 'zod/mini';
import { ReceiptHere, type Status, StatusHere } from '../domain/api.ts';
import { Instant } from '../domain/dates.ts';
import { FollowKey } from '../domain/keys.ts';
import { Kind, SubmissionId } from '../domain/submission.ts';
import { announceChange } from './changes.ts';
import { strict, withDb } from './db.ts';

/** What this device knows of something that was sent: never the words, only how it goes. */
export const Sent = z.object({
  id: SubmissionId,
  followKey: FollowKey,
  kind: Kind,
  queuedAt: Instant,
  /** Only once the council has it. */
  receipt: z.optional(ReceiptHere),
  /** The council's last answer to "what is happening?". */
  status: z.optional(StatusHere),
});
export type Sent = z.infer<typeof Sent>;

/** Everything sent from this device, the newest first. */
export async function listSent(): Promise<Sent[]> {
  const stored = await withDb((db) => db.getAll('sent'));
  const sent = stored.flatMap((each) => Sent.safeParse(each).data ?? []);
  return sent.sort((a, b) => b.queuedAt.localeCompare(a.queuedAt));
}

/** Keeps the council's last answer, for when there is no network. */
export async function keepStatus(id: string, status: Status): Promise<void> {
  await withDb(async (db) => {
    const trx = db.transaction('sent', 'readwrite', strict);
    const sent = await trx.store.get(id);
    await Promise.all([sent && trx.store.put({ ...sent, status }), trx.done]);
  });
  announceChange('sent');
}
