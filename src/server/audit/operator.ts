import { type AuditVerb, operatorId } from '../../domain/audit.ts';
import type { Instant } from '../../domain/dates.ts';
import type { AuditHead } from '../store/audit.ts';
import type { Connection } from '../store/database.ts';
import { appendActs, type Details } from './chain.ts';

/** Whoever has the server's console. Nobody signs in there, so nothing more is known. */
const operator = { id: operatorId, name: 'Operator' };

/** Records, as the last statement of a transaction, what was done at the server itself. Gives the new end. */
export function recordOperator(
  trx: Connection,
  key: string,
  { at, verb, details = {} }: { at: Instant; verb: AuditVerb; details?: Details },
): Promise<AuditHead> {
  return appendActs(trx, key, [{ at, staff: operator, verb, caseId: null, details }]);
}
