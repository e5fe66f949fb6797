import type { ComponentChildren, Ref } from 'preact';

interface LookPanelProps {
  label: string;
  /** What the button says that folds it away again. */
  done: string;
  isOpen?: boolean;
  onToggle?: () => void;
  at?: Ref<HTMLDivElement>;
  /** The choices: one `LookChoice` each. */
  children: ComponentChildren;
}

/**
 * How things look and sound: one small button in the bar, always in reach, and what can be chosen under it. It lies over
 * the page, so that nothing moves. `foldAway` closes it.
 */
export function LookPanel({ label, done, isOpen = false, onToggle, at = null, children }: LookPanelProps) {
  return (
    <div class="look" ref={at}>
      {/* Named outright: beside the largest letters its words are not shown. */}
      <button type="button" class="look-button" aria-label={label} aria-expanded={isOpen} onClick={onToggle}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M2 19 7.5 5 13 19M4 14.5h7M22 11v8M22 15a3.2 3.6 0 1 1-6.4 0 3.2 3.6 0 1 1 6.4 0" />
        </svg>
        <span>{label}</span>
      </button>
      {children && (
        <div class="look-panel" hidden={!isOpen}>
          {children}
          <button type="button" class="look-done">
            {done}
          </button>
        </div>
      )}
    </div>
  );
}

interface LookChoiceProps<Value extends string> {
  /** Also the class of its labels' group, for those that show what they stand for. */
  name: string;
  legend: string;
  choices: { value: Value; label: string; lang?: string }[];
  chosen: Value;
  /** Absent where a page's own few lines of script listen instead. */
  onChoose?: (value: Value) => void;
}

/** One thing to choose: a row of radio buttons, each as large as a thumb. What is chosen holds at once. */
export function LookChoice<Value extends string>({ name, legend, choices, chosen, onChoose }: LookChoiceProps<Value>) {
  return (
    <fieldset class={`pills ${name}`}>
      <legend>{legend}</legend>
      {choices.map(({ value, label, lang }) => (
        <label key={value} lang={lang}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={onChoose && (() => onChoose(value))}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
