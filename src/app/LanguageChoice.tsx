import council from 'virtual:council';
import { useEffect, useState } from 'preact/hooks';
import { LookChoice } from '../ui/LookPanel.tsx';
import { Trouble } from '../ui/Notice.tsx';
import { appWords } from '../words/app-words.ts';
import { builtIn, languageOf } from '../words/languages.ts';
import type { LanguageInUse } from './use-language.ts';

/**
 * Every language that there is, each by its own name, for whoever reads no other. What the browser asks for is only
 * shown more plainly: a phone may be set to a language that its owner's child does not read.
 */
export function LanguageChoice({ of: { choose, hasFailed } }: { of: LanguageInUse }) {
  const { t, language: spoken } = appWords;
  const [asked, setAsked] = useState<string>();
  useEffect(() => setAsked(askedFor()), []);
  if (council.languages.length < 2) return null;
  return (
    <>
      <fieldset class="languages" data-unread aria-label={t('language')}>
        {council.languages.map((language) => (
          <button
            key={language}
            type="button"
            lang={language}
            class={language === asked && spoken === builtIn ? 'asked-for' : undefined}
            aria-pressed={language === spoken}
            onClick={() => choose(language)}
          >
            {languageOf(language).name}
          </button>
        ))}
      </fieldset>
      {hasFailed && <Trouble>{t('later.failed')}</Trouble>}
    </>
  );
}

/** The same in the panel of how it looks. */
export function LanguagePills({ of: { choose, hasFailed, wanted } }: { of: LanguageInUse }) {
  const { t } = appWords;
  if (council.languages.length < 2) return null;
  return (
    <>
      <LookChoice
        name="language"
        legend={t('language')}
        choices={council.languages.map((language) => ({
          value: language,
          label: languageOf(language).name,
          lang: language,
        }))}
        chosen={wanted}
        onChoose={choose}
      />
      {hasFailed && <Trouble>{t('later.failed')}</Trouble>}
    </>
  );
}

/** The first language of the browser's list that there are words for, if it is another than that of the built pages. */
function askedFor(): string | undefined {
  const [first] = navigator.languages
    .map((each) => each.split('-')[0] ?? '')
    .filter((each) => council.languages.includes(each));
  return first === builtIn ? undefined : first;
}
