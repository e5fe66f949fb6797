import { useEffect, useRef, useState } from 'preact/hooks';
import { appWords } from '../words/app-words.ts';
import { Later } from './Later.tsx';

const load = async () => (await import('./PictureForm.tsx')).PictureForm;

/** "I have pictures": the way back from another phone for whoever kept the seven. */
export function HavePictures({ onFollowed }: { onFollowed: (id: string) => void }) {
  const box = useRef<HTMLDetailsElement>(null);
  const [wasOpened, setOpened] = useState(false);
  useEffect(() => {
    // Opened before the app was there, when nobody listened.
    if (box.current?.open) setOpened(true);
  }, []);
  const followed = (id: string) => {
    if (box.current) box.current.open = false;
    onFollowed(id);
  };
  return (
    <details class="row" ref={box} onToggle={() => setOpened(true)}>
      <summary>{appWords.t('pictures.have')}</summary>
      {wasOpened && <Later load={load} props={{ onFollowed: followed }} />}
    </details>
  );
}
