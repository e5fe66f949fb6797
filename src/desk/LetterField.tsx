import type { ComponentChildren } from 'preact';
import { deskWords } from './words.ts';

interface LetterFieldProps {
  id: string;
  /** What is written so far; undefined while the standard letter stands as it is. */
  written: string | undefined;
  standard: string;
  help: string;
  fault?: string | undefined;
  /** A word of warning, when the letter no longer says what it should. */
  warning?: string | false | undefined;
  onWritten: (words: string | undefined) => void;
  children?: ComponentChildren;
}

/** A letter to write, begun with the standard one. */
export function LetterField({ id, written, standard, help, fault, warning, onWritten }: LetterFieldProps) {
  const { t } = deskWords;
  const described = [`${id}-help`, fault && `${id}-fault`, warning && `${id}-warning`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{t('letter.label')}</label>
      <p id={`${id}-help`} class="help">
        {help}
      </p>
      {fault && (
        <p id={`${id}-fault`} class="fault">
          {fault}
        </p>
      )}
      <textarea
        id={id}
        name={id}
        rows={8}
        dir="auto"
        value={written ?? standard}
        aria-describedby={described}
        aria-invalid={fault ? true : undefined}
        onInput={({ currentTarget: { value } }) => onWritten(value === standard ? undefined : value)}
      />
      <div class="letter-foot">
        <p id={`${id}-warning`} class="warning" role="status">
          {warning}
        </p>
        {written !== undefined && (
          <button type="button" class="quiet" onClick={() => onWritten(undefined)}>
            {t('letter.standard')}
          </button>
        )}
      </div>
    </div>
  );
}
