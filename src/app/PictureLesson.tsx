import { useRef, useState } from 'preact/hooks';
import { forgetPictures } from '../device/sent.ts';
import { canonicalKey, keyLength, type PictureKey, pictureCount } from '../domain/picture-key.ts';
import { Confirm } from '../ui/Confirm.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useFocus } from '../ui/use-focus.ts';
import { appWords } from '../words/app-words.ts';
import { Picture, PictureGrid } from './Picture.tsx';

export interface PictureLessonProps {
  pictureKey: PictureKey;
  /** The council knows them, so they open something. */
  areKnown: boolean;
  onClose: () => void;
  /** The id of what they belong to, where they can be taken off this phone. */
  forget?: string;
}

/** The seven pictures, and "show me you saved it". Whoever cannot yet is shown them again; nothing depends on it. */
export function PictureLesson({ pictureKey, areKnown, onClose, forget }: PictureLessonProps) {
  const { t } = appWords;
  const [state, setState] = useState<'shown' | 'trying' | 'right' | 'wrong'>('shown');
  const wasMoved = useRef(false);
  const top = useFocus<HTMLHeadingElement>([state], () => wasMoved.current);
  const turn = (to: typeof state) => {
    wasMoved.current = true;
    setState(to);
  };
  if (state === 'trying') {
    return (
      <Trial
        pictureKey={pictureKey}
        onDone={(isRight) => turn(isRight ? 'right' : 'wrong')}
        onLook={() => turn('shown')}
      />
    );
  }
  return (
    <div class="key-ways">
      {state === 'right' || state === 'wrong' ? (
        <h3 ref={top} tabIndex={-1} class="verdict">
          {t(state === 'right' ? 'pictures.wellDone' : 'pictures.notQuite')}
        </h3>
      ) : (
        <h3 ref={top} tabIndex={-1}>
          {t('pictures.list')}
        </h3>
      )}
      {state === 'shown' && <p>{t('pictures.why')}</p>}
      {state === 'shown' && <p>{t('pictures.whoKnows')}</p>}
      {state !== 'right' && (
        <>
          <ol class="pictures">
            {pictureKey.map((picture, place) => (
              <li key={picture} class={place === 0 ? 'first' : undefined}>
                {place === 0 && <small>{t('pictures.first')}</small>}
                <Picture of={picture} />
              </li>
            ))}
          </ol>
          <p>{t('pictures.firstMatters')}</p>
          <p>{t('pictures.how')}</p>
          {!areKnown && <Notice>{t('pictures.notYet')}</Notice>}
          <button type="button" class="way-aside" onClick={() => turn('trying')}>
            {t('pictures.try')}
          </button>
        </>
      )}
      {state === 'right' && (
        <button type="button" class="way-aside" onClick={() => turn('shown')}>
          {t('pictures.look')}
        </button>
      )}
      {state !== 'right' && (
        <button type="button" class="quiet" onClick={onClose}>
          {t('pictures.notNow')}
        </button>
      )}
      {forget && state === 'right' && (
        <Confirm
          ask={t('pictures.forget')}
          warnings={[t('pictures.forgetText')]}
          yes={t('forget.yes')}
          no={t('forget.no')}
          failed={t('forget.failed')}
          onYes={() => forgetPictures(forget)}
        />
      )}
    </div>
  );
}

const gridSize = 16;

interface TrialProps {
  pictureKey: PictureKey;
  onDone: (isRight: boolean) => void;
  onLook: () => void;
}

/** The child's seven among others, to be pressed in their order: the first, then the rest as they come. */
function Trial({ pictureKey, onDone, onLook }: TrialProps) {
  const { t } = appWords;
  const [grid] = useState(() => mixed(pictureKey));
  const [picked, setPicked] = useState<number[]>([]);
  const title = useFocus<HTMLHeadingElement>();
  const pick = (picture: number) => {
    if (picked.includes(picture)) return setPicked(picked.filter((each) => each !== picture));
    const next = [...picked, picture];
    if (next.length === keyLength) return onDone(canonicalKey(next) === canonicalKey(pictureKey));
    setPicked(next);
  };
  return (
    <div class="key-ways">
      <h3 id="try-pictures" ref={title} tabIndex={-1} aria-live="polite">
        {t(picked.length === 0 ? 'pictures.askFirst' : 'pictures.askRest')}
      </h3>
      <PictureGrid labelledBy="try-pictures" pictures={grid} picked={picked} onPick={pick} />
      <p role="status" class="help">
        {t('pictures.picked', { done: picked.length })}
      </p>
      <button type="button" class="quiet" onClick={onLook}>
        {t('pictures.look')}
      </button>
    </div>
  );
}

// Which others, and where each stands, is no secret: it only must not be the order in which they were shown.
function mixed(pictureKey: PictureKey): number[] {
  const shown = new Set(pictureKey);
  while (shown.size < gridSize) shown.add(Math.floor(Math.random() * pictureCount));
  return [...shown].sort((a, b) => a - b);
}
