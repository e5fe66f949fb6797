import { useState } from 'preact/hooks';
import type { Trouble as TroubleValue } from './api.ts';
import { Door } from './Door.tsx';
import { SecondFactorSetUp } from './SecondFactorSetUp.tsx';
import { Trouble } from './Trouble.tsx';
import { useIdle } from './use-idle.ts';
import { deskWords } from './words.ts';

interface SecondFactorFirstProps {
  onDone: () => void;
  onSignOut: () => Promise<TroubleValue | undefined>;
  onSessionEnded: () => void;
}

/** The days in which a second factor could be put off are over. */
export function SecondFactorFirst({ onDone, onSignOut, onSessionEnded }: SecondFactorFirstProps) {
  const { t } = deskWords;
  const [trouble, setTrouble] = useState<TroubleValue>();
  useIdle(onSessionEnded);
  return (
    <Door title={t('secondFactor.title')}>
      <p class="help">{t('secondFactor.now')}</p>
      <SecondFactorSetUp onDone={onDone} onSessionEnded={onSessionEnded} />
      <Trouble trouble={trouble} />
      <button type="button" class="quiet" onClick={async () => setTrouble(await onSignOut())}>
        {t('signOut.button')}
      </button>
    </Door>
  );
}
