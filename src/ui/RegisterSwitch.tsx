import { useRef, useState } from 'preact/hooks';

interface RegisterSwitchProps<Value extends string> {
  /** What the small button says. */
  label: string;
  legend: string;
  choices: { value: Value; label: string }[];
  chosen: Value;
  onChoose: (value: Value) => void;
}

/**
 * How the words are written: one small button in the bar, always in reach, and a row of choices under it when it was
 * pressed. Nothing else on the screen moves.
 */
export function RegisterSwitch<Value extends string>(props: RegisterSwitchProps<Value>) {
  const { label, legend, choices, chosen, onChoose } = props;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    // What had the focus goes: whoever moves by keyboard stays where they were.
    button.current?.focus();
    setOpen(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what stands open, wherever in it the focus is.
    <div class="register-switch" onKeyDown={(event) => isOpen && event.key === 'Escape' && close()}>
      <button
        ref={button}
        type="button"
        class="words-button"
        aria-expanded={isOpen}
        onClick={() => (isOpen ? close() : setOpen(true))}
      >
        {label}
      </button>
      {isOpen && (
        <fieldset class="words-choices" aria-label={legend}>
          {choices.map(({ value, label: name }) => (
            <button
              key={value}
              type="button"
              value={value}
              aria-pressed={value === chosen}
              onClick={() => {
                onChoose(value);
                close();
              }}
            >
              {name}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
