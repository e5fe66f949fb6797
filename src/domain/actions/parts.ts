import * as z from 'zod/mini';
import { IsoDate } from '../dates.ts';
import { Channel } from '../recording.ts';
import { Words } from '../text.ts';

/** What every action carries: the revision of the case as it was read, so that nobody acts on what they have not seen. */
export const seen = { revision: z.int().check(z.minimum(1)) };

/** `on` is the day on which it truly happened, when that was another than today. */
export const dated = { ...seen, on: z.optional(IsoDate) };

/** `message` is a letter to the person, which they read in the app. */
export const mayTell = { ...dated, message: z.optional(Words) };
export const mustTell = { ...dated, message: Words };

/**
 * An answer with a date by which it is due. The person reads it in the app from today on: when it is said to have been
 * given on a day before, `told` says how it reached them then.
 */
export const mustAnswer = { ...mustTell, told: z.optional(Channel) };
