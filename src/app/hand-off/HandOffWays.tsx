import council from 'virtual:council';
import { useEffect, useState } from 'preact/hooks';
import { handOffOf } from '../../device/hand-off.ts';
import { Notice } from '../../ui/Notice.tsx';
import { appWords } from '../../words/app-words.ts';
import { saveFile } from '../save-file.ts';
import { fileName } from './CarriedItems.tsx';
import { shareFile, sharesFiles } from './share-file.ts';

interface HandOffWaysProps {
  id: string;
  /** The council's computer has said no to it. */
  isRefused: boolean;
  /** The council is still to be told by which pictures the person comes back, which only this phone can. */
  hasPictures: boolean;
}

type Made = { is: 'asking' | 'none' | 'readable' } | { is: 'made'; text: string };

/** What waits, as a file that somebody else sends and cannot read. */
export function HandOffWays({ id, isRefused, hasPictures }: HandOffWaysProps) {
  const { t } = appWords;
  const [made, setMade] = useState<Made>({ is: 'asking' });
  const [isGiven, setGiven] = useState(false);
  const address = `${location.host}/follow`;
  useEffect(() => {
    // Read before it is asked for: a browser shares a file only in the very moment of a press.
    void handOffOf(id, location.origin, t('handOff.note', { address, press: t('carry.title') })).then((handOff) => {
      if (!handOff) setMade({ is: 'none' });
      else if (handOff === 'readable') setMade({ is: 'readable' });
      else setMade({ is: 'made', text: JSON.stringify(handOff, null, 1) });
    });
  }, [id, isRefused]);
  const phone = council.complaintsTeam.phones[0] ?? '';
  if (made.is === 'readable') return <p>{t('handOff.readable', { phone })}</p>;
  if (made.is !== 'made') return null;
  const { text } = made;
  const name = fileName(id);
  return (
    <div class="key-ways">
      <p>{t('handOff.text')}</p>
      <p>{t('handOff.see')}</p>
      <p>{t('handOff.how', { address, press: t('carry.title') })}</p>
      {isRefused ? <Notice>{t('handOff.refused', { phone })}</Notice> : <p>{t('handOff.once')}</p>}
      {hasPictures && <p>{t('handOff.pictures')}</p>}
      {sharesFiles() && (
        <button type="button" class="way-aside" onClick={() => void shareFile(name, text).then(setGiven)}>
          {t('handOff.share')}
        </button>
      )}
      <button
        type="button"
        class="way-aside"
        onClick={() => {
          saveFile(name, text);
          setGiven(true);
        }}
      >
        {t('handOff.save')}
      </button>
      <p role="status" class="kept">
        {isGiven && t('handOff.made', { file: name })}
      </p>
    </div>
  );
}
