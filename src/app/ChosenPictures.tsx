import { appWords } from '../words/app-words.ts';
import { Picture } from './Picture.tsx';
import { pictureWord } from './picture-words.ts';

interface ChosenPicturesProps {
  chosen: number[];
  onChange: (chosen: number[]) => void;
}

/** What was given so far, the first of them first: only that place counts, so only that place can be changed. */
export function ChosenPictures({ chosen, onChange }: ChosenPicturesProps) {
  const { t } = appWords;
  if (chosen.length === 0) return null;
  return (
    <ol class="chosen-pictures" aria-label={t('pictures.yours')}>
      {chosen.map((picture, place) => (
        <li key={picture} class={place === 0 ? 'first' : undefined}>
          {place === 0 && <small>{t('pictures.first')}</small>}
          <Picture of={picture} />
          {place > 0 && (
            <button
              type="button"
              class="change"
              aria-label={t('pictures.makeFirst', { word: pictureWord(picture) })}
              onClick={() => onChange([picture, ...chosen.filter((each) => each !== picture)])}
            >
              {t('pictures.putFirst')}
            </button>
          )}
          <button
            type="button"
            class="take-away"
            aria-label={t('pictures.takeAway', { word: pictureWord(picture) })}
            onClick={() => onChange(chosen.filter((each) => each !== picture))}
          >
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M6 6l12 12M18 6L6 18" />
            </svg>
          </button>
        </li>
      ))}
    </ol>
  );
}
