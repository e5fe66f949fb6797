import council from 'virtual:council';
import { appWords } from '../words/app-words.ts';
import { languageOf } from '../words/languages.ts';
import { addressOf } from './addresses.ts';
import { inEnglishToo, type PageName, pageWords } from './page-words.ts';

/** The same page in every language that this council offers, each by its own name. */
export function Languages({ page }: { page: PageName }) {
  if (council.languages.length < 2) return null;
  return (
    <nav class="languages" data-unread aria-label={appWords.t('language')}>
      {council.languages.map((language) => (
        <a
          key={language}
          href={addressOf(page, language)}
          lang={language}
          hrefLang={language}
          aria-current={language === pageWords.language ? 'page' : undefined}
        >
          {languageOf(language).name}
        </a>
      ))}
    </nav>
  );
}

/** That no person has checked this language yet: in it, and in English for whoever can help. */
export function MachineDraft() {
  const { language } = pageWords;
  if (!languageOf(language).machineDraft) return null;
  return (
    <>
      <p>{pageWords.t('machineDraft')}</p>
      <p lang="en" dir="ltr">
        {inEnglishToo('machineDraft')}
      </p>
    </>
  );
}
