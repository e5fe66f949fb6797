import type { Council } from '../../domain/council.ts';
import { type Instant, londonDate } from '../../domain/dates.ts';
import { casesOf, isLate, type LateCase, morningOf, type Watch } from '../../domain/digest.ts';
import { openWorse } from '../../domain/how-things-are.ts';
import { thingOf } from '../../domain/late-tellings.ts';
import { messageWaitsSince } from '../../domain/messages.ts';
import { may } from '../../domain/staff.ts';
import { findCase } from '../store/cases.ts';
import type { Db } from '../store/database.ts';
import { listEvents, listEventsOf } from '../store/events.ts';
import { bringUpToDate } from '../store/keep-index.ts';
import type { Mail } from '../store/mails.ts';
import { listToldBy } from '../store/told.ts';
import type { Addressed } from './addressed.ts';
import { readKeptFromSeniors } from './kept-from-seniors.ts';
import { readWatch } from './read-watch.ts';
import { whoIsTold } from './who-is-told.ts';
import { writeLate, writeMorning, writeStaysLate } from './write-digest.ts';
import { writeSafetyMail } from './write-safety-mail.ts';
import { writeWorseMail } from './write-worse-mail.ts';

export interface WritingNeeds {
  db: Db;
  council: Council;
  publicUrl: URL;
  /** The addresses of the senior managers, as they are set now. */
  seniors: readonly string[];
  now: () => Instant;
}

/**
 * Makes an e-mail of the outbox when it goes, of what is so then: what was done meanwhile is not told as if it were
 * not, and who may not see a case any more hears nothing of it. Undefined when nothing is left to say to anybody.
 */
export async function writeMail(needs: WritingNeeds, mail: Mail): Promise<Addressed | undefined> {
  if (mail.kind === 'safety') return safetyMail(needs, mail);
  if (mail.kind === 'worse') return worseMail(needs, mail);
  const { db, council, seniors, now } = needs;
  const { recipient, key } = mail;
  const today = mail.day ?? londonDate(now());
  if (!recipient) return undefined;
  await bringUpToDate(db, council.procedure, now());
  const watch = await readWatch(needs, today);
  const digest = { key, today };
  if (mail.kind === 'stays-late') {
    const all = await stillLate(db, mail, watch, today);
    const isKept = await readKeptFromSeniors(
      db,
      [recipient],
      all.map(({ caseId }) => caseId),
    );
    const late = all.filter(({ caseId }) => !isKept(recipient, caseId));
    const isAsked = seniors.includes(recipient) && late.length > 0;
    return isAsked ? { to: recipient, mail: writeStaysLate(digest, late, needs) } : undefined;
  }
  const watcher = watch.watchers.get(recipient);
  if (!watcher) return undefined;
  const { officer, sees } = watcher;
  const to = officer.email;
  if (mail.kind === 'late') {
    const late = (await stillLate(db, mail, watch, today)).filter(
      ({ caseId, team }) => sees.has(caseId) && team !== null && officer.teams.includes(team),
    );
    const isAsked = may(officer, 'see-own-team') && late.length > 0;
    return isAsked ? { to, mail: writeLate(digest, late, needs) } : undefined;
  }
  const cases = casesOf(recipient, watch);
  const morning = morningOf(cases, today);
  if (!morning) return undefined;
  const waiting = await waitingOf(
    db,
    cases.map(({ caseId }) => caseId),
  );
  return { to, mail: writeMorning(digest, morning, waiting, needs) };
}

/** Of what the e-mail was to tell, what is late still, the longest first. */
async function stillLate(db: Db, { key }: Mail, watch: Watch, today: string): Promise<LateCase[]> {
  const told = new Map((await listToldBy(db, key)).map(({ caseId, thing }) => [caseId, thing]));
  return watch.cases
    .filter((each) => isLate(each, today))
    .filter((each) => told.get(each.caseId) === thingOf(each))
    .sort((a, b) => a.due.localeCompare(b.due));
}

async function waitingOf(db: Db, ids: string[]): Promise<Set<string>> {
  const events = ids.length > 0 ? await listEventsOf(db, ids) : new Map();
  return new Set([...events].filter(([, each]) => messageWaitsSince(each) !== undefined).map(([id]) => id));
}

async function safetyMail(
  { db, council, publicUrl, now }: WritingNeeds,
  { caseId, seq }: Mail,
): Promise<Addressed | undefined> {
  const found = caseId === null ? undefined : await findCase(db, caseId);
  const event = found && seq !== null ? (await listEvents(db, found.id))[seq - 1] : undefined;
  if (!found || seq === null || event?.type !== 'safety-raised') {
    throw new Error('A safeguarding e-mail without its event.');
  }
  const { said, at: raisedAt, writtenAt } = event;
  const concern = { caseId: found.id, seq, reference: found.reference, said, raisedAt, writtenAt };
  return { mail: writeSafetyMail(concern, { publicUrl, emergency: council.safety.emergency }, now()) };
}

// To who is told how things are, as long as nobody has noted what was done.
async function worseMail({ db, council, publicUrl, now }: WritingNeeds, mail: Mail): Promise<Addressed | undefined> {
  const { caseId, seq, recipient, key } = mail;
  const found = caseId === null ? undefined : await findCase(db, caseId);
  if (!found || seq === null || recipient === null) throw new Error('An e-mail that things are worse, of no case.');
  const happened = await listEvents(db, found.id);
  const said = happened[seq - 1];
  const open = openWorse(happened);
  if (!open || !said || said.at < open.since) return undefined;
  const { fallback } = council.notThisPerson;
  const to = await whoIsTold(db, { id: recipient, caseId: found.id, fallback, at: now() });
  if (!to) return undefined;
  return {
    to: to.email,
    mail: writeWorseMail({ caseId: found.id, reference: found.reference, saidAt: said.at, key }, publicUrl),
  };
}
