import { useEffect, useRef, useState } from 'preact/hooks';
import type { CarriedHere } from '../../device/carried.ts';
import { appWords } from '../../words/app-words.ts';
import { Later } from '../Later.tsx';

/** Brings what few need. */
export const bringPart = () => import('./part.ts');
const bringForm = async () => (await bringPart()).CarryForm;
const bringItems = async () => (await bringPart()).CarriedItems;

/** "Send something for someone": for whoever was given a file, on a helper's or a library's device. */
export function Carry() {
  const box = useRef<HTMLDetailsElement>(null);
  const [wasOpened, setOpened] = useState(false);
  useEffect(() => {
    // Opened before the app was there, when nobody listened.
    if (box.current?.open) setOpened(true);
  }, []);
  return (
    <details class="row" ref={box} onToggle={() => setOpened(true)}>
      <summary>{appWords.t('carry.title')}</summary>
      {wasOpened && <Later load={bringForm} props={{}} />}
    </details>
  );
}

/** What is carried, each thing with where it is. */
export function Carrying({ carried }: { carried: CarriedHere[] }) {
  return carried.length > 0 ? <Later load={bringItems} props={{ carried }} /> : null;
}
