import * as z from 'zod/mini';
import { FollowKey } from './keys.ts';

export const pictureCount = 256;
export const keyLength = 7;

/**
 * Seven different pictures out of 256, by their numbers, in the order in which they were given: a way back to what
 * was sent that a child can remember or draw. Which of them is first counts; the order of the others does not.
 */
export const PictureKey = z.array(z.int().check(z.minimum(0), z.maximum(pictureCount - 1))).check(
  z.length(keyLength),
  z.refine((pictures) => new Set(pictures).size === pictures.length, 'Each picture is in a key once.'),
  z.meta({ uniqueItems: true }),
);
export type PictureKey = z.infer<typeof PictureKey>;

/** The body of both requests that carry a picture key. */
export const WithPictures = z.strictObject({ pictures: PictureKey });

/** What a picture key was exchanged for: a key of this device's own, for `Authorization: Bearer`. */
export const DeviceKey = z.object({ followKey: FollowKey });
export type DeviceKey = z.infer<typeof DeviceKey>;

/**
 * The same text for every order that is forgiven: the first picture stays first, the other six may come in any order.
 * Forgiving their order too would leave 43.6 bits; this leaves 46.4 (docs/decisions/0025).
 */
export function canonicalKey([first, ...rest]: PictureKey): string {
  return [first, ...rest.sort((a, b) => a - b)].join(' ');
}
