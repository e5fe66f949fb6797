import * as z from 'zod/mini';
import { FollowKey } from './keys.ts';
import { Line } from './text.ts';

/** Staff help somebody back in who has lost every way of their own: who asked, and how it is known that it is them. */
export const WayBack = z.strictObject({
  /** Minted at the desk, and handed over as a link, once; the server keeps its hash alone. */
  followKey: FollowKey,
  who: Line,
  how: Line,
  /** Every other way of the person's own ends: the first phone's key, the pictures, other phones. */
  endOthers: z.boolean(),
});
export type WayBack = z.infer<typeof WayBack>;
