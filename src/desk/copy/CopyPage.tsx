import { useLayoutEffect, useState } from 'preact/hooks';
import { type CopyPart, type InvestigatorCopy, usualParts } from '../../domain/investigator-copy.ts';
import type { PublicCouncil } from '../../domain/public-council.ts';
import { FieldFrame } from '../../ui/FieldFrame.tsx';
import { getCopy, getCouncil, type Trouble as TroubleValue } from '../api.ts';
import { BackLink } from '../BackLink.tsx';
import { addressOf } from '../chosen-case.ts';
import { Trouble } from '../Trouble.tsx';
import { Striking } from '../Typed.tsx';
import { deskWords } from '../words.ts';
import { CopyParts } from './CopyParts.tsx';
import { Paper } from './Paper.tsx';
import { strikerOf } from './striking.ts';

interface CopyPageProps {
  id: string;
  onSessionEnded: () => void;
}

/** A case for the investigator: what goes in, then the paper itself, to be read by a person before it is handed over. */
export function CopyPage({ id, onSessionEnded }: CopyPageProps) {
  const { t } = deskWords;
  const [parts, setParts] = useState<readonly CopyPart[]>(usualParts);
  const [made, setMade] = useState<{ copy: InvestigatorCopy; council: PublicCouncil }>();
  const [names, setNames] = useState('');
  const [trouble, setTrouble] = useState<TroubleValue>();
  const [isMaking, setIsMaking] = useState(false);
  const copy = made?.copy;
  useLayoutEffect(() => document.getElementById('paper-title')?.focus(), [copy]);

  const make = async () => {
    if (isMaking) return;
    setIsMaking(true);
    setTrouble(undefined);
    const [found, asked] = await Promise.all([getCopy(id, parts), getCouncil()]);
    setIsMaking(false);
    if ('trouble' in found && found.trouble.code === 'sign-in-required') return onSessionEnded();
    if ('trouble' in found) return setTrouble(found.trouble);
    if ('trouble' in asked) return setTrouble(asked.trouble);
    setMade({ copy: found.value, council: asked.value });
  };

  return (
    <>
      <form
        class="sheet copy-choice"
        aria-label={t('copy.title')}
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <BackLink to={addressOf(id)} words={t('copy.back')} />
        <p>{t('copy.what')}</p>
        <CopyParts
          parts={parts}
          onChoose={(chosen) => {
            setParts(chosen);
            // What lies there was made with other parts.
            setMade(undefined);
          }}
        />
        <FieldFrame id="copy-names" label={t('copy.names')} help={t('copy.namesHelp')}>
          {(described) => (
            <textarea
              {...described}
              class="note-field"
              rows={3}
              dir="auto"
              autocomplete="off"
              spellcheck={false}
              value={names}
              onInput={({ currentTarget: { value } }) => setNames(value)}
            />
          )}
        </FieldFrame>
        <Trouble trouble={trouble} />
        <button type="submit" class={made ? undefined : 'way'} aria-disabled={isMaking}>
          {t(isMaking ? 'copy.making' : 'copy.make')}
        </button>
        <p class="help">{t('copy.recorded')}</p>
      </form>
      {made && (
        <>
          <div class="notice copy-check">
            <p>
              <b>{t('copy.check')}</b>
            </p>
            <button type="button" class="way" onClick={() => print()}>
              {t('copy.print')}
            </button>
          </div>
          <Striking.Provider value={strikerOf(names)}>
            <Paper {...made} />
          </Striking.Provider>
        </>
      )}
    </>
  );
}
