import { type Described, FieldFrame, GroupFrame } from '../ui/FieldFrame.tsx';
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
  return (
    <FieldFrame id={id} label={isOptional ? deskWords.t('act.optional', { label }) : label} fault={fault}>
      {(described) => <Control field={field} written={written} onWritten={onWritten} described={described} />}
    </FieldFrame>
  );
}

type ControlProps = Pick<ActFieldInputProps, 'field' | 'written' | 'onWritten'> & { described: Described };

function Control({ field: { as, min, max }, written, onWritten, described }: ControlProps) {
  const shared = { ...described, value: written };
  const keep = ({ currentTarget: { value } }: { currentTarget: { value: string } }) => onWritten(value);
  if (as === 'words') return <textarea {...shared} class="note-field" rows={3} dir="auto" onInput={keep} />;
  if (as === 'date') return <input {...shared} type="date" class="date-field" min={min} max={max} onInput={keep} />;
  if (!Array.isArray(as)) return <input {...shared} type="text" dir="auto" autocomplete="off" onInput={keep} />;
  return (
    <select {...shared} onChange={keep}>
      <option value="">{deskWords.t('act.choose')}</option>
      {as.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

function Choice({ field, id, options, written, fault, onWritten }: ActFieldInputProps & { options: Option[] }) {
  return (
    <GroupFrame id={id} class="choice-field" label={field.label} fault={fault}>
      {(invalid) =>
        options.map(({ value, label }) => (
          <label key={value} class="choice-label">
            <input
              type="radio"
              name={id}
              value={value}
              checked={written === value}
              aria-invalid={invalid}
              onChange={() => onWritten(value)}
            />
            {label}
          </label>
        ))
      }
    </GroupFrame>
  );
}
