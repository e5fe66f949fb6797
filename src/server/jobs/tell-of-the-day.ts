import type { Logger } from 'pino';
import type { Council } from '../../domain/council.ts';
import type { Instant, IsoDate } from '../../domain/dates.ts';
import { casesOf, isLate, morningOf, type Watch } from '../../domain/digest.ts';
import { type LateTelling, lateTellings, type Told } from '../../domain/late-tellings.ts';
import { councilDays } from '../../domain/procedure.ts';
import { dayToTell } from '../../domain/reminders.ts';
import type { Db } from '../store/database.ts';
import { bringUpToDate } from '../store/keep-index.ts';
import { type Lease, stillHolds, takeLease } from '../store/leases.ts';
import { queueMails, type ReminderKind } from '../store/mails.ts';
import { dropMails, isTold, listTold, noteDay, noteTold } from '../store/told.ts';
import { codeOf } from '../web/error-code.ts';
import { readKeptFromSeniors } from './kept-from-seniors.ts';
import { readWatch } from './read-watch.ts';

export interface TellingNeeds {
  db: Db;
  council: Council;
  /** The addresses of the senior managers. */
  seniors: readonly string[];
  /** This process, among those that share the database. */
  holder: string;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  now: () => Instant;
  /** There is something to send. */
  onQueued: () => void;
}

/** How long the turn of one process lasts unless it goes on, in milliseconds: well beyond what clocks differ by. */
export const leaseTime = 3 * 60_000;

/**
 * Puts the e-mails of the day into the outbox, once the hour for them has come, if it is this process’s turn and nobody
 * has done so today. Never throws: what goes wrong is logged, and tried again at the next turn.
 */
export async function tellOfTheDay(needs: TellingNeeds): Promise<void> {
  const { db, council, holder, log, now, onQueued } = needs;
  try {
    const until = new Date(Date.parse(now()) + leaseTime).toISOString();
    const lease = await takeLease(db, { name: 'reminders', holder, at: now(), until });
    if (!lease) return;
    const day = dayToTell(council.reminders, councilDays(council.procedure), now());
    if (!day || (await isTold(db, day))) return;
    const queued = await queueDay(needs, lease, day);
    if (!queued) return;
    log.info({ day, ...queued }, 'the e-mails of the day were queued');
    onQueued();
  } catch (error) {
    log.error({ code: codeOf(error) }, 'the e-mails of the day could not be made; they are made at the next turn');
  }
}

/** All of them in one transaction with what they tell, whose own key is the day: all or nothing, and once. */
async function queueDay(
  needs: TellingNeeds,
  lease: Lease,
  day: IsoDate,
): Promise<Record<'mails' | 'dropped', number> | undefined> {
  const { db, council, log } = needs;
  const at = needs.now();
  // First, so that what they were to tell is told again today.
  const dropped = await dropMails(db, { notOf: day }, at);
  await bringUpToDate(db, council.procedure, at);
  const watch = await readWatch(needs, day);
  if (watch.cases.length > 0 && watch.watchers.size === 0) {
    log.warn({ day, cases: watch.cases.length }, 'there is something to tell, and no account to tell it to');
  }
  const mornings = [...watch.watchers.keys()].filter((id) => morningOf(casesOf(id, watch), day));
  const late = await lateOf(needs, watch, day);
  const mails = [...mornings.map((recipient) => ({ kind: 'morning', recipient }) as const), ...late];
  return db.transaction().execute(async (trx) => {
    if (!(await stillHolds(trx, lease)) || !(await noteDay(trx, day, at))) return undefined;
    await queueMails(
      trx,
      mails.map(({ kind, recipient }) => ({
        ...{ key: keyOf(kind, day, recipient), kind, recipient, day },
        ...{ caseId: null, seq: null, queuedAt: at },
      })),
    );
    await noteTold(
      trx,
      late.flatMap(({ kind, recipient, told }) =>
        told.map((each) => ({ ...each, kind, mailKey: keyOf(kind, day, recipient) })),
      ),
    );
    return { mails: mails.length, dropped };
  });
}

function keyOf(kind: ReminderKind, day: IsoDate, recipient: string): string {
  return `${kind}/${day}/${recipient}`;
}

async function lateOf(needs: TellingNeeds, watch: Watch, day: IsoDate): Promise<LateTelling[]> {
  const { db, council, seniors, log } = needs;
  const late = watch.cases.filter((each) => isLate(each, day)).map(({ caseId }) => caseId);
  const isKeptFromSenior = await readKeptFromSeniors(db, seniors, late);
  const untold = late.filter((caseId) => seniors.every((address) => isKeptFromSenior(address, caseId)));
  if (seniors.length > 0 && untold.length > 0) {
    log.warn({ day, cases: untold.length }, 'what is late is kept from every senior manager: name one more');
  }
  const before = await listTold(
    db,
    watch.cases.map(({ caseId }) => caseId),
  );
  const idOf = (kind: LateTelling['kind'], { recipient, caseId, thing, period }: Told) =>
    JSON.stringify([kind, recipient, caseId, thing, period]);
  const known = new Set(before.map((told) => idOf(told.kind, told)));
  return lateTellings({
    watch,
    today: day,
    reminders: council.reminders,
    calendar: councilDays(council.procedure),
    ...{ seniors, isKeptFromSenior },
    wasTold: (kind, told) => known.has(idOf(kind, told)),
  });
}
