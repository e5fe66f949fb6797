import { pictures } from './pictures.ts';

/** The pictures of which a lock has four, in an order that counts and the same one more than once: 65,536 locks. */
export const lockPictures: readonly number[] = [
  ...['cat', 'dog', 'frog', 'fish'],
  ...['sun', 'moon', 'star', 'tree'],
  ...['apple', 'banana', 'cake', 'drum'],
  ...['bus', 'ship', 'kite', 'crown'],
].map((name) => pictures.indexOf(name));

export const lockLength = 4;
