import type { Answers } from '../device/answers.ts';
import type { NotThisRole } from '../domain/not-this-role.ts';

/**
 * Who must not handle it, by role. Until something else is chosen it is who it is about, where that is their social
 * worker: a child should not have to think of it.
 */
export function notThisRoleOf({ notThisRole, aboutWhat, person = '' }: Answers): NotThisRole[] {
  const isAbout = aboutWhat === 'social-worker' || socialWorker.test(person);
  return notThisRole ?? (isAbout ? ['social-worker'] : []);
}

// As it is written in each of our languages, however the word before it changes its beginning.
const socialWorker =
  /\bsocial worker|g?weithiwr cymdeithasol|g?weithwraig gymdeithasol|(أخصائي|اخصائي|الباحث|باحث)[^\s]* (ال)?اجتماعي/i;
