import type { Letter } from '../domain/api.ts';
import { caseEventTypes } from '../domain/case-events.ts';
import type { IsoDate } from '../domain/dates.ts';
import { shortInstant } from './dates.ts';
import { deskWords } from './words.ts';

// A letter of a kind that is not known here is a letter all the same.
function titleOf(about: string): string {
  const { t } = deskWords;
  const type = caseEventTypes.find((each) => each === about);
  return type ? t(`history.event.${type}`) : t('case.letterAbout.other');
}

/** What the council wrote to the person, as the person sees it. */
export function Letters({ letters, today }: { letters: Letter[]; today: IsoDate }) {
  const { t } = deskWords;
  if (letters.length === 0) return null;
  return (
    <section aria-labelledby="letters-title">
      <h3 id="letters-title">{t('case.letters')}</h3>
      {letters.map(({ about, at, words, from }) => {
        const when = shortInstant(at, today);
        return (
          <article key={`${about} ${at}`} class="letter">
            <h4>{titleOf(about)}</h4>
            <p class="help">{from ? t('case.letterFrom', { from, when }) : t('case.letterAt', { when })}</p>
            <p class="letter-words" dir="auto">
              {words}
            </p>
          </article>
        );
      })}
    </section>
  );
}
