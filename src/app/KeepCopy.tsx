import { appWords } from '../words/app-words.ts';

/** What was said, for whoever wants to keep it: only now, for the words do not stay on the phone. */
export function KeepCopy({ words }: { words: string }) {
  const { t } = appWords;
  const save = () => {
    const address = URL.createObjectURL(new Blob([words], { type: 'text/plain;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = t('copy.file');
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <details class="item">
      <summary>{t('copy.title')}</summary>
      <p>{t('copy.text')}</p>
      <p class="own-words printed">{words}</p>
      <button type="button" class="way-aside" onClick={save}>
        {t('copy.save')}
      </button>
      <button type="button" class="way-aside" onClick={() => print()}>
        {t('copy.print')}
      </button>
    </details>
  );
}
