import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Notice } from '../ui/Notice.tsx';
import { appWords } from '../words/app-words.ts';
import { type GivenLink, onGivenLink, takeGivenLink } from './given-link.ts';
import { HavePictures } from './HavePictures.tsx';
import { Later } from './Later.tsx';
import type { SentItem } from './use-kept.ts';

const load = async () => (await import('./KeyForm.tsx')).KeyForm;

/**
 * "I have a key": the way to something that was sent from another phone. Opens by itself for a link, and opens what
 * was found among the messages, by the id that its item carries.
 */
export function HaveKey({ sent }: { sent: SentItem[] }) {
  const box = useRef<HTMLDetailsElement>(null);
  const [wasOpened, setOpened] = useState(false);
  const [given, setGiven] = useState<GivenLink>();
  const [followed, setFollowed] = useState<string>();

  useEffect(() => {
    const take = () => {
      const link = takeGivenLink();
      if (!link) return;
      if (box.current) box.current.open = true;
      setOpened(true);
      setGiven(link);
    };
    take();
    // Opened before the app was there, when nobody listened.
    if (box.current?.open) setOpened(true);
    return onGivenLink(take);
  }, []);
  useLayoutEffect(() => {
    const item = followed === undefined ? null : document.getElementById(followed);
    // Read from the phone's storage in a moment, and then drawn.
    if (!(item instanceof HTMLDetailsElement)) return;
    item.open = true;
    item.scrollIntoView();
    item.querySelector('summary')?.focus({ preventScroll: true });
    if (box.current) box.current.open = false;
    setFollowed(undefined);
  }, [followed, sent]);

  const { t } = appWords;
  return (
    <>
      <details class="row" ref={box} onToggle={() => setOpened(true)}>
        <summary>{t('key.have')}</summary>
        {wasOpened && <Later load={load} props={{ given, onFollowed: setFollowed }} />}
      </details>
      <HavePictures onFollowed={setFollowed} />
      {/* A page can clear its own address, and not what the browser noted when it went there. */}
      {given && <Notice>{t('key.inHistory')}</Notice>}
    </>
  );
}
