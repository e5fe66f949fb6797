import { useState } from 'preact/hooks';
import { appWords } from '../../words/app-words.ts';
import { Later } from '../Later.tsx';
import type { SentItem } from '../use-kept.ts';
import { bringPart } from './Carry.tsx';

const load = async () => (await bringPart()).HandOffWays;

/** For what waits here and cannot go: somebody else takes it along. Closed until somebody wants it. */
export function HandOff({ item }: { item: SentItem }) {
  const { id, whereabouts, pictureKey, arePicturesKnown } = item;
  const [wasOpened, setOpened] = useState(false);
  if (whereabouts === 'received') return null;
  const hasPictures = pictureKey !== undefined && !arePicturesKnown;
  const props = { id, isRefused: whereabouts === 'refused', hasPictures };
  return (
    <details class="row" onToggle={() => setOpened(true)}>
      <summary>{appWords.t('handOff.title')}</summary>
      {wasOpened && <Later load={load} props={props} />}
    </details>
  );
}
