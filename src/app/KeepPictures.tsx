import { useRef, useState } from 'preact/hooks';
import { isWithCouncil } from '../device/sent.ts';
import { appWords } from '../words/app-words.ts';
import { Later } from './Later.tsx';
import type { SentItem } from './use-kept.ts';
import { youngerPicture } from './younger-picture.tsx';

const load = async () => (await import('./PictureLesson.tsx')).PictureLesson;

/**
 * The seven pictures with which the person comes back from any phone: offered, closed until somebody wants them, and
 * never asked for. On a helper's phone they are the child's, and shown once the council knows them: when the child
 * has them they go from here, and nothing would be left to say them with.
 */
export function KeepPictures({ item }: { item: SentItem }) {
  const { t } = appWords;
  const box = useRef<HTMLDetailsElement>(null);
  const [wasOpened, setOpened] = useState(false);
  const { id, pictureKey, arePicturesKnown = false, deposit, whereabouts } = item;
  if (!pictureKey) return null;
  if (deposit && !arePicturesKnown) return null;
  if (whereabouts === 'refused' && !isWithCouncil(item)) return null;
  const close = () => {
    if (box.current) box.current.open = false;
    box.current?.querySelector('summary')?.focus();
  };
  return (
    <details class="row" ref={box} onToggle={() => setOpened(true)}>
      <summary>
        {youngerPicture('pictures')}
        {t(deposit ? 'pictures.titleChild' : 'pictures.title')}
      </summary>
      {wasOpened && (
        <Later
          load={load}
          props={{ pictureKey, areKnown: arePicturesKnown, onClose: close, ...(!item.isUnkept && { forget: id }) }}
        />
      )}
    </details>
  );
}
