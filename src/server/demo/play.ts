import { CaseAction } from '../../domain/case-actions.ts';
import type { Council } from '../../domain/council.ts';
import type { Instant } from '../../domain/dates.ts';
import type { Officer } from '../../domain/staff.ts';
import { Submission } from '../../domain/submission.ts';
import { appendActs } from '../audit/chain.ts';
import { act, type Office } from '../desk/actions.ts';
import { hashKey } from '../intake/follow-keys.ts';
import { createTakeIn, type TakeIn } from '../intake/take-in.ts';
import type { Connection, Db } from '../store/database.ts';
import { listEvents } from '../store/events.ts';
import { keepRead } from '../store/keep-index.ts';
import type { Happening, StaffKey } from './happening.ts';

/**
 * Plays what is told of made-up cases through the doors by which everything comes to the desk, in the order of the
 * days: what the server would have refused on that day is refused here.
 */
export interface Desk {
  db: Db;
  council: Council;
  /** Seals the record of what staff did. */
  auditKey: string;
  staff: Record<StaffKey, Officer>;
}

/** A made-up case does something that the rules do not allow: a fault of its story. */
export class NotAllowed extends Error {}

/** Plays everything up to an instant. Throws `NotAllowed`. */
export async function play(desk: Desk, happenings: readonly Happening[], until: Instant): Promise<void> {
  const { db, council } = desk;
  const { procedure, services, notThisPerson } = council;
  const takeIn = createTakeIn(db, procedure);
  const office: Office = {
    ...{ db, procedure, services, tellsByMail: false },
    fallback: notThisPerson.fallback,
    accessHours: notThisPerson.safetyAccessHours,
  };
  const inOrder = happenings
    .filter(({ at }) => at <= until)
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const each of inOrder) {
    if (each.does === 'tell') await tell(desk, takeIn, each);
    else if (each.does === 'act') await doAtDesk(desk, office, each);
    else await read(desk, each);
  }
}

type Doing<Does extends Happening['does']> = Extract<Happening, { does: Does }>;

async function tell({ auditKey, staff }: Desk, takeIn: TakeIn, { at, caseId, said, recorded }: Doing<'tell'>) {
  const submission = Submission.parse(said);
  const officer = recorded && staff[recorded.by];
  const { outcome } = await takeIn({
    ...{ id: caseId, followKeyHash: hashKey(followKeyOf(caseId)), hasKey: true, submission, receivedAt: at },
    ...(recorded &&
      officer && {
        recorded: { by: officer.name, channel: recorded.channel, on: recorded.on },
        record: (trx: Connection) => note(trx, auditKey, { at, officer, verb: 'feedback-recorded', caseId }),
      }),
  });
  if (outcome !== 'created' && outcome !== 'further-version')
    throw new NotAllowed(`${caseId} was not taken in: ${outcome}.`);
}

async function doAtDesk(desk: Desk, office: Office, { at, caseId, by, action }: Doing<'act'>): Promise<void> {
  const { db, auditKey, staff } = desk;
  const officer = staff[by];
  const revision = (await listEvents(db, caseId)).length;
  const body = CaseAction.parse({ ...action, revision });
  const record = (trx: Connection) => note(trx, auditKey, { at, officer, verb: `case-${body.action}`, caseId });
  const acted = await act(office, { caseId, officer, at, record }, body);
  if ('problem' in acted) {
    const where = acted.errors?.map(({ pointer, code }) => `${pointer} ${code}`).join(', ') ?? '';
    throw new NotAllowed(`${caseId}: ${body.action} on ${at.slice(0, 10)} was refused: ${acted.problem} ${where}`);
  }
}

async function read({ db, council }: Desk, { at, caseId }: Doing<'read'>): Promise<void> {
  const upTo = (await listEvents(db, caseId)).length;
  await keepRead(db, council.procedure, { caseId, upTo, at });
}

interface Noted {
  at: Instant;
  officer: Officer;
  verb: string;
  caseId: string;
}

async function note(trx: Connection, key: string, { at, officer, verb, caseId }: Noted): Promise<void> {
  await appendActs(trx, key, [{ at, staff: { id: officer.id, name: officer.name }, verb, caseId, details: {} }]);
}

/** With what its made-up person follows a case: the same each time, for it guards nothing. */
export function followKeyOf(caseId: string): string {
  return hashKey(`the key of ${caseId}`).slice(0, 22);
}
