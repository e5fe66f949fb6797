import type { Letter } from '../domain/api.ts';
import type { Instant } from '../domain/dates.ts';
import type { CaseDetail } from '../domain/desk-api.ts';
import { shortDate, shortInstant } from './dates.ts';
import { type DeskKey, deskWords } from './words.ts';

const titles: Partial<Record<string, DeskKey>> = {
  acknowledged: 'case.letterAbout.acknowledged',
  'passed-on': 'case.letterAbout.passed-on',
  'stage1-answered': 'case.letterAbout.stage1-answered',
  'stage2-acknowledged': 'case.letterAbout.stage2-acknowledged',
  'stage2-responded': 'case.letterAbout.stage2-responded',
  'stage3-responded': 'case.letterAbout.stage3-responded',
  'message-sent': 'case.letterAbout.message-sent',
};

interface FromPerson {
  at: Instant;
  message: string;
  language: string | undefined;
}

/** What the council wrote to the person and what the person wrote to the team, oldest first. */
export function Letters({ it }: { it: CaseDetail }) {
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

function messagesOf({ versions }: CaseDetail): FromPerson[] {
  return versions.flatMap(({ message, receivedAt, language }) =>
    message ? [{ at: receivedAt, message, language }] : [],
  );
}

function OfCouncil({ letter: { about, at, words, from }, it }: { letter: Letter; it: CaseDetail }) {
  const { t } = deskWords;
  const when = shortInstant(at, it.asOf);
  return (
    <article class="letter">
      <h4>{t(titles[about] ?? 'case.letterAbout.other')}</h4>
      <p class="help">{from ? t('case.letterFrom', { from, when }) : t('case.letterAt', { when })}</p>
      <p class="letter-words" dir="auto">
        {words}
      </p>
    </article>
  );
}

function OfPerson({ at, message, language, it }: FromPerson & { it: CaseDetail }) {
  const { t } = deskWords;
  return (
    <article class="letter letter-theirs">
      <h4>{t('message.from')}</h4>
      <p class="help">{t('message.fromAt', { when: shortInstant(at, it.asOf) })}</p>
      <p class="letter-words" dir="auto" lang={language}>
        {message}
      </p>
    </article>
  );
}
