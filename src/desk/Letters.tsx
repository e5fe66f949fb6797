import type { Letter } from '../domain/api.ts';
import type { IsoDate } from '../domain/dates.ts';
import { shortInstant } from './dates.ts';
import { type DeskKey, deskWords } from './words.ts';

const titles: Partial<Record<string, DeskKey>> = {
  acknowledged: 'case.letterAbout.acknowledged',
  'passed-on': 'case.letterAbout.passed-on',
  'stage1-answered': 'case.letterAbout.stage1-answered',
  'stage2-acknowledged': 'case.letterAbout.stage2-acknowledged',
  'stage2-responded': 'case.letterAbout.stage2-responded',
  'stage3-responded': 'case.letterAbout.stage3-responded',
};

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
            <h4>{t(titles[about] ?? 'case.letterAbout.other')}</h4>
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
