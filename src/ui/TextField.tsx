interface TextFieldProps {
  name: string;
  label: string;
  help?: string | undefined;
  value: string;
  /** Words beside it that say what is wrong, with the id of the element that holds them. */
  faultId?: string | undefined;
  inputMode?: 'text' | 'tel' | 'email';
  type?: 'text' | 'date';
  onInput: (value: string) => void;
}

/** One line to fill in, with its label above it. */
export function TextField(props: TextFieldProps) {
  const { name, label, help, value, faultId, inputMode = 'text', type = 'text', onInput } = props;
  const id = `field-${name}`;
  const describedBy = [faultId, help && `${id}-help`].filter(Boolean).join(' ');
  const shared = {
    id,
    name,
    // The browser's spelling help may send what is typed to its maker, and its memory shows it to the next person.
    spellcheck: false,
    autocomplete: 'off',
    'aria-describedby': describedBy || undefined,
    'aria-invalid': faultId ? true : undefined,
    value,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => onInput(currentTarget.value),
  } as const;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {help && (
        <p id={`${id}-help`} class="help">
          {help}
        </p>
      )}
      {type === 'date' ? (
        <input type="date" {...shared} />
      ) : (
        <input type="text" dir="auto" inputMode={inputMode} {...shared} />
      )}
    </div>
  );
}
