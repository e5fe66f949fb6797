import type { RefObject } from 'preact';
import { deskWords } from './words.ts';

interface KeysProps {
  dialog: RefObject<HTMLDialogElement | null>;
  isOn: boolean;
  onChoose: (on: boolean) => void;
}

const keys = ['next', 'previous', 'open', 'search', 'help'] as const;

/** The keys there are, and the way to be rid of them. */
export function Keys({ dialog, isOn, onChoose }: KeysProps) {
  const { t } = deskWords;
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{t('keys.title')}</h2>
      <dl>
        {keys.map((each) => (
          <div key={each}>
            <dt>
              <kbd>{t(`keys.${each}Keys`)}</kbd>
            </dt>
            <dd>{t(`keys.${each}`)}</dd>
          </div>
        ))}
      </dl>
      <label class="tick">
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby="keys-help"
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
        <span>{t('keys.on')}</span>
      </label>
      <p id="keys-help" class="help">
        {t('keys.onHelp')}
      </p>
      <button type="button" class="way" onClick={() => dialog.current?.close()}>
        {t('keys.close')}
      </button>
    </dialog>
  );
}
