import { useEffect, useState } from 'preact/hooks';
import type { PublicCouncil } from '../../domain/public-council.ts';
import { FieldFrame } from '../../ui/FieldFrame.tsx';
import { builtIn, languageOf } from '../../words/languages.ts';
import { getCouncil, getSealingKey, type Trouble as TroubleValue } from '../api.ts';
import { Reading } from '../Reading.tsx';
import { deskWords } from '../words.ts';
import { Poster } from './Poster.tsx';
import { posterWordsIn } from './poster-words.ts';

/** A sheet for the wall of a home, a school or a contact centre, in a language of the council’s, to be printed. */
export function PosterPage() {
  const { t } = deskWords;
  const [language, setLanguage] = useState(builtIn);
  const [known, setKnown] = useState<{ council: PublicCouncil; fingerprint: string }>();
  const [trouble, setTrouble] = useState<TroubleValue>();
  const read = async () => {
    setTrouble(undefined);
    const [council, sealing] = await Promise.all([getCouncil(), getSealingKey()]);
    if ('trouble' in council) return setTrouble(council.trouble);
    if ('trouble' in sealing) return setTrouble(sealing.trouble);
    setKnown({ council: council.value, fingerprint: sealing.value.fingerprint });
  };
  useEffect(() => void read(), []);
  if (!known) {
    return <Reading trouble={trouble} isThere={false} onAgain={() => void read()} />;
  }
  return (
    <>
      <div class="sheet poster-choice">
        <p>{t('poster.what')}</p>
        <FieldFrame
          id="poster-language"
          label={t('poster.language')}
          help={languageOf(language).machineDraft ? t('poster.draft') : undefined}
        >
          {(described) => (
            <select {...described} value={language} onChange={({ currentTarget }) => setLanguage(currentTarget.value)}>
              {known.council.languages.map((each) => (
                <option key={each} value={each}>
                  {languageOf(each).name}
                </option>
              ))}
            </select>
          )}
        </FieldFrame>
        <button type="button" class="way" onClick={() => print()}>
          {t('poster.print')}
        </button>
      </div>
      <Poster {...known} words={posterWordsIn(language)} address={location.origin} failed={t('poster.failed')} />
    </>
  );
}
