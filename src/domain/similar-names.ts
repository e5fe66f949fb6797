import { distance } from 'fastest-levenshtein';
import { isShortFor } from './short-forms.ts';

/**
 * Whether a name that somebody typed may be meant for one of the staff. A child writes as they hear, and a wrong yes
 * costs a colleague's look while a wrong no hands a complaint to whom it is about: so it errs to the side of yes.
 *
 * One word of what was typed is enough, when it
 * - is a word of the account's name, or of the part of its e-mail address before the @, but for case, accents and signs;
 * - sounds or is spelt nearly like one ("sara greene", "Stephen" for Steven, two letters swapped);
 * - begins one ("Jo" for Joanna), or is begun by one with three letters or more;
 * - is a short form of one ("Bill" for William);
 * - is its initials ("SG"), or nothing but an initial was typed ("Miss T", "S. G.").
 *
 * Words that say what somebody is and not who ("my social worker") name nobody, not even an account called Officer.
 * Of the other words that stand around a name some are names as well (Foster, Young): they count where an account has
 * just that word.
 */
export function isSimilarName(typed: string, account: Named): boolean {
  return likenessTo(account)(typed);
}

interface Named {
  name: string;
  email: string;
}

/** The same question of many names for one account. */
export function likenessTo({ name, email }: Named): (typed: string) => boolean {
  const [beforeAt = ''] = email.split('@');
  const own = wordsOf(name).filter((word) => !titles.has(word));
  const words = new Set([own, wordsOf(beforeAt)].flatMap((each) => [...each, ...joined(each)]));
  const theirs = [...words].flatMap((word) => (word.length > 1 ? [{ word, sound: asItSounds(word) }] : []));
  return (typed) => {
    const said = wordsOf(typed);
    const apart = said.filter((word) => !titles.has(word) && !around.has(word) && !jobs.has(word));
    return [...said, ...joined(apart)].some((word) => isOneOf(word, theirs)) || areInitials(said, own);
  };
}

/** The words of a name as they are compared: small letters and figures, without accents, titles included. */
export function wordsOf(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}|['’ʼ`´]/gu, '')
    .toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const titles: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr doctor sir madam dame lady lord prof professor rev reverend'.split(' '),
);

// What children write around a name. A word that is also a name of its own may stand here: it still counts where an
// account has it, but nothing that only looks like it does.
const around: ReadonlySet<string> = new Set(
  (
    'a about again all am an and any anyone anybody are as ask at be because boss but by call called came can care ' +
    'case center centre child children come cos could council day dont does do else ever every everybody everyone ' +
    'family female for foster friend from girl had has hate have he head help her here hers herself him his home house ' +
    'i if in is isnt it its just key kind know lady last leader like look made man me mean mine more mum dad my ' +
    'name named never new nice no nobody none not now of off old on one only or other our out people person ' +
    'please reviewing rude same see senior she should some somebody someone speak still stop ' +
    'street talk tell than that the their them then there they thing think this to told too up us use very ' +
    'visit visitor wants want was we week well went were what when where which who will with woman work would ' +
    'you young your deputy nurse police support independent male guy bloke first second nan gran'
  ).split(' '),
);

// What people are for a child, and nobody's name.
const jobs: ReadonlySet<string> = new Set(
  (
    'social worker workers officer officers manager managers carer carers teacher teachers team teams tutor psychologist ' +
    'supervisor assistant advocate council school staff helper office'
  ).split(' '),
);

/** Two words that were written apart count as one as well: "Mary Anne" is Maryanne. */
function joined(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]}${word}`);
}

function isOneOf(typed: string, theirs: readonly { word: string; sound: string }[]): boolean {
  if (jobs.has(typed)) return false;
  if (theirs.some(({ word }) => word === typed)) return true;
  if (typed.length < 2 || titles.has(typed) || around.has(typed)) return false;
  const sounds = asItSounds(typed);
  return theirs.some(
    ({ word, sound }) =>
      word.startsWith(typed) || isNear(typed, word) || isNear(sounds, sound) || isShortFor(typed, word),
  );
}

function isNear(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < 3) return false;
  if (one.startsWith(other)) return true;
  const steps = distance(one, other);
  if (steps <= (shorter < 6 ? 1 : 2)) return Math.max(one.length, other.length) > 3;
  // Two neighbours changed places.
  return steps === 2 && shorter > 3 && sorted(one) === sorted(other);
}

function sorted(word: string): string {
  return [...word].sort().join('');
}

function asItSounds(word: string): string {
  return word
    .replaceAll('ph', 'f')
    .replaceAll('ck', 'k')
    .replace(/c(?![eihy])/g, 'k')
    .replaceAll('y', 'i')
    .replace(/(.)\1+/g, '$1');
}

// "SG" is all of somebody's initials in a word. A letter alone is one when nothing but letters was typed beside what is
// around a name; "a" and "I" are words unless a title stands before them.
function areInitials(words: readonly string[], own: readonly string[]): boolean {
  const initials = own.map((word) => word.charAt(0));
  const isAll = (word: string) => word.length > 1 && !around.has(word) && word === initials.join('');
  if (words.some(isAll)) return true;
  const isOne = (word: string, index: number) =>
    word.length === 1 && ((word !== 'a' && word !== 'i') || titles.has(words[index - 1] ?? ''));
  const letters = words.filter(isOne);
  const isAround = (word: string) => titles.has(word) || around.has(word) || jobs.has(word);
  const others = words.filter((word, index) => !isOne(word, index) && !isAround(word));
  return letters.length > 0 && others.length === 0 && letters.every((letter) => initials.includes(letter));
}
