import { adopt, keepPicturesKnown } from '../device/sent.ts';
import { type Status, StatusHere } from '../domain/api.ts';
import type { FollowKey } from '../domain/keys.ts';
import { DeviceKey, type PictureKey } from '../domain/picture-key.ts';
import { readRetryAfter } from './back-off.ts';
import { fetchPatiently } from './fetch-patiently.ts';
import { readCode } from './read-code.ts';

/** What came of looking from this device with a key. */
export type Followed =
  | { outcome: 'followed'; id: string }
  /** `ended`: somebody has taken this way in away. `not-kept`: the council answered, and this phone cannot keep it. */
  | { outcome: 'unknown' | 'ended' | 'not-kept' }
  /** To be tried again: there was no answer of ours, or the server asked to wait, for `after` milliseconds. */
  | { outcome: 'unreachable' | 'busy'; after?: number | undefined };

type NoWay = Exclude<Followed, { outcome: 'followed' }>;

/** Asks the council what a key shows, and follows it from this device from then on. Never throws. */
export async function followWith(followKey: FollowKey, now: () => number = Date.now): Promise<Followed> {
  const answer = await ask(followKey, now).catch(() => ({ outcome: 'unreachable' }) as const);
  if ('outcome' in answer) return answer;
  try {
    await adopt(followKey, answer);
    return { outcome: 'followed', id: answer.id };
  } catch {
    return { outcome: 'not-kept' };
  }
}

/** Asks for a key of this device's own for a picture key, and follows with it. Never throws. */
export async function followByPictures(pictures: PictureKey, now: () => number = Date.now): Promise<Followed> {
  const answer = await exchange(pictures, now).catch(() => ({ outcome: 'unreachable' }) as const);
  if ('outcome' in answer) return answer;
  const followed = await followWith(answer.followKey, now);
  // They were right, so this phone may show them again. Where it cannot, the way back is kept all the same.
  if (followed.outcome === 'followed') await keepPicturesKnown(followed.id, pictures).catch(() => undefined);
  return followed;
}

function exchange(pictures: PictureKey, now: () => number): Promise<DeviceKey | NoWay> {
  return fetchPatiently('/api/follow', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ pictures }),
    read: async (response) => (response.ok ? DeviceKey.parse(await response.json()) : readNo(response, now)),
  });
}

async function readNo(response: Response, now: () => number): Promise<NoWay> {
  const code = await readCode(response);
  if (code === 'unknown-key' || code === 'unknown-pictures') return { outcome: 'unknown' };
  if (code === 'access-ended') return { outcome: 'ended' };
  const after = readRetryAfter(response.headers.get('Retry-After'), now());
  return { outcome: response.status === 429 || response.status >= 500 ? 'busy' : 'unreachable', after };
}

function ask(followKey: FollowKey, now: () => number): Promise<Status | NoWay> {
  return fetchPatiently('/api/status', {
    headers: { Authorization: `Bearer ${followKey}` },
    read: async (response) => (response.ok ? StatusHere.parse(await response.json()) : readNo(response, now)),
  });
}
