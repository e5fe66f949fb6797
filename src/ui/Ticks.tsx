import type { ComponentChildren } from 'preact';

interface TicksProps<Value extends string> {
  labelledBy: string;
  choices: { value: Value; label: string; picture?: ComponentChildren }[];
  ticked: readonly Value[];
  /** Side by side, each with its picture above its word. */
  isTiled?: boolean;
  onTick: (ticked: Value[]) => void;
}

/** Any of a few, each large. */
export function Ticks<Value extends string>({ labelledBy, choices, ticked, isTiled, onTick }: TicksProps<Value>) {
  return (
    <fieldset class={isTiled ? 'choices tiles' : 'choices'} aria-labelledby={labelledBy}>
      {choices.map(({ value, label, picture }) => (
        <label key={value} class="choice tick">
          <input
            type="checkbox"
            autocomplete="off"
            checked={ticked.includes(value)}
            onChange={({ currentTarget }) =>
              onTick(currentTarget.checked ? [...ticked, value] : ticked.filter((each) => each !== value))
            }
          />
          {picture}
          <span class="choice-words">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
