import { keptChoice } from './kept-choice.ts';

/** How large the letters are, on top of what the browser is set to. The largest are twice as large. */
export const sizes = ['normal', 'big', 'bigger', 'biggest'] as const;
/** The phone's own letters, or ones that are made to be told apart. */
export const letterings = ['normal', 'clear'] as const;

export interface Look {
  size: (typeof sizes)[number];
  letters: (typeof letterings)[number];
}

/** `src/app/before.ts` reads it by this name before anything is drawn. */
export const ownLookKey = 'heard-look';

const kept = keptChoice(ownLookKey);

export function readOwnLook(): Look {
  const chosen = kept.read()?.split(' ') ?? [];
  const [normal] = sizes;
  return {
    size: sizes.find((size) => size !== normal && chosen.includes(size)) ?? normal,
    letters: chosen.includes('clear') ? 'clear' : 'normal',
  };
}

export const keepOwnLook = (look: Look): void => kept.keep(inOneLine(look));
export const forgetOwnLook = kept.forget;

/** As it is kept, and as the page wears it for its style. */
export function inOneLine({ size, letters }: Look): string {
  return `${size} ${letters}`;
}
