import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Council } from '../../domain/council.ts';
import { wordsOfCouncil, wordsOfPerson } from './context-words.ts';

/** Whether a password that somebody has chosen would be among the first that another tries. */
export type IsGuessable = (password: string, chooser: { name: string; email: string }) => boolean;

/** So many characters of a password must be its own: what OWASP ASVS 6.2.1 asks of a whole one. */
const leastOwn = 8;

/** Made by `tooling/most-used-passwords.mjs`, which says where they come from: each in small letters, of twelve and more. */
const mostUsed: ReadonlySet<string> = new Set(
  gunzipSync(readFileSync(new URL('most-used-passwords.gz', import.meta.url)))
    .toString('utf8')
    .split('\n'),
);

/** What is typed for a letter so that a word is none: "p4$$w0rd". */
const typedFor: Readonly<Record<string, string>> = {
  ...{ a: '[a4@]', b: '[b8]', e: '[e3]', g: '[g9]', i: '[i1!|]', l: '[l1!|]', o: '[o0]', s: '[s5$]', t: '[t7+]' },
};
const year = '(?:19|20)[0-9]{2}';
const between = /[\s\p{P}$+<=>^`|~]/gu;
/** The same three times and more is as good as once. */
const repeated = /(.{1,8}?)\1{2,}/gu;

/**
 * For this council and at this address: a password is guessable when it is one of the most used, or when less than
 * eight characters of it are left without the words that others would try first. Nothing else is asked of it.
 */
export function createGuessable(council: Council, publicUrl: Pick<URL, 'hostname'>): IsGuessable {
  const everywhere = wordsOfCouncil(council, publicUrl);
  return (password, chooser) => {
    const typed = password.normalize('NFKC').toLowerCase();
    const bare = typed.replaceAll(between, '');
    if (mostUsed.has(typed) || mostUsed.has(bare)) return true;
    const words = anyOf([...everywhere, ...wordsOfPerson(chooser)]);
    // Before and after what stands between is left out: "p@ssword", and "pass word".
    const own = typed.replaceAll(words, ' ').replaceAll(between, '').replaceAll(words, '').replaceAll(repeated, '$1');
    return [...own].length < leastOwn;
  };
}

/** The longest first, so that what is left of one is no word of its own. */
function anyOf(words: readonly string[]): RegExp {
  const longestFirst = [...new Set(words)].sort((one, other) => other.length - one.length);
  const patterns = longestFirst.map((word) => [...word].map((letter) => typedFor[letter] ?? letter).join(''));
  return new RegExp([...patterns, year].join('|'), 'gu');
}
