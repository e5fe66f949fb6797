import { Register } from '../domain/submission.ts';

/**
 * The words that somebody has chosen on this phone, whoever they say they are. Not in the database: the page must know
 * before that is open in which words to begin. `src/app/before.ts` and `src/pages/own-register.ts` read it by this name.
 */
const key = 'heard-register';

export function readOwnRegister(): Register | undefined {
  try {
    return Register.safeParse(localStorage.getItem(key)).data;
  } catch {
    // Storage is refused: nothing was kept.
    return undefined;
  }
}

export function keepOwnRegister(register: Register): void {
  try {
    localStorage.setItem(key, register);
  } catch {
    // Storage is refused: it holds as long as the page.
  }
}

export function forgetOwnRegister(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage is refused: there is nothing.
  }
}
