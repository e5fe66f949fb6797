import { useState } from 'preact/hooks';
import { type Taken, takeToCarry } from '../../device/carry.ts';
import { readHandOff } from '../../device/hand-off.ts';
import { mostHandOffBytes, type NoHandOff } from '../../domain/hand-off.ts';
import { Trouble } from '../../ui/Notice.tsx';
import { appWords } from '../../words/app-words.ts';
import { ChooseFile } from '../ChooseFile.tsx';
import { askForBackgroundSync, drainAndAsk } from '../triggers.ts';

type No = NoHandOff | { reason: 'too-large' | 'not-kept' };

/** Takes a file that somebody gave, and sends it from here. Whatever is wrong with it, the file stays as it is. */
export function CarryForm() {
  const { t } = appWords;
  const [taken, setTaken] = useState<Taken>();
  const [no, setNo] = useState<No>();
  const take = async (file: File) => {
    setTaken(undefined);
    setNo(undefined);
    const outcome = await takeFrom(file);
    if (typeof outcome !== 'string') return setNo(outcome);
    setTaken(outcome);
    await askForBackgroundSync();
    void drainAndAsk('network');
  };
  return (
    <div class="key-ways">
      <p>{t('carry.text')}</p>
      <ChooseFile
        class="way-aside"
        accept=".txt,.json,text/plain,application/json"
        onFile={(file) => void take(file)}
      />
      <p role="status" class="kept">
        {taken && t(`carry.is.${taken}`)}
      </p>
      {no && (
        <Trouble>
          {no.reason === 'other-address' ? (
            <>
              {t('carry.otherAddress', { host: no.host })}
              <a class="way-aside" href={no.link} rel="noreferrer">
                {t('key.goThere', { host: no.host })}
              </a>
            </>
          ) : (
            t(`carry.no.${no.reason}`)
          )}
        </Trouble>
      )}
    </div>
  );
}

async function takeFrom(file: File): Promise<Taken | No> {
  if (file.size > mostHandOffBytes) return { reason: 'too-large' };
  try {
    const handOff = await readHandOff(await file.text(), location.origin);
    return 'reason' in handOff ? handOff : await takeToCarry(handOff, new Date().toISOString());
  } catch {
    // The file is gone from where it was, or this phone's storage is full or refused.
    return { reason: 'not-kept' };
  }
}
