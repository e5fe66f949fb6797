import { FieldFrame } from './FieldFrame.tsx';

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
  return (
    <FieldFrame id={`field-${name}`} label={label} help={help} alsoDescribedBy={faultId} isFaulty={Boolean(faultId)}>
      {(described) => {
        const shared = {
          ...described,
          name,
          // The browser's spelling help may send what is typed to its maker, and its memory shows it to the next person.
          spellcheck: false,
          autocomplete: 'off',
          value,
          onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => onInput(currentTarget.value),
        } as const;
        return type === 'date' ? (
          <input type="date" {...shared} />
        ) : (
          <input type="text" dir={value ? 'auto' : undefined} inputMode={inputMode} {...shared} />
        );
      }}
    </FieldFrame>
  );
}
