import { appWords } from '../words/app-words.ts';
import type { Trial } from './KeyForm.tsx';

/** Why nothing was found with what was given, and what to do next. */
export function KeyTrouble({ trial }: { trial: Trial }) {
  const { t } = appWords;
  if (trial.is === 'no-key-in-file') return <>{t('key.noKeyInFile')}</>;
  if (trial.is === 'no-answer') return <>{t(`key.answer.${trial.outcome}`)}</>;
  const { read } = trial;
  if (read.reason === 'empty') return <>{t('key.empty')}</>;
  if (read.reason === 'other-address') {
    return (
      <>
        {t('key.otherAddress', { host: read.host })}
        <a class="way-aside" href={read.link} rel="noreferrer">
          {t('key.goThere', { host: read.host })}
        </a>
      </>
    );
  }
  if (read.how === 'too-short') return <>{t('key.tooShort', { count: read.missing })}</>;
  if (read.how === 'too-long') return <>{t('key.tooLong')}</>;
  return <>{t('key.otherLetters', { letters: read.letters.slice(0, 5).join(' ') })}</>;
}
