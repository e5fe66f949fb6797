export interface Stone {
  key: string;
  state: 'done' | 'next' | 'later' | 'late';
  /** The day of the month on the stone; done stones carry a tick instead. */
  day?: string | undefined;
  title: string;
  texts: string[];
}

/** What happens next, as stones across the water. Four states differ in shape and words, never in colour alone. */
export function SteppingStones({ stones }: { stones: Stone[] }) {
  return (
    <ol class="stones">
      {stones.map(({ key, state, day, title, texts }) => (
        <li key={key} class={`stone stone-${state}`}>
          <svg viewBox="0 0 66 60" aria-hidden="true">
            <path class="stone-shape" d="M5 31C4 15 17 5 34 5s28 11 27 26c-1 15-13 22-28 22S6 46 5 31Z" />
            {state === 'done' ? (
              <path class="stone-tick" d="M21 30l8 9 17-19" />
            ) : (
              <text x="33" y="38" text-anchor="middle">
                {state === 'later' ? '' : day}
              </text>
            )}
          </svg>
          <div>
            <h2>{title}</h2>
            {texts.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}
