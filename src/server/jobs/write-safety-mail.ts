import { ageBetween, writtenBefore } from '../../domain/age.ts';
import type { Instant } from '../../domain/dates.ts';
import { deskPath, hashOfCase } from '../../domain/desk-address.ts';
import type { Raised } from '../../domain/submission.ts';
import { inEngland, textOf, type Written } from './addressed.ts';
import { mailWords } from './words.ts';

/** What an e-mail about somebody who may not be safe is made from: nothing of what they wrote, or who they are. */
export interface Concern {
  caseId: string;
  /** The place of the event in its case. */
  seq: number;
  reference: string;
  said: Raised;
  raisedAt: Instant;
  /** By the clock of their device. */
  writtenAt?: Instant | undefined;
}

export interface MailPlace {
  publicUrl: URL;
  /** The number to ring in an emergency. */
  emergency: string;
}

/** Older than this it is late, and says so. In milliseconds. */
const onTime = 10 * 60_000;

export function writeSafetyMail(concern: Concern, { publicUrl, emergency }: MailPlace, now: Instant): Written {
  const { t } = mailWords;
  const { caseId, seq, reference, said, raisedAt } = concern;
  const written = writtenBefore(concern.writtenAt, raisedAt);
  const link = new URL(`${deskPath}${hashOfCase(caseId)}`, publicUrl).href;
  const isLate = Date.parse(now) - Date.parse(raisedAt) >= onTime;
  const { unit, count } = ageBetween(raisedAt, now);
  const paragraphs = [
    [t(said === 'no' ? 'safety.no' : 'safety.notSure')],
    ...(isLate ? [[t('safety.late', { age: t(`age.${unit}`, { count }) })]] : []),
    [
      t('safety.reference', { reference }),
      t('safety.raised', { when: inEngland(raisedAt) }),
      ...(written ? [t('safety.written', { when: inEngland(written) })] : []),
    ],
    [t('safety.whatToDo'), t('safety.open', { link }), t('safety.act', { emergency }), t('safety.record')],
    [t('safety.told'), t('safety.nothing')],
  ];
  return {
    messageId: `<safety.${caseId}.${seq}@${publicUrl.hostname}>`,
    subject: t('safety.subject', { reference }),
    text: textOf(paragraphs),
  };
}
