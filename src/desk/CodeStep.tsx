import { useState } from 'preact/hooks';
import type { SignInStep } from '../domain/staff.ts';
import { Door } from './Door.tsx';
import { Field } from './Field.tsx';
import { giveCode } from './people-api.ts';
import { ShortForm } from './ShortForm.tsx';
import { deskWords } from './words.ts';

interface CodeStepProps {
  onStep: (step: SignInStep) => void;
  onSignIn: () => void;
}

/** The second half of signing in: the code of the authenticator, or one of those kept for a bad day. */
export function CodeStep({ onStep, onSignIn }: CodeStepProps) {
  const { t } = deskWords;
  const [isRecovery, setIsRecovery] = useState(false);
  const kind = isRecovery ? 'recovery' : 'code';
  return (
    <Door title={t('code.title')}>
      <ShortForm
        key={kind}
        send={t('code.send')}
        sending={t('code.sending')}
        check={({ code = '' }) => (code.trim().length < 6 ? { code: t(`code.${kind}Missing`) } : {})}
        ask={({ code = '' }) => giveCode(code.trim())}
        onDone={onStep}
        wayOut={({ code }) =>
          code === 'sign-in-required' && (
            <button type="button" onClick={onSignIn}>
              {t('signIn.title')}
            </button>
          )
        }
      >
        {(faults) => (
          <Field
            id="code"
            label={t(`code.${kind}`)}
            help={t(`code.${kind}Help`)}
            autocomplete={isRecovery ? 'off' : 'one-time-code'}
            fault={faults.code}
          />
        )}
      </ShortForm>
      <button type="button" class="quiet" onClick={() => setIsRecovery(!isRecovery)}>
        {t(isRecovery ? 'code.useCode' : 'code.useRecovery')}
      </button>
    </Door>
  );
}
