import { appWords } from '../words/app-words.ts';

/** The ways to the pages that are only read: below everything, where nothing is pushed down by them. */
export function PageLinks() {
  const { t } = appWords;
  return (
    <nav class="page-links" aria-label={t('pages.label')}>
      <a href="/privacy">{t('pages.privacy')}</a>
      <a href="/what-happens">{t('pages.whatHappens')}</a>
      <a href="/accessibility">{t('pages.accessibility')}</a>
      <a href="/about">{t('pages.about')}</a>
    </nav>
  );
}
