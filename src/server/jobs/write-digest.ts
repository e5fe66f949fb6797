import { createHash } from 'node:crypto';
import type { Council } from '../../domain/council.ts';
import { type IsoDate, yearOf } from '../../domain/dates.ts';
import { deskPath, hashOfCase } from '../../domain/desk-address.ts';
import { type DigestCase, type LateCase, type Morning, soonFrom } from '../../domain/digest.ts';
import { councilDays } from '../../domain/procedure.ts';
import { workingDaysBetween } from '../../domain/working-days.ts';
import { inEngland, textOf, type Written } from './addressed.ts';
import { mailWords } from './words.ts';

/** The words of the day's e-mails: references, dates, what is to be done and links. Nothing that a person wrote. */

export interface DigestPlace {
  publicUrl: URL;
  council: Pick<Council, 'services' | 'procedure' | 'complaintsTeam'>;
}

/** What it is about, for whom and on which day. */
interface Digest {
  /** Of the outbox; the Message-ID is made of it, and shows neither an account nor an address. */
  key: string;
  today: IsoDate;
}

/** More of one sort are at the desk: an e-mail is read on a phone on the way to work. */
const mostLines = 25;

const { t, date: dateWords } = mailWords;

/** @param waiting the ids of those with a message that waits for an answer */
export function writeMorning(
  { key, today }: Digest,
  { parts, unread, unacknowledged }: Morning,
  waiting: ReadonlySet<string>,
  place: DigestPlace,
): Written {
  const lineOf = (row: DigestCase) => [
    `- ${caseText(row, today, place, waiting.has(row.caseId))}`,
    `  ${caseLink(row, place)}`,
  ];
  const summary = [
    t('digest.morning', { date: dateWords(today) }),
    ...(unread > 0 ? [t('digest.unopened', { count: unread })] : []),
    ...(unacknowledged > 0 ? [t('digest.unacknowledged', { count: unacknowledged })] : []),
  ];
  const sections = parts.map(({ part, cases }) => [
    t(`part.${part}`, { count: cases.length, date: dateWords(soonFrom(today)) }),
    ...shortened(cases, lineOf),
  ]);
  return {
    messageId: messageId(key, place),
    subject: t('digest.morningSubject', { date: dateWords(today) }),
    text: textOf([summary, ...sections, ending(place)]),
  };
}

/** What is late, by team. */
export function writeLate({ key, today }: Digest, late: readonly LateCase[], place: DigestPlace): Written {
  const lineOf = (row: LateCase) => [`- ${caseText(row, today, place)}`, `  ${caseLink(row, place)}`];
  const sections = [...Map.groupBy(late, ({ team }) => teamName(team, place))].map(([team, cases]) => [
    t('digest.team', { team }),
    ...shortened(cases, lineOf),
  ]);
  return {
    messageId: messageId(key, place),
    subject: t('digest.lateSubject', { date: dateWords(today) }),
    text: textOf([[t('digest.late')], ...sections, ending(place)]),
  };
}

/** For who has no account, and may be anybody’s manager: references, dates and teams, and nothing else. */
export function writeStaysLate({ key, today }: Digest, late: readonly LateCase[], place: DigestPlace): Written {
  const { complaintsTeam } = place.council;
  const lines = shortened(late, ({ reference, due, team }) => [
    `- ${t('digest.stays', {
      reference,
      date: dueDate(due, today),
      ago: agoText(due, today, place),
      team: teamName(team, place),
    })}`,
  ]);
  const [phone = ''] = complaintsTeam.phones;
  return {
    messageId: messageId(key, place),
    subject: t('digest.staysSubject', { date: dateWords(today) }),
    text: textOf([
      [t('digest.staysLate')],
      lines,
      [t('digest.ask', { team: complaintsTeam.name, phone }), t('digest.nothing')],
    ]),
  };
}

function shortened<Row>(rows: readonly Row[], linesOf: (row: Row) => string[]): string[] {
  const more = rows.length - mostLines;
  return [...rows.slice(0, mostLines).flatMap(linesOf), ...(more > 0 ? [t('digest.more', { count: more })] : [])];
}

/** Everything that there is to tell of a case, whichever part it stands in: who is not safe may be waited for as well. */
function caseText(row: DigestCase, today: IsoDate, place: DigestPlace, messageWaits = false): string {
  const { reference, unsafeSince, unread, step, team, assignee } = row;
  const told = [
    unsafeSince && t('digest.since', { when: inEngland(unsafeSince) }),
    dueText(row, today, place),
    unread && t('digest.notOpened'),
    // Unless that is what is due.
    messageWaits && step && t('digest.message'),
    // A team has it, and none of its people: who leads it may not know.
    unread && team && !assignee && t('digest.nobodyHasIt'),
  ].filter(Boolean);
  return told.length > 0 ? t('digest.case', { reference, what: told.join('; ') }) : reference;
}

function dueText({ step, due, optional }: DigestCase, today: IsoDate, place: DigestPlace): string | undefined {
  if (!due || optional) return undefined;
  const filling = { step: t(`step.${step ?? 'message'}`), date: dueDate(due, today) };
  if (due >= today) return t('digest.due', filling);
  return t('digest.wasDue', { ...filling, ago: agoText(due, today, place) });
}

/** With its year where that is not this one: what is late by a year is not taken for late by days. */
function dueDate(due: IsoDate, today: IsoDate): string {
  return yearOf(due) === yearOf(today) ? dateWords(due) : `${dateWords(due)} ${yearOf(due)}`;
}

function agoText(due: IsoDate, today: IsoDate, { council }: DigestPlace): string {
  return t('digest.ago', { count: workingDaysBetween(due, today, councilDays(council.procedure)) });
}

function teamName(team: string | null, { council }: DigestPlace): string {
  const found = council.services.flatMap(({ teams }) => teams).find(({ id }) => id === team);
  return found?.name ?? t('digest.noTeam');
}

function caseLink({ caseId }: DigestCase, { publicUrl }: DigestPlace): string {
  return new URL(`${deskPath}${hashOfCase(caseId)}`, publicUrl).href;
}

function ending({ publicUrl }: DigestPlace): string[] {
  return [t('digest.desk', { link: new URL(deskPath, publicUrl).href }), t('digest.nothing')];
}

function messageId(key: string, { publicUrl }: DigestPlace): string {
  const name = createHash('sha256').update(key).digest('hex').slice(0, 32);
  return `<reminder.${name}@${publicUrl.hostname}>`;
}
