import { useFocus } from '../ui/use-focus.ts';
import { deskWords } from './words.ts';

/** The recovery codes, shown this once. */
export function RecoveryCodeList({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { t } = deskWords;
  const heading = useFocus<HTMLHeadingElement>();
  return (
    <div class="recovery">
      <h2 tabIndex={-1} ref={heading}>
        {t('recovery.title')}
      </h2>
      <p>{t('recovery.text')}</p>
      <ul class="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <button type="button" class="way" onClick={onDone}>
        {t('recovery.done')}
      </button>
    </div>
  );
}
