import { FieldFrame } from '../ui/FieldFrame.tsx';
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
}

/** A letter to write, begun with the standard one. */
export function LetterField({ id, written, standard, help, fault, warning, onWritten }: LetterFieldProps) {
  const { t } = deskWords;
  return (
    <FieldFrame
      id={id}
      label={t('letter.label')}
      help={help}
      fault={fault}
      alsoDescribedBy={warning ? `${id}-warning` : undefined}
    >
      {(described) => (
        <>
          <textarea
            {...described}
            name={id}
            rows={8}
            dir="auto"
            value={written ?? standard}
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
        </>
      )}
    </FieldFrame>
  );
}
