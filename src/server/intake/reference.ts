import { randomInt } from 'node:crypto';

// Crockford's base 32: no I, L, O or U, so that a reference read aloud is written down right.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A reference to say on the telephone, such as `H-7K4P-2M`: 30 random bits. It opens nothing, and its uniqueness is
 * the database's to keep.
 */
export function newReference(): string {
  const letters = Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `H-${letters.slice(0, 4)}-${letters.slice(4)}`;
}
