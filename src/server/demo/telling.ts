import words from '../../../locales/en/made-up.json' with { type: 'json' };
import type { Submission, Voice } from '../../domain/submission.ts';
import type { Chance } from './chance.ts';
import type { Piece } from './pieces.ts';

/** What a made-up person says, in words that somebody might well use, and that are nobody's. */

type Helper = keyof typeof words.child;

/** @param service the id of the service to which the team belongs */
export function saidIn(piece: Piece, service: string | undefined, chance: Chance): Submission {
  const { kind, voice, name, channel } = piece;
  const isOwn = voice === 'child' || voice === 'young-person';
  return {
    version: 1,
    kind,
    words: isOwn ? chance.pick(words.ownWords[ownWordsOf[kind]]) : wordsOf(piece, chance),
    voice,
    language: 'en',
    ...(name && { name }),
    ...(kind === 'compliment' && { person: chance.pick(words.thanked) }),
    ...(kind === 'complaint' && chance.below(3) > 0 && { wanted: chance.pick(words.wanted) }),
    ...(kind === 'complaint' && !isOwn && aboutChild(voice, chance)),
    ...(isOwn && kind === 'complaint' && { advocate: chance.pick(['yes', 'has-someone', 'not-now', 'not-now']) }),
    ...(isOwn && { register: voice === 'child' ? 'younger' : 'older' }),
    ...(!channel && kind === 'complaint' && { safe: 'yes' }),
    ...(service && { service }),
  };
}

const ownWordsOf = { complaint: 'complaints', compliment: 'compliments', comment: 'comments' } as const;

function wordsOf({ kind, voice, complaint }: Piece, chance: Chance): string {
  if (kind === 'compliment') return chance.pick(words.compliments);
  if (kind === 'comment') return chance.pick(words.comments);
  const told: Partial<Record<string, string[]>> = words.complaints;
  const child = chance.pick(words.child[isHelper(voice) ? voice : 'parent-or-carer']);
  const what = chance.pick(told[complaint?.theme ?? ''] ?? []);
  const more = chance.shuffled(words.more).slice(0, chance.below(3));
  return [what, ...more].join(' ').replaceAll('{{child}}', child).replaceAll('{{Child}}', capital(child));
}

function isHelper(voice: Voice): voice is Helper {
  return voice in words.child;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function aboutChild(voice: Voice, chance: Chance): Pick<Submission, 'about' | 'relation' | 'agreement'> {
  const agrees = chance.pick(['yes', 'yes', 'partly', 'not-asked', undefined] as const);
  return {
    about: { who: 'child' },
    ...(voice === 'parent-or-carer' && { relation: chance.pick(['parent', 'parent', 'parent', 'foster-carer']) }),
    ...(agrees && { agreement: { knows: agrees === 'not-asked' ? 'not-sure' : 'yes', agrees } }),
  };
}
