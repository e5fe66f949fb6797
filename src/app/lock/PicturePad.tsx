import { useState } from 'preact/hooks';
import { lockLength, lockPictures } from '../../domain/lock-pictures.ts';
import { appWords } from '../../words/app-words.ts';
import { PictureGrid } from '../Picture.tsx';

interface PicturePadProps {
  labelledBy: string;
  /** Presses count for nothing just now. */
  isResting?: boolean;
  onDone: (pictures: number[]) => void;
}

/** Four pictures to press, in their order. Which were pressed is not shown: somebody may be looking. */
export function PicturePad({ labelledBy, isResting = false, onDone }: PicturePadProps) {
  const { t } = appWords;
  const [picked, setPicked] = useState<number[]>([]);
  const pick = (picture: number) => {
    if (isResting) return;
    const next = [...picked, picture];
    setPicked(next.length < lockLength ? next : []);
    if (next.length === lockLength) onDone(next);
  };
  return (
    <div class="lock-pad">
      <p role="status" class="help">
        {t('lock.picked', { done: picked.length })}
      </p>
      <PictureGrid labelledBy={labelledBy} pictures={lockPictures} onPick={pick} />
      {picked.length > 0 && (
        <button type="button" class="quiet" onClick={() => setPicked([])}>
          {t('lock.clear')}
        </button>
      )}
    </div>
  );
}
