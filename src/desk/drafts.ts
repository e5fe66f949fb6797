import * as z from 'zod/mini';
import type { ActionName } from '../domain/case-actions.ts';

/**
 * What an officer has chosen and written and not sent yet, by the name of the field. It lives as long as the tab: long
 * enough to survive a reload and signing in again, and gone with the tab, because a desk is shared. A letter is missing
 * while the standard one stands as it is.
 */
const Draft = z.record(z.string(), z.string());
export type Draft = z.infer<typeof Draft>;

/** Whose, of which case, for what; feedback that is being recorded is of no case yet. */
export interface DraftPlace {
  owner: string;
  caseId: string;
  action: ActionName | 'record';
}

const start = 'heard.desk.draft ';

export function readDraft(place: DraftPlace): Draft {
  return parsed(sessionStorage.getItem(nameOf(place)));
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

/** What was written in it, without what was only chosen. */
export function wordsIn(draft: Draft): string[] {
  return Object.entries(draft).flatMap(([field, text]) => (isChosen(field) || text.trim() === '' ? [] : [text]));
}

/** A draft without one of its fields, or with it. */
export function withField(draft: Draft, field: string, text: string | undefined): Draft {
  const { [field]: _, ...others } = draft;
  return text === undefined ? others : { ...others, [field]: text };
}

/** Where feedback lies while somebody records it. */
export function recordingPlace(owner: string): DraftPlace {
  return { owner, caseId: 'new', action: 'record' };
}

/** True when this officer has written something that was not sent. */
export function hasUnsentWords(owner: string): boolean {
  return draftNames(owner).some((name) => wordsIn(parsed(sessionStorage.getItem(name))).length > 0);
}

/** Everybody's: whoever signs out hands the desk on, and nothing of anybody's stays behind for the next. */
export function dropAllDrafts(): void {
  for (const name of draftNames('')) sessionStorage.removeItem(name);
}

// What is chosen and not written is as quickly chosen again.
const chosen = new Set([
  ...['route', 'kind', 'reasonOf', 'agrees', 'canDecide', 'to', 'outcome', 'category', 'number', 'told'],
  ...['on', 'until', 'comeAgainOn', 'meetsOn'],
  ...['id', 'followKey', 'voice', 'channel', 'receivedOn', 'safe'],
]);

function isChosen(field: string): boolean {
  return chosen.has(field);
}

function parsed(kept: string | null): Draft {
  try {
    const read = Draft.safeParse(JSON.parse(kept ?? '{}'));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}

function nameOf({ owner, caseId, action }: DraftPlace): string {
  return `${start}${owner} ${caseId} ${action}`;
}

function draftNames(owner: string): string[] {
  const first = owner ? `${start}${owner} ` : start;
  return Object.keys(sessionStorage).filter((name) => name.startsWith(first));
}
