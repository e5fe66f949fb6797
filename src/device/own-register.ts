import { Register } from '../domain/submission.ts';
import { keptChoice } from './kept-choice.ts';

/**
 * The words that somebody has chosen on this phone, whoever they say they are. `src/app/before.ts` and
 * `src/pages/own-words.ts` read it by this name.
 */
export const ownRegisterKey = 'heard-register';

const kept = keptChoice(ownRegisterKey);

export function readOwnRegister(): Register | undefined {
  return Register.safeParse(kept.read()).data;
}

export const keepOwnRegister = (register: Register): void => kept.keep(register);
export const forgetOwnRegister = kept.forget;
