import { adopt } from '../device/sent.ts';
import { type Status, StatusHere } from '../domain/api.ts';
import type { FollowKey } from '../domain/keys.ts';
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

function ask(followKey: FollowKey, now: () => number): Promise<Status | Exclude<Followed, { outcome: 'followed' }>> {
  return fetchPatiently('/api/status', {
    headers: { Authorization: `Bearer ${followKey}` },
    read: async (response) => {
      if (response.ok) return StatusHere.parse(await response.json());
      const code = await readCode(response);
      if (code === 'unknown-key') return { outcome: 'unknown' };
      if (code === 'access-ended') return { outcome: 'ended' };
      const after = readRetryAfter(response.headers.get('Retry-After'), now());
      return { outcome: response.status === 429 || response.status >= 500 ? 'busy' : 'unreachable', after };
    },
  });
}
