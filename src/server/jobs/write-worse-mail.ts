import { createHash } from 'node:crypto';
import type { Instant } from '../../domain/dates.ts';
import { deskPath, hashOfCase } from '../../domain/desk-address.ts';
import { inEngland, textOf, type Written } from './addressed.ts';
import { mailWords } from './words.ts';

/** What an e-mail that things are worse is made from: nothing of what was written, or of who wrote it. */
export interface Worse {
  caseId: string;
  reference: string;
  saidAt: Instant;
  /** Of the outbox; the Message-ID is made of it. */
  key: string;
}

export function writeWorseMail({ caseId, reference, saidAt, key }: Worse, publicUrl: URL): Written {
  const { t } = mailWords;
  const link = new URL(`${deskPath}${hashOfCase(caseId)}`, publicUrl).href;
  const paragraphs = [
    [t('worse.what')],
    [t('safety.reference', { reference }), t('safety.raised', { when: inEngland(saidAt) })],
    [t('worse.whatToDo'), t('worse.open', { link }), t('worse.act'), t('worse.record')],
    [t('worse.alone'), t('safety.nothing')],
  ];
  const name = createHash('sha256').update(key).digest('hex').slice(0, 32);
  return {
    messageId: `<worse.${name}@${publicUrl.hostname}>`,
    subject: t('worse.subject', { reference }),
    text: textOf(paragraphs),
  };
}
