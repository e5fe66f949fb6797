import council from 'virtual:council';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { keepOwnLanguage, ownLanguageKey, readOwnLanguage } from '../device/own-language.ts';
import { appWords, bringLanguage } from '../words/app-words.ts';
import { builtIn } from '../words/languages.ts';
import { useChosenElsewhere } from './use-chosen-elsewhere.ts';

/** The language chosen on this phone, if this council offers it; else that of the built pages. */
export function chosenLanguage(): string {
  const own = readOwnLanguage();
  return own && council.languages.includes(own) ? own : builtIn;
}

export interface LanguageInUse {
  language: string;
  /** Chosen, though its words may be on their way. */
  wanted: string;
  /** Its words could not be fetched: they are when there is a network. */
  hasFailed: boolean;
  choose: (language: string) => void;
}

/**
 * In which language everything is said, here, and as chosen in another tab or on a page that is only read. What is
 * chosen is said when its words have come; until then nothing changes, and nothing that was typed ever does.
 *
 * @param initial whose words are here already
 */
export function useLanguage(initial: string): LanguageInUse {
  const [wanted, setWanted] = useState(initial);
  const [language, setLanguage] = useState(initial);
  const [hasFailed, setFailed] = useState(false);

  // The start may not have waited for a slow network.
  useEffect(() => setWanted(chosenLanguage()), []);
  useChosenElsewhere(ownLanguageKey, () => setWanted(chosenLanguage()));

  useEffect(() => {
    let isPast = false;
    const bring = () =>
      void bringLanguage(wanted).then(
        () => {
          if (isPast) return;
          setFailed(false);
          setLanguage(wanted);
        },
        () => isPast || setFailed(true),
      );
    bring();
    addEventListener('online', bring);
    return () => {
      isPast = true;
      removeEventListener('online', bring);
    };
  }, [wanted]);

  const choose = (chosen: string) => {
    keepOwnLanguage(chosen, builtIn);
    setWanted(chosen);
  };
  return { language, wanted, hasFailed, choose };
}

/** Tells the page in which language, and from which side, it is read. */
export function useSpokenLanguage(): void {
  const { language, direction } = appWords;
  useLayoutEffect(() => {
    const { documentElement: page } = document;
    page.lang = language;
    page.dir = direction;
  }, [language, direction]);
}
