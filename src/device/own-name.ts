import { keptChoice } from './kept-choice.ts';

/** What this app is called where somebody sees its name and icon: on the home screen, in a tab, in a list of what is open. */
export const ownNames = ['heard', 'notes'] as const;
export type OwnName = (typeof ownNames)[number];

/** By this name `src/pages/own-words.ts` reads it too. */
const kept = keptChoice('heard-name');

export function readOwnName(): OwnName {
  return kept.read() === 'notes' ? 'notes' : 'heard';
}

/** Its own name is kept as none. */
export function keepOwnName(name: OwnName): void {
  if (name === 'heard') kept.forget();
  else kept.keep(name);
}

export const forgetOwnName = kept.forget;
