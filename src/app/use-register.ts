import { useLayoutEffect, useState } from 'preact/hooks';
import type { Draft } from '../device/drafts.ts';
import { keepOwnRegister, ownRegisterKey, readOwnRegister } from '../device/own-register.ts';
import type { Register } from '../domain/submission.ts';
import { appWords } from '../words/app-words.ts';
import { rememberSpoken } from './this-tab.ts';
import { useChosenElsewhere } from './use-chosen-elsewhere.ts';

/** The words chosen by hand on this phone, here, in another tab or on a page that is only read; and choosing them. */
export function useOwnRegister(initial: Register | undefined): [Register | undefined, (register: Register) => void] {
  const [own, setOwn] = useState(initial);
  useChosenElsewhere(ownRegisterKey, () => setOwn((before) => readOwnRegister() ?? before));
  const choose = (register: Register) => {
    keepOwnRegister(register);
    setOwn(register);
  };
  return [own, choose];
}

/** Tells style, and the pages that are only read, in which words the app speaks. */
export function useSpokenRegister(): void {
  const { register } = appWords;
  useLayoutEffect(() => {
    document.documentElement.dataset.register = register;
    rememberSpoken(register);
  }, [register]);
}

/** A draft in the words that were chosen on this phone: the last choice counts, whichever draft it was made in. */
export function inRegister(draft: Draft, own: Register | undefined): Draft {
  return own && draft.answers.register !== own ? { ...draft, answers: { ...draft.answers, register: own } } : draft;
}
