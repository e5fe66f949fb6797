interface TicksProps<Value extends string> {
  labelledBy: string;
  choices: { value: Value; label: string }[];
  ticked: readonly Value[];
  onTick: (ticked: Value[]) => void;
}

/** Any of a few, each large, none beforehand. */
export function Ticks<Value extends string>({ labelledBy, choices, ticked, onTick }: TicksProps<Value>) {
  return (
    <fieldset class="choices" aria-labelledby={labelledBy}>
      {choices.map(({ value, label }) => (
        <label key={value} class="choice tick">
          <input
            type="checkbox"
            autocomplete="off"
            checked={ticked.includes(value)}
            onChange={({ currentTarget }) =>
              onTick(currentTarget.checked ? [...ticked, value] : ticked.filter((each) => each !== value))
            }
          />
          <span class="choice-words">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
