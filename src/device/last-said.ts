import * as z from 'zod/mini';
import { Asked } from '../domain/asks.ts';
import { MayTell } from '../domain/consent.ts';
import { IsoDate } from '../domain/dates.ts';

/**
 * What this phone remembers of what was said from it, beside how it goes: so much as the screen needs to say that it was
 * said, and to show a choice again before it is changed. Never words.
 */
export const LastSaid = z.object({
  /** What was asked for last, and when by this phone's clock. */
  asked: z.optional(Asked),
  /** Whom the council may tell, as it was chosen here last. */
  mayTell: z.optional(z.array(MayTell)),
  /** On which day, by this phone's clock, it was said how things are. How they are is not kept. */
  nowOn: z.optional(IsoDate),
});
export type LastSaid = z.infer<typeof LastSaid>;
