import { changeLock, keepOpen, readLock } from './lock.ts';

// Loaded where there is a lock, and by whatever needs it first.
const sealing = () => import('./lock-seal.ts');

/** How many tries may go wrong before the next one has to wait. */
const free = 3;
const firstWait = 5_000;
const longestWait = 300_000;

/** What came of a try. `after`: no other before so many milliseconds have passed. */
export type Opening = { outcome: 'opened' } | { outcome: 'wrong' | 'too-soon'; after: number } | { outcome: 'no-lock' };

/**
 * Tries to open the lock for this page. A try is counted, on the disk, before it is made: whoever closes the page in
 * the middle of it has had it. Waits grow and nothing is ever deleted.
 */
export async function openLock(pictures: readonly number[], now = Date.now): Promise<Opening> {
  const opening = await tryPictures(pictures, now);
  if (!('secret' in opening)) return opening;
  const { keyFrom } = await sealing();
  keepOpen(opening.id, await keyFrom(opening.secret));
  return { outcome: 'opened' };
}

/** Takes other pictures for the same lock; what is sealed stays as it is. The old ones are tried as in `openLock`. */
export async function changePictures(
  old: readonly number[],
  next: readonly number[],
  now = Date.now,
): Promise<Opening> {
  const opening = await tryPictures(old, now);
  if (!('secret' in opening)) return opening;
  const { wrapped } = await sealing();
  const jwe = await wrapped(opening.secret, next);
  const changed = await changeLock(opening.id, (lock) => ({ ...lock, wrapped: jwe }));
  return { outcome: changed ? 'opened' : 'no-lock' };
}

async function tryPictures(
  pictures: readonly number[],
  now: () => number,
): Promise<Exclude<Opening, { outcome: 'opened' }> | { id: string; secret: string }> {
  const lock = await readLock();
  if (!lock) return { outcome: 'no-lock' };
  let early = 0;
  const counted = await changeLock(lock.id, (here) => {
    early = tooEarly(here.notBefore, now());
    if (early > 0) return here;
    const wrong = here.wrong + 1;
    return { ...here, wrong, notBefore: now() + waitAfter(wrong) };
  });
  if (!counted) return { outcome: 'no-lock' };
  if (early > 0) return { outcome: 'too-soon', after: early };
  const { unwrapped } = await sealing();
  const secret = await unwrapped(counted, pictures);
  if (secret === undefined) return { outcome: 'wrong', after: waitAfter(counted.wrong) };
  await changeLock(counted.id, (here) => ({ ...here, wrong: 0, notBefore: 0 }));
  return { id: counted.id, secret };
}

function waitAfter(wrong: number): number {
  return wrong < free ? 0 : Math.min(longestWait, firstWait * 2 ** (wrong - free));
}

// A moment further away than anybody waits was written under another clock, which has since been set back.
function tooEarly(notBefore: number, now: number): number {
  const left = notBefore - now;
  return left > longestWait ? 0 : left;
}
