import * as z from 'zod/mini';
import { Route } from '../domain/routes.ts';

/**
 * What an officer has chosen and written and not sent yet. It lives as long as the tab: long enough to survive a
 * reload and signing in again, and gone with the tab, because a desk is shared.
 */
const Draft = z.object({
  /** Missing while the standard letter stands as it is. */
  message: z.optional(z.string()),
  route: z.optional(Route),
  /** The two notes of an officer who has seen that somebody may not be safe. */
  concern: z.optional(z.string()),
  action: z.optional(z.string()),
});
export type Draft = z.infer<typeof Draft>;

export const actions = ['acknowledge', 'pass-on', 'accept-safety'] as const;
export type Action = (typeof actions)[number];

/** Whose, of which case, for what. */
export interface DraftPlace {
  owner: string;
  caseId: string;
  action: Action;
}

const start = 'heard.desk.draft ';

export function readDraft(place: DraftPlace): Draft {
  try {
    const parsed = Draft.safeParse(JSON.parse(sessionStorage.getItem(nameOf(place)) ?? '{}'));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}

export function writeDraft(place: DraftPlace, draft: Draft): void {
  try {
    sessionStorage.setItem(nameOf(place), JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing: the page still holds what was written.
  }
}

export function dropDraft(place: DraftPlace): void {
  sessionStorage.removeItem(nameOf(place));
}

/** True when this officer has written something that was not sent. */
export function hasUnsentWords(owner: string): boolean {
  return draftNames(owner).some((name) => /"(message|concern|action)":/.test(sessionStorage.getItem(name) ?? ''));
}

export function dropAllDrafts(owner: string): void {
  for (const name of draftNames(owner)) sessionStorage.removeItem(name);
}

function nameOf({ owner, caseId, action }: DraftPlace): string {
  return `${start}${owner} ${caseId} ${action}`;
}

function draftNames(owner: string): string[] {
  return Object.keys(sessionStorage).filter((name) => name.startsWith(`${start}${owner} `));
}
