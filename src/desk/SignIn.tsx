import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { SignInStep } from '../domain/staff.ts';
import { signIn, type Trouble as TroubleValue } from './api.ts';
import { Door } from './Door.tsx';
import { Field } from './Field.tsx';
import { fieldsOf, focusFirstFault } from './fields-of.ts';
import { Trouble } from './Trouble.tsx';
import { deskWords } from './words.ts';

interface SignInProps {
  /** True when a session ended while somebody was at work. */
  again: boolean;
  onStep: (step: SignInStep) => void;
}

export function SignIn({ again, onStep }: SignInProps) {
  const { t } = deskWords;
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<TroubleValue>();
  const [isSending, setIsSending] = useState(false);

  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const { email = '', password = '' } = fieldsOf(form);
    const found = faultsOf(email.trim(), password);
    setFaults(found);
    setTrouble(undefined);
    if (Object.keys(found).length > 0) return focusFirstFault(form);
    setIsSending(true);
    const answer = await signIn({ email: email.trim(), password });
    setIsSending(false);
    if ('value' in answer) onStep(answer.value);
    else setTrouble(answer.trouble.code === 'invalid-body' ? { code: 'wrong-credentials' } : answer.trouble);
  };

  return (
    <Door title={t('signIn.title')}>
      {again && <p class="notice">{t('signIn.again')}</p>}
      <form onSubmit={submit} noValidate>
        <Trouble trouble={trouble} />
        <Field id="email" label={t('signIn.email')} type="email" autocomplete="username" fault={faults.email} />
        <Field
          id="password"
          label={t('signIn.password')}
          type="password"
          autocomplete="current-password"
          fault={faults.password}
        />
        <button type="submit" class="way" aria-disabled={isSending}>
          {t(isSending ? 'signIn.sending' : 'signIn.send')}
        </button>
      </form>
      {!again && <p class="help">{t('signIn.first')}</p>}
    </Door>
  );
}

function faultsOf(email: string, password: string): Record<string, string> {
  const { t } = deskWords;
  return {
    ...(!email && { email: t('field.missing') }),
    ...(email && !email.includes('@') && { email: t('field.email') }),
    ...(!password && { password: t('field.missing') }),
  };
}
