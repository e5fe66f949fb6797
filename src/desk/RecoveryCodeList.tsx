import { useEffect, useRef } from 'preact/hooks';
import { deskWords } from './words.ts';

/** The recovery codes, shown this once. */
export function RecoveryCodeList({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { t } = deskWords;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
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
