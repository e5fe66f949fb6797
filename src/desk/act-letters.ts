import type { ActionName } from '../domain/case-actions.ts';
import type { CaseDetail } from '../domain/desk-api.ts';
import type { Draft } from './drafts.ts';
import { acknowledgementLetter, passingOnLetter, registerOf } from './standard-letters.ts';
import { type DeskKey, wordsFor } from './words.ts';

/** The letter to start from, for whoever reads it, with what the form says so far. What is missing stands in brackets. */

const letters: Partial<Record<ActionName, DeskKey>> = {
  'set-route': 'actLetter.set-route',
  refuse: 'actLetter.refuse',
  'change-kind': 'actLetter.change-kind',
  'request-advocate': 'actLetter.request-advocate',
  'refer-advocate': 'actLetter.refer-advocate',
  'accept-advocate': 'actLetter.accept-advocate',
  'write-message': 'actLetter.write-message',
  extend: 'actLetter.extend',
  pause: 'actLetter.pause',
  resume: 'actLetter.resume',
  'answer-stage1': 'actLetter.answer-stage1',
  'acknowledge-stage2': 'actLetter.acknowledge-stage2',
  'appoint-stage2': 'actLetter.appoint-stage2',
  'answer-stage2': 'actLetter.answer-stage2',
  'appoint-panel': 'actLetter.appoint-panel',
  'answer-stage3': 'actLetter.answer-stage3',
  withdraw: 'actLetter.withdraw',
  close: 'actLetter.close',
  reopen: 'actLetter.reopen',
};

export function standardLetter(action: ActionName, it: CaseDetail, draft: Draft, phone: string): string {
  if (action === 'acknowledge') return acknowledgementLetter(it, undefined, phone);
  if (action === 'pass-on') return passingOnLetter(it);
  const key = letters[action];
  if (!key) return '';
  const { t, date } = wordsFor(registerOf(it));
  const day = draft.until || draft.comeAgainOn;
  return t(key, {
    date: day ? date(day) : t('actLetter.missing.date'),
    name: draft.name || draft.service || draft.investigatingOfficer || t('actLetter.missing.name'),
    people: [0, 1, 2].map((index) => draft[`people.${index}`] || t('actLetter.missing.name')).join(', '),
    phone,
  });
}
