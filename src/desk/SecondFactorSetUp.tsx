import { useState } from 'preact/hooks';
import type { SecondFactorSecret } from '../domain/people-api.ts';
import { FirstCode } from './FirstCode.tsx';
import { PasswordAgain } from './PasswordAgain.tsx';
import { beginSecondFactor, confirmSecondFactor } from './people-api.ts';
import { RecoveryCodeList } from './RecoveryCodeList.tsx';
import { ShortForm } from './ShortForm.tsx';
import { deskWords } from './words.ts';

interface SecondFactorSetUpProps {
  onDone: () => void;
  onSessionEnded: () => void;
}

/** In three steps: the password again, the picture and a first code, the recovery codes. */
export function SecondFactorSetUp({ onDone, onSessionEnded }: SecondFactorSetUpProps) {
  const { t } = deskWords;
  const [begun, setBegun] = useState<SecondFactorSecret>();
  const [recoveryCodes, setRecoveryCodes] = useState<string[]>();

  if (recoveryCodes) return <RecoveryCodeList codes={recoveryCodes} onDone={onDone} />;
  if (!begun) {
    return (
      <ShortForm
        key="password"
        send={t('secondFactor.begin')}
        sending={t('secondFactor.sending')}
        check={({ again = '' }) => (again ? {} : { again: t('field.missing') })}
        ask={({ again = '' }) => beginSecondFactor(again)}
        onDone={setBegun}
        onSessionEnded={onSessionEnded}
      >
        {(faults) => <PasswordAgain id="again" fault={faults.again} />}
      </ShortForm>
    );
  }
  return (
    <FirstCode
      begun={begun}
      send={t('secondFactor.confirm')}
      ask={confirmSecondFactor}
      onDone={(answer) => setRecoveryCodes(answer.recoveryCodes)}
      onSessionEnded={onSessionEnded}
    />
  );
}
