import type { ActField, Option } from './act-fields.ts';
import { deskWords } from './words.ts';

interface ActFieldInputProps {
  field: ActField;
  id: string;
  written: string;
  fault: string | undefined;
  onWritten: (written: string) => void;
  /** Choices open as a list, however few there are. */
  asList?: boolean;
}

/** More than so many are chosen from a list that opens. */
const mostShown = 6;

/** One field of an action, with its label above it and its fault right beside it. */
export function ActFieldInput({ field, id, written, fault, onWritten, asList }: ActFieldInputProps) {
  const { label, as, isOptional } = field;
  if (Array.isArray(as) && as.length <= mostShown && !asList) {
    return <Choice field={field} id={id} options={as} written={written} fault={fault} onWritten={onWritten} />;
  }
  const shared = {
    id,
    value: written,
    'aria-describedby': fault ? `${id}-fault` : undefined,
    'aria-invalid': fault ? true : undefined,
  };
  return (
    <div class="field">
      <label for={id}>{isOptional ? deskWords.t('act.optional', { label }) : label}</label>
      <Fault id={id} fault={fault} />
      {as === 'words' && (
        <textarea
          {...shared}
          class="note-field"
          rows={3}
          dir="auto"
          onInput={({ currentTarget: { value } }) => onWritten(value)}
        />
      )}
      {as === 'line' && (
        <input
          {...shared}
          type="text"
          dir="auto"
          autocomplete="off"
          onInput={({ currentTarget: { value } }) => onWritten(value)}
        />
      )}
      {as === 'date' && (
        <input
          {...shared}
          type="date"
          class="date-field"
          min={field.min}
          max={field.max}
          onInput={({ currentTarget: { value } }) => onWritten(value)}
        />
      )}
      {Array.isArray(as) && (
        <select {...shared} onChange={({ currentTarget: { value } }) => onWritten(value)}>
          <option value="">{deskWords.t('act.choose')}</option>
          {as.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

function Choice({ field, id, options, written, fault, onWritten }: ActFieldInputProps & { options: Option[] }) {
  return (
    <fieldset class="choice-field" aria-describedby={fault ? `${id}-fault` : undefined}>
      <legend>{field.label}</legend>
      <Fault id={id} fault={fault} />
      {options.map(({ value, label }) => (
        <label key={value} class="choice-label">
          <input
            type="radio"
            name={id}
            value={value}
            checked={written === value}
            aria-invalid={fault ? true : undefined}
            onChange={() => onWritten(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

function Fault({ id, fault }: { id: string; fault: string | undefined }) {
  if (!fault) return null;
  return (
    <p id={`${id}-fault`} class="fault">
      {fault}
    </p>
  );
}
