import { inOrderSaid, lastSaid } from './answers.ts';
import { canonicalText } from './canonical-text.ts';
import { latestOf } from './case-events.ts';
import type { Instant } from './dates.ts';
import type { Indexed, IndexMaterial } from './index-row.ts';
import type { Kind } from './submission.ts';

/** What nobody has said or found yet of a child for whom somebody speaks, or who wants somebody to speak for them. */

/**
 * Somebody speaks for a child, and nobody has said whether the child agrees. A "no" is an answer: what follows from it
 * is for staff to judge. Whatever was said or recorded last counts: who agreed may take it back, and be asked again.
 */
export function isConsentOutstanding(kind: Kind, { events, versions }: IndexMaterial): boolean {
  if (kind !== 'complaint') return false;
  const voice = lastSaid(versions, 'voice');
  const who = lastSaid(versions, 'about')?.who;
  const speaksForChild =
    voice === 'parent-or-carer' ? who === 'child' : voice === 'advocate' || voice === 'someone-else';
  if (!speaksForChild || who === 'me') return false;
  const recorded = latestOf(events, 'consent-recorded');
  if (recorded && !isSaidAfter(versions, 'agreement', recorded.at)) return false;
  const agrees = lastSaid(versions, 'agreement')?.agrees;
  return agrees === undefined || agrees === 'not-asked';
}

/** An advocate is wanted who has not accepted since it was said or recorded last that one is. */
export function isAdvocateOutstanding({ events, versions }: IndexMaterial): boolean {
  const accepted = events.findLastIndex(({ type }) => type === 'advocate-accepted');
  if (events.findLastIndex(({ type }) => type === 'advocate-requested') > accepted) return true;
  const since = events[accepted]?.at;
  return lastSaid(versions, 'advocate') === 'yes' && (!since || isSaidAfter(versions, 'advocate', since));
}

/** Whether an answer was given after an instant. One that only came along again, with all that was said before, was not. */
function isSaidAfter(versions: readonly Indexed[], name: 'agreement' | 'advocate', at: Instant): boolean {
  let before: string | undefined;
  return inOrderSaid(versions).some(({ [name]: value, addition, receivedAt = '' }) => {
    if (value === undefined) return false;
    const said = canonicalText(value);
    const isNew = addition !== undefined || said !== before;
    before = said;
    return isNew && receivedAt > at;
  });
}
