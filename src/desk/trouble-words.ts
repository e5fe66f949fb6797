import type { Trouble, TroubleCode } from './api.ts';
import { type DeskKey, deskWords } from './words.ts';

const keys: Partial<Record<TroubleCode, DeskKey>> = {
  'no-network': 'trouble.no-network',
  busy: 'trouble.busy',
  'wrong-credentials': 'trouble.wrong-credentials',
  'too-many-attempts': 'trouble.too-many-attempts',
  'set-up-link-invalid': 'trouble.set-up-link-invalid',
  'wrong-code': 'trouble.wrong-code',
  'code-used': 'trouble.code-used',
  'wrong-password': 'trouble.wrong-password',
  'guessable-password': 'trouble.guessable-password',
  'sign-in-required': 'trouble.sign-in-required',
  'role-needed': 'trouble.role-needed',
  'not-yourself': 'trouble.not-yourself',
  'staff-link-invalid': 'trouble.staff-link-invalid',
  'last-administrator': 'trouble.last-administrator',
  'account-exists': 'trouble.account-exists',
  'second-factor-on': 'trouble.second-factor-on',
  'second-factor-off': 'trouble.second-factor-off',
  'changed-meanwhile': 'trouble.changed-meanwhile',
  'already-done': 'trouble.already-done',
  'not-raised': 'trouble.changed-meanwhile',
  'not-yet': 'trouble.changed-meanwhile',
  'stage-over': 'trouble.changed-meanwhile',
  'case-closed': 'trouble.changed-meanwhile',
  'not-closed': 'trouble.changed-meanwhile',
  'not-on-this-route': 'trouble.changed-meanwhile',
  'route-fixed': 'trouble.changed-meanwhile',
  'case-rests': 'trouble.changed-meanwhile',
  'not-resting': 'trouble.changed-meanwhile',
  'nothing-to-rest': 'trouble.changed-meanwhile',
  'not-for-this-kind': 'trouble.changed-meanwhile',
  'nobody-named': 'trouble.changed-meanwhile',
  'no-open-concern': 'trouble.changed-meanwhile',
  'own-name': 'trouble.own-name',
  'must-not-handle': 'trouble.must-not-handle',
  'second-person-needed': 'trouble.second-person-needed',
  'past-limit': 'trouble.past-limit',
  'date-before-receipt': 'trouble.date-before-receipt',
  'date-in-future': 'trouble.date-in-future',
  'dates-out-of-order': 'trouble.dates-out-of-order',
  'invalid-body': 'trouble.invalid-body',
  'not-found': 'trouble.not-found',
  'invalid-id': 'trouble.not-found',
  'foreign-origin': 'trouble.foreign-origin',
};

/** What went wrong, in words that say what to do. */
export function troubleWords({ code, retryAfter = 60 }: Trouble): string {
  return deskWords.t(keys[code] ?? 'trouble.unexpected', { count: Math.max(1, Math.ceil(retryAfter / 60)) });
}
