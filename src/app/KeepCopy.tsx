import { appWords } from '../words/app-words.ts';
import { saveFile } from './save-file.ts';
import { youngerPicture } from './younger-picture.tsx';

/** What was said, for whoever wants to keep it: only now, for the words do not stay on the phone. */
export function KeepCopy({ words }: { words: string }) {
  const { t } = appWords;
  return (
    <details class="row">
      <summary>
        {youngerPicture('copy')}
        {t('copy.title')}
      </summary>
      <p>{t('copy.text')}</p>
      <p class="own-words printed">{words}</p>
      <button type="button" class="way-aside" onClick={() => saveFile(t('copy.file'), words)}>
        {t('copy.save')}
      </button>
      <button type="button" class="way-aside" onClick={() => print()}>
        {t('copy.print')}
      </button>
    </details>
  );
}
