import { useState } from 'preact/hooks';
import type { SecondFactorSecret } from '../domain/people-api.ts';
import { Field } from './Field.tsx';
import { FirstCode } from './FirstCode.tsx';
import { PasswordAgain } from './PasswordAgain.tsx';
import { beginReplacement, confirmReplacement } from './people-api.ts';
import { ShortForm } from './ShortForm.tsx';
import { deskWords } from './words.ts';

interface NewPhoneProps {
  onDone: () => void;
  onSessionEnded: () => void;
}

/** Another authenticator in place of the one in use: the password and a code of the old one, then one of the new. */
export function NewPhone({ onDone, onSessionEnded }: NewPhoneProps) {
  const { t } = deskWords;
  const [begun, setBegun] = useState<SecondFactorSecret>();
  if (begun) {
    return (
      <FirstCode
        begun={begun}
        send={t('secondFactor.replaceSend')}
        ask={confirmReplacement}
        onDone={onDone}
        onSessionEnded={onSessionEnded}
      />
    );
  }
  return (
    <ShortForm
      key="old"
      send={t('secondFactor.begin')}
      sending={t('secondFactor.sending')}
      check={({ replacePassword = '', replaceCode = '' }) => ({
        ...(!replacePassword && { replacePassword: t('field.missing') }),
        ...(replaceCode.trim().length < 6 && { replaceCode: t('code.codeMissing') }),
      })}
      ask={({ replacePassword = '', replaceCode = '' }) => beginReplacement(replacePassword, replaceCode.trim())}
      onDone={setBegun}
      onSessionEnded={onSessionEnded}
    >
      {(faults) => (
        <>
          <PasswordAgain id="replacePassword" help={t('secondFactor.replaceHelp')} fault={faults.replacePassword} />
          <Field
            id="replaceCode"
            label={t('secondFactor.replaceCode')}
            autocomplete="one-time-code"
            fault={faults.replaceCode}
          />
        </>
      )}
    </ShortForm>
  );
}
