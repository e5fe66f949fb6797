import addresses from 'virtual:pictures';
import type { PictureName } from './pictures.ts';

/** A picture beside its word, which says it all: whoever listens hears the word alone. */
export function Picture({ name }: { name: PictureName }) {
  return <img class="picture" src={addresses[name]} alt="" width="48" height="48" />;
}
