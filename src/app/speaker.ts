import type { Answers } from '../device/answers.ts';
import type { Register } from '../domain/submission.ts';

/** Who speaks, for whom, and so in which words. */

/** How the app speaks: as was chosen by hand, else as whoever speaks is most likely to want it. */
export function registerOf({ register, voice }: Pick<Answers, 'register' | 'voice'>): Register {
  if (register) return register;
  if (voice === 'child') return 'younger';
  return isAdult({ voice }) ? 'adult' : 'older';
}

/** Whether a person is asked about themselves, or an adult about a child. */
export function whose(answers: Answers): 'own' | 'child' {
  return isAdult(answers) ? 'child' : 'own';
}

/** Somebody who speaks for a child they help: the child's words and agreement are kept apart from theirs. */
export function isHelper({ voice }: Answers): boolean {
  return voice === 'advocate';
}

export function isAdult({ voice }: Answers): boolean {
  return voice === 'parent-or-carer' || voice === 'advocate' || voice === 'someone-else';
}

export function isAboutChild(answers: Answers): boolean {
  return isAdult(answers) && !isHelper(answers) && answers.aboutWho === 'child';
}

export function isAboutSomebodyElse(answers: Answers): boolean {
  return isHelper(answers) || isAboutChild(answers) || (isAdult(answers) && answers.aboutWho === 'somebody-else');
}
