import { lastSaid } from '../domain/answers.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { CaseDetail, Raising, SafetyNote } from '../domain/desk-api.ts';
import type { PublicCouncil } from '../domain/public-council.ts';
import { Act } from './Act.tsx';
import { shortInstant } from './dates.ts';
import { Trouble } from './Trouble.tsx';
import { UnsafeMark } from './UnsafeMark.tsx';
import { type ActingNeeds, useActing } from './use-acting.ts';
import { deskWords } from './words.ts';

/** That somebody may not be safe: what is known of it, who was told, and what staff did. Before everything else. */
export function Safety({ council, ...needs }: ActingNeeds & { council: PublicCouncil }) {
  const { t } = deskWords;
  const { it } = needs;
  const { trouble, place, perform } = useActing(needs);
  if (it.raisings.length === 0) return null;
  const isOpen = it.unsafe !== null;
  return (
    <section class={isOpen ? 'safety safety-open' : 'safety'} aria-labelledby="safety-title">
      <h3 id="safety-title">
        {it.unsafe ? <UnsafeMark unsafe={it.unsafe} today={it.asOf} at={it.at} /> : t('safety.beforeTitle')}
      </h3>
      <p>{t('safety.asked')}</p>
      <Raisings it={it} />
      {isOpen && <WhereNow it={it} />}
      {it.safetyNotes.map((note) => (
        <Note key={note.at} note={note} today={it.asOf} />
      ))}
      <Trouble trouble={trouble} />
      {isOpen && <Act it={it} action="accept-safety" council={council} place={place} perform={perform} />}
    </section>
  );
}

function Raisings({ it }: { it: CaseDetail }) {
  const { t } = deskWords;
  const latest = it.raisings.at(-1);
  return (
    <>
      <ul class="raisings">
        {it.raisings.map((raising) => (
          <li key={raising.at}>
            {t(`safety.raised.${raising.said}`, { when: shortInstant(raising.at, it.asOf) })}{' '}
            {mailWords(raising, it.asOf)}
          </li>
        ))}
      </ul>
      {it.unsafe && latest?.mail !== 'sent' && (
        <p>
          <b>{t('safety.tell')}</b>
        </p>
      )}
    </>
  );
}

function mailWords({ mail, mailSentAt }: Raising, today: IsoDate): string {
  const { t } = deskWords;
  if (mailSentAt) return t('safety.mail.sent', { when: shortInstant(mailSentAt, today) });
  return t(mail === 'off' ? 'safety.mail.off' : 'safety.mail.waiting');
}

function WhereNow({ it }: { it: CaseDetail }) {
  const where = lastSaid(it.versions, 'whereNow');
  if (!where) return null;
  return (
    <p>
      {deskWords.t('safety.whereNow')}: <bdi class="where-now">{where}</bdi>
    </p>
  );
}

function Note({ note: { at, by, concern, action, referredTo }, today }: { note: SafetyNote; today: IsoDate }) {
  const { t } = deskWords;
  return (
    <article class="note">
      <h4>{t('safety.noteTitle', { by, when: shortInstant(at, today) })}</h4>
      <dl class="answers">
        <dt>{t('safety.noteConcern')}</dt>
        <dd dir="auto">{concern}</dd>
        <dt>{t('safety.noteAction')}</dt>
        <dd dir="auto">{action}</dd>
        {referredTo && (
          <>
            <dt>{t('safety.noteReferral')}</dt>
            <dd dir="auto">{referredTo}</dd>
          </>
        )}
      </dl>
    </article>
  );
}
