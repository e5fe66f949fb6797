import type { Trouble, TroubleCode } from './api.ts';
import { type DeskKey, deskWords } from './words.ts';

const keys: Partial<Record<TroubleCode, DeskKey>> = {
  'no-network': 'trouble.no-network',
  busy: 'trouble.busy',
  'wrong-credentials': 'trouble.wrong-credentials',
  'too-many-attempts': 'trouble.too-many-attempts',
  'set-up-link-invalid': 'trouble.set-up-link-invalid',
  'changed-meanwhile': 'trouble.changed-meanwhile',
  'already-done': 'trouble.already-done',
  'not-raised': 'trouble.changed-meanwhile',
  'not-found': 'trouble.not-found',
  'invalid-id': 'trouble.not-found',
  'foreign-origin': 'trouble.foreign-origin',
};

/** What went wrong, in words that say what to do. */
export function troubleWords({ code, retryAfter = 60 }: Trouble): string {
  return deskWords.t(keys[code] ?? 'trouble.unexpected', { count: Math.max(1, Math.ceil(retryAfter / 60)) });
}
