import type { Kind } from '../domain/submission.ts';
import type { QuestionName } from './journey.ts';

/** Who is asked what, in which order, before sending; and what is offered beside it and afterwards. */

export type Way = readonly QuestionName[];

/** A young person says what would put it right, and how to be answered; the rest is "add more". */
export const own: Record<Kind, Way> = {
  complaint: ['who', 'kind', 'words', 'wanted', 'safe', 'help-now', 'advocate', 'trusted', 'reply', 'reply-how'],
  compliment: ['who', 'kind', 'words', 'person'],
  comment: ['who', 'kind', 'words'],
};

/** A child in the younger register: pictures before words, and no word that must be written. */
export const withPictures: Record<Kind, Way> = {
  complaint: ['who', 'kind', 'about-what', 'feeling', 'words', 'better', 'safe', 'help-now', 'advocate', 'trusted'],
  compliment: ['who', 'kind', 'thank-whom', 'what-was-good', 'words'],
  comment: own.comment,
};

/** A parent or carer, and somebody else: whom it is about, and what that means for what they may be told. */
export const forOthers: Record<Kind, Way> = {
  complaint: [
    'who',
    'kind',
    'words',
    'safe',
    'help-now',
    'about',
    'child-name',
    'relation',
    'knows',
    'wanted',
    'not-this-person',
    'court',
    'reply',
    'reply-how',
  ],
  compliment: ['who', 'kind', 'words', 'person'],
  comment: ['who', 'kind', 'words', 'reply', 'reply-how'],
};

/** An advocate, one child after the other: each its own draft, and nothing of one in the next. */
export const helping: Record<Kind, Way> = {
  complaint: [
    'who',
    'helper',
    'child-name',
    'whose-words',
    'kind',
    'words',
    'safe',
    'help-now',
    'wanted',
    'not-this-person',
    'agrees',
    'asked',
    'helper-may-see',
  ],
  compliment: ['who', 'helper', 'child-name', 'whose-words', 'kind', 'words', 'person', 'agrees', 'asked'],
  comment: ['who', 'helper', 'child-name', 'whose-words', 'kind', 'words', 'agrees', 'asked', 'helper-may-see'],
};

/** In the order in which they are offered; those of the way before sending are not offered again there. */
export const more: Way = [
  'about-what',
  'feeling',
  'better',
  'thank-whom',
  'what-was-good',
  'wanted',
  'person',
  'service',
  'not-this-person',
  'may-tell',
  'court',
  'reply',
  'reply-how',
  'advocate',
  'trusted',
  'about',
  'child-name',
  'relation',
  'knows',
  'agrees',
  'asked',
  'helper-may-see',
  'name',
  'helper-access',
  'message',
  'ask-next',
  'now',
];
