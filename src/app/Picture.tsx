import './pictures.css';
import { pictureWord } from './picture-words.ts';

/** One of the 256, with its word. The word says it, so the drawing is not read out. */
export function Picture({ of }: { of: number }) {
  return (
    <span class="pictured">
      <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <use href={`/picture-key.svg#${of}`} />
      </svg>
      <span>{pictureWord(of)}</span>
    </span>
  );
}

interface PictureGridProps {
  labelledBy: string;
  pictures: readonly number[];
  /** Marked as pressed; `undefined` when pressing one is a step and not a state. */
  picked?: readonly number[] | undefined;
  onPick: (picture: number) => void;
}

/** Pictures to press, each with its word. */
export function PictureGrid({ labelledBy, pictures, picked, onPick }: PictureGridProps) {
  return (
    <fieldset class="pictures" aria-labelledby={labelledBy}>
      {pictures.map((picture) => (
        <button
          key={picture}
          type="button"
          class="picture-choice"
          aria-pressed={picked?.includes(picture)}
          onClick={() => onPick(picture)}
        >
          <Picture of={picture} />
        </button>
      ))}
    </fieldset>
  );
}
