import { ReadButton } from '../ui/ReadButton.tsx';
import { appWords } from '../words/app-words.ts';

/** Reading aloud where nothing of the app's runs: `offer-reading.ts` shows it where there is a voice, and works it. */
export function ReadToMe() {
  const { t } = appWords;
  return (
    <>
      <ReadButton label={t('read.start')} isHidden />
      <p
        role="status"
        class="read-trouble"
        data-start={t('read.start')}
        data-stop={t('read.stop')}
        data-no-voice={t('read.noVoice')}
      />
    </>
  );
}
