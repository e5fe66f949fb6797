import { appWords } from '../words/app-words.ts';
import { builtIn } from '../words/languages.ts';

/** The ways to the pages that are only read: below everything, where nothing is pushed down by them. */
export function PageLinks() {
  const { t, language } = appWords;
  // Each language has these pages at addresses of its own.
  const under = language === builtIn ? '' : `/${language}`;
  return (
    <nav class="page-links" aria-label={t('pages.label')}>
      <a href={`${under}/privacy`}>{t('pages.privacy')}</a>
      <a href={`${under}/what-happens`}>{t('pages.whatHappens')}</a>
      <a href={`${under}/accessibility`}>{t('pages.accessibility')}</a>
      <a href={`${under}/about`}>{t('pages.about')}</a>
    </nav>
  );
}
