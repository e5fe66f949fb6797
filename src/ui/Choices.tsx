import type { ComponentChildren } from 'preact';

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  hint?: string;
  picture?: ComponentChildren;
}

interface ChoicesProps<Value extends string> {
  labelledBy: string;
  choices: Choice<Value>[];
  chosen: Value | undefined;
  /** Side by side, each with its picture above its word. */
  isTiled?: boolean | undefined;
  onChoose: (value: Value) => void;
}

/** One choice of a few, each large; choosing is the step forward. */
export function Choices<Value extends string>({ labelledBy, choices, chosen, isTiled, onChoose }: ChoicesProps<Value>) {
  return (
    <fieldset class={isTiled ? 'choices tiles' : 'choices'} aria-labelledby={labelledBy}>
      {choices.map(({ value, label, hint, picture }) => (
        <button
          key={value}
          type="button"
          class="choice"
          value={value}
          aria-pressed={chosen === undefined ? undefined : chosen === value}
          onClick={() => onChoose(value)}
        >
          {picture}
          <span class="choice-words">
            <span>{label}</span>
            {hint && <small>{hint}</small>}
          </span>
        </button>
      ))}
    </fieldset>
  );
}
