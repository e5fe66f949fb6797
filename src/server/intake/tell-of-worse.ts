import type { CaseEvent } from '../../domain/case-events.ts';
import type { Role } from '../../domain/staff.ts';
import type { Connection } from '../store/database.ts';
import { queueWorseMails } from '../store/mails.ts';
import { listStaff } from '../store/staff.ts';

interface Added {
  caseId: string;
  seq: number;
  event: CaseEvent;
}

/** Puts an e-mail into the outbox for everybody who may have to be told, when somebody said that things are worse. */
export async function tellOfWorse(db: Connection, added: readonly Added[]): Promise<void> {
  const worse = added.filter(({ event }) => event.type === 'things-now' && event.now === 'worse');
  if (worse.length === 0) return;
  // Who of them truly is told is asked when it goes (`jobs/who-is-told`): whoever must not handle it hears nothing, and
  // a manager only of what is kept from every officer.
  const staff = (await listStaff(db)).filter(
    ({ isActive, roles }) => isActive && roles.some((role) => ofCases.has(role)),
  );
  const raised = worse.map(({ caseId, seq, event }) => ({ caseId, seq, at: event.at }));
  await queueWorseMails(
    db,
    raised,
    staff.map(({ id }) => id),
  );
}

const ofCases: ReadonlySet<string> = new Set<Role>(['officer', 'manager']);
