import type { CaseList, ListedCase } from '../domain/desk-list.ts';

/**
 * How many cases of a later list are new or not as they are shown, or not there any more. What the officer has opened
 * themselves since is no news to them.
 */
export function newsIn(shown: CaseList, later: CaseList): number {
  const known = new Map(shown.cases.map((each) => [each.id, each]));
  const changed = later.cases.filter((each) => !isSame(known.get(each.id), each));
  // What is missing from a part of the list may stand further down.
  const still = new Set(later.cases.map(({ id }) => id));
  const gone = later.next === null ? shown.cases.filter(({ id }) => !still.has(id)) : [];
  return changed.length + gone.length;
}

function isSame(shown: ListedCase | undefined, later: ListedCase): boolean {
  if (!shown) return false;
  const isReadSince = shown.unread && !later.unread;
  return JSON.stringify(shown) === JSON.stringify(isReadSince ? { ...later, unread: true } : later);
}
