import { type HandedOn, type HandOff, type NoHandOff, parseHandOff } from '../domain/hand-off.ts';
import { SealedHeader } from '../domain/sealing.ts';
import { isCarried } from './carried.ts';
import { sha256 } from './keys.ts';
import { listOutbox, type OutboxItem } from './outbox.ts';

/**
 * All that waits here of one submission, as a file for somebody who delivers it and cannot read it: in its order, so
 * that what was said last still counts. `readable` when anything of it is not sealed: then it is not given away.
 * Undefined when nothing of it waits any more.
 *
 * @param to the address of this installation
 * @param note for whoever opens the file itself
 */
export async function handOffOf(id: string, to: string, note: string): Promise<HandOff | 'readable' | undefined> {
  const waiting = (await listOutbox()).filter((item) => item.id === id && !isCarried(item));
  if (waiting.length === 0) return undefined;
  const items = waiting.map(handedOn);
  if (!items.every((item) => item !== undefined)) return 'readable';
  return { heard: 'hand-off', version: 1, note, to, id, items };
}

function handedOn({ id, form, body, digest }: OutboxItem): HandedOn | undefined {
  const deposit = form === 'sealed' ? sealedFor(id, body) : undefined;
  return deposit === undefined ? undefined : { deposit, digest, body };
}

/** Reads a file that somebody gave, down to whether each part of it is what it was when it left their phone. */
export async function readHandOff(text: string, origin: string): Promise<HandOff | NoHandOff> {
  const read = parseHandOff(text, origin);
  if ('reason' in read) return read;
  const areWhole = await Promise.all(
    read.items.map(
      async ({ deposit, digest, body }) => sealedFor(read.id, body) === deposit && (await sha256(body)) === digest,
    ),
  );
  return areWhole.every(Boolean) ? read : { reason: 'damaged' };
}

/** The hash of the follow key with which it may be delivered; undefined when it is not sealed as this submission. */
function sealedFor(id: string, body: string): string | undefined {
  try {
    const [header = ''] = body.split('.');
    const json: unknown = JSON.parse(atob(header.replaceAll('-', '+').replaceAll('_', '/')));
    const { data } = SealedHeader.safeParse(json);
    return data?.id === id ? data.deposit : undefined;
  } catch {
    return undefined;
  }
}
