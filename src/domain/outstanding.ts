import { lastSaid } from './answers.ts';
import { firstOf } from './case-events.ts';
import type { IndexMaterial } from './index-row.ts';
import type { Kind } from './submission.ts';

/** What nobody has said or found yet of a child for whom somebody speaks, or who wants somebody to speak for them. */

/**
 * Somebody speaks for a child, and nobody has said whether the child agrees. A "no" is an answer: what follows from it
 * is for staff to judge.
 */
export function isConsentOutstanding(kind: Kind, { events, versions }: IndexMaterial): boolean {
  if (kind !== 'complaint' || firstOf(events, 'consent-recorded')) return false;
  const voice = lastSaid(versions, 'voice');
  const who = lastSaid(versions, 'about')?.who;
  const speaksForChild =
    voice === 'parent-or-carer' ? who === 'child' : voice === 'advocate' || voice === 'someone-else';
  if (!speaksForChild || who === 'me') return false;
  const agrees = lastSaid(versions, 'agreement')?.agrees;
  return agrees === undefined || agrees === 'not-asked';
}

export function isAdvocateOutstanding({ events, versions }: IndexMaterial): boolean {
  const isWanted = lastSaid(versions, 'advocate') === 'yes' || firstOf(events, 'advocate-requested') !== undefined;
  return isWanted && !firstOf(events, 'advocate-accepted');
}
