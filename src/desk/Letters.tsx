import type { Letter } from '../domain/api.ts';
import { caseEventTypes } from '../domain/case-events.ts';
import type { Instant } from '../domain/dates.ts';
import type { CaseDetail } from '../domain/desk-api.ts';
import { shortDate, shortInstant } from './dates.ts';
import { useStruck } from './Typed.tsx';
import { deskWords } from './words.ts';

// A letter of a kind that is not known here is a letter all the same.
function titleOf(about: string): string {
  const { t } = deskWords;
  const type = caseEventTypes.find((each) => each === about);
  return type ? t(`history.event.${type}`) : t('case.letterAbout.other');
}

interface FromPerson {
  at: Instant;
  message: string;
  language: string | undefined;
}

/** As much of a case as letters are of. */
type Lettered = Pick<CaseDetail, 'letters' | 'versions' | 'asOf'> & { message?: CaseDetail['message'] };

/** What the council wrote to the person and what the person wrote to the team, oldest first. */
export function Letters({ it }: { it: Lettered }) {
  const { t } = deskWords;
  const written = [...it.letters, ...messagesOf(it)].sort((a, b) => a.at.localeCompare(b.at));
  if (written.length === 0) return null;
  return (
    <section aria-labelledby="letters-title">
      <h3 id="letters-title">{t('case.letters')}</h3>
      {written.map((each) =>
        'about' in each ? (
          <OfCouncil key={`${each.about} ${each.at}`} letter={each} it={it} />
        ) : (
          <OfPerson key={`person ${each.at}`} {...each} it={it} />
        ),
      )}
      {it.message && (
        <p class={it.asOf > it.message.answerBy ? 'warning' : 'help'}>
          {t(it.asOf > it.message.answerBy ? 'message.late' : 'message.answerBy', {
            date: shortDate(it.message.answerBy, it.asOf),
          })}
        </p>
      )}
    </section>
  );
}

function messagesOf({ versions }: Lettered): FromPerson[] {
  return versions.flatMap(({ message, receivedAt, language }) =>
    message ? [{ at: receivedAt, message, language }] : [],
  );
}

function OfCouncil({ letter: { about, at, words, from }, it }: { letter: Letter; it: Lettered }) {
  const { t } = deskWords;
  const when = shortInstant(at, it.asOf);
  return (
    <article class="letter">
      <h4>{titleOf(about)}</h4>
      <p class="help">{from ? t('case.letterFrom', { from, when }) : t('case.letterAt', { when })}</p>
      <p class="letter-words" dir="auto">
        {useStruck(words)}
      </p>
    </article>
  );
}

function OfPerson({ at, message, language, it }: FromPerson & { it: Lettered }) {
  const { t } = deskWords;
  return (
    <article class="letter letter-theirs">
      <h4>{t('message.from')}</h4>
      <p class="help">{t('message.fromAt', { when: shortInstant(at, it.asOf) })}</p>
      <p class="letter-words" dir="auto" lang={language}>
        {useStruck(message)}
      </p>
    </article>
  );
}
