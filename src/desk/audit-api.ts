import { type AuditNarrowing, AuditPage } from '../domain/audit.ts';
import { type Answer, ask } from './api.ts';

/** Where the whole record is saved from, as a file. */
export const exportAddress = '/api/desk/audit/export';

/** How many entries are shown at a time. */
const together = 50;

/** The newest entries that fit; `before` is the `next` of the page before. */
export function readAudit(narrowing: AuditNarrowing, before?: number): Promise<Answer<AuditPage>> {
  const parameters = new URLSearchParams({ order: 'newest', limit: String(together) });
  for (const [name, value] of Object.entries(narrowing)) if (value) parameters.set(name, value);
  if (before !== undefined) parameters.set('before', String(before));
  return ask(`/api/desk/audit?${parameters}`, AuditPage);
}
