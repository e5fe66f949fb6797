import type { ComponentChildren } from 'preact';
import { Picture } from '../ui/art/Picture.tsx';
import type { PictureName } from '../ui/art/pictures.ts';
import { appWords } from '../words/app-words.ts';

/** A picture for those who do not read yet; the others have the word. */
export function youngerPicture(name: PictureName): ComponentChildren {
  return appWords.register === 'younger' && <Picture name={name} />;
}
