import * as z from 'zod/mini';

/**
 * What a child tells by pictures, who may not write yet: one of a few each. They are the child's own answers as words
 * are, so with one of them nothing need be written.
 */
export const AboutWhat = z.enum([
  'home',
  'family',
  'social-worker',
  'school',
  'hurt-or-scared',
  'something-else',
  'not-sure',
]);
export const Feeling = z.enum(['sad', 'scared', 'angry', 'worried', 'ok', 'not-sure']);
/** What would make it better. */
export const Better = z.enum([
  'it-stops',
  'someone-listens',
  'someone-says-sorry',
  'see-family',
  'something-else',
  'not-sure',
]);
export const ThankWhom = z.enum(['social-worker', 'carer', 'helper', 'someone-else']);
export const WhatWasGood = z.enum(['they-listened', 'they-were-kind', 'they-helped', 'we-had-fun', 'something-else']);

export const byPictures = {
  aboutWhat: z.optional(AboutWhat),
  feeling: z.optional(Feeling),
  better: z.optional(Better),
  thankWhom: z.optional(ThankWhom),
  whatWasGood: z.optional(WhatWasGood),
};

export const ByPictures = z.object(byPictures);
export type ByPictures = z.infer<typeof ByPictures>;

/** In the order in which they are asked. */
export const pictureNames = ['aboutWhat', 'feeling', 'thankWhom', 'whatWasGood', 'better'] as const;

/** Whether anything was told by a picture. */
export function isToldByPictures(said: ByPictures): boolean {
  return pictureNames.some((name) => said[name] !== undefined);
}
