import { useState } from 'preact/hooks';
import type { SecondFactorSecret } from '../domain/people-api.ts';
import { QrCode } from '../ui/QrCode.tsx';
import { Field } from './Field.tsx';
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
        {(faults) => (
          <Field
            id="again"
            label={t('secondFactor.password')}
            type="password"
            autocomplete="current-password"
            fault={faults.again}
          />
        )}
      </ShortForm>
    );
  }
  return (
    <>
      <p>{t('secondFactor.scan')}</p>
      <QrCode text={begun.uri} label={t('secondFactor.picture')} failed={t('secondFactor.noPicture')} />
      <p class="help">
        {t('secondFactor.secret')} <code class="secret">{begun.secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <ShortForm
        key="code"
        send={t('secondFactor.confirm')}
        sending={t('secondFactor.sending')}
        check={({ code = '' }) => (code.trim().length < 6 ? { code: t('code.codeMissing') } : {})}
        ask={({ code = '' }) => confirmSecondFactor(code.trim())}
        onDone={(answer) => setRecoveryCodes(answer.recoveryCodes)}
        onSessionEnded={onSessionEnded}
      >
        {(faults) => (
          <Field
            id="code"
            label={t('code.code')}
            help={t('secondFactor.codeHelp')}
            autocomplete="one-time-code"
            fault={faults.code}
          />
        )}
      </ShortForm>
    </>
  );
}
