import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { SetUp as SetUpBody, type SignInStep, shortestPassword } from '../domain/staff.ts';
import { setUp, type Trouble as TroubleValue } from './api.ts';
import { Door } from './Door.tsx';
import { Field } from './Field.tsx';
import { fieldsOf, focusFirstFault } from './fields-of.ts';
import { Trouble } from './Trouble.tsx';
import { deskWords } from './words.ts';

interface SetUpProps {
  token: string;
  onStep: (step: SignInStep) => void;
  /** The link is of no use any more. */
  onSignIn: () => void;
}

/** Makes the first account, from the link that was printed when the service started. */
export function SetUp({ token, onStep, onSignIn }: SetUpProps) {
  const { t } = deskWords;
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<TroubleValue>();
  const [isSending, setIsSending] = useState(false);

  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const { name = '', email = '', password = '' } = fieldsOf(form);
    const account = { token, name: name.trim(), email: email.trim(), password };
    const found = faultsOf(account);
    setFaults(found);
    setTrouble(undefined);
    if (Object.keys(found).length > 0) return focusFirstFault(form);
    setIsSending(true);
    const answer = await setUp(account);
    setIsSending(false);
    if ('value' in answer) onStep(answer.value);
    // A link cut short in copying is of no more use than one that was used.
    else setTrouble(answer.trouble.code === 'invalid-body' ? { code: 'set-up-link-invalid' } : answer.trouble);
  };

  return (
    <Door title={t('setUp.title')}>
      <p class="help">{t('setUp.help')}</p>
      <form onSubmit={submit} noValidate>
        <Trouble trouble={trouble}>
          {trouble?.code === 'set-up-link-invalid' && (
            <button type="button" onClick={onSignIn}>
              {t('signIn.title')}
            </button>
          )}
        </Trouble>
        <Field id="name" label={t('setUp.name')} help={t('setUp.nameHelp')} autocomplete="name" fault={faults.name} />
        <Field id="email" label={t('setUp.email')} type="email" autocomplete="username" fault={faults.email} />
        <Field
          id="password"
          label={t('setUp.password')}
          help={t('setUp.passwordHelp', { count: shortestPassword })}
          type="password"
          autocomplete="new-password"
          fault={faults.password}
        />
        <button type="submit" class="way" aria-disabled={isSending}>
          {t(isSending ? 'setUp.sending' : 'setUp.send')}
        </button>
      </form>
    </Door>
  );
}

function faultsOf(account: SetUpBody): Record<string, string> {
  const { t } = deskWords;
  const parsed = SetUpBody.safeParse(account);
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map((issue) => issue.path[0]));
  return {
    ...(wrong.has('name') && { name: t('field.missing') }),
    ...(wrong.has('email') && { email: t(account.email ? 'field.email' : 'field.missing') }),
    ...(wrong.has('password') && { password: t('field.short', { count: shortestPassword }) }),
  };
}
