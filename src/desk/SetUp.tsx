import { SetUp as SetUpBody, type SignInStep, shortestPassword } from '../domain/staff.ts';
import { type Answer, setUp } from './api.ts';
import { Door } from './Door.tsx';
import { Field } from './Field.tsx';
import { NewPassword } from './NewPassword.tsx';
import { type Faults, ShortForm } from './ShortForm.tsx';
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
  const accountOf = ({ name = '', email = '', password = '' }: Record<string, string>) => ({
    token,
    name: name.trim(),
    email: email.trim(),
    password,
  });
  return (
    <Door title={t('setUp.title')}>
      <p class="help">{t('setUp.help')}</p>
      <ShortForm
        send={t('setUp.send')}
        sending={t('setUp.sending')}
        check={(fields) => faultsOf(accountOf(fields))}
        ask={(fields) => make(accountOf(fields))}
        onDone={onStep}
        faultAt={{ 'guessable-password': 'password' }}
        wayOut={({ code }) =>
          code === 'set-up-link-invalid' && (
            <button type="button" onClick={onSignIn}>
              {t('signIn.title')}
            </button>
          )
        }
      >
        {(faults) => (
          <>
            <Field
              id="name"
              label={t('setUp.name')}
              help={t('setUp.nameHelp')}
              autocomplete="name"
              fault={faults.name}
            />
            <Field id="email" label={t('setUp.email')} type="email" autocomplete="username" fault={faults.email} />
            <NewPassword id="password" label={t('setUp.password')} fault={faults.password} />
          </>
        )}
      </ShortForm>
    </Door>
  );
}

async function make(account: SetUpBody): Promise<Answer<SignInStep>> {
  const answer = await setUp(account);
  // A link cut short in copying is of no more use than one that was used.
  const isCut = 'trouble' in answer && answer.trouble.code === 'invalid-body';
  return isCut ? { trouble: { code: 'set-up-link-invalid' } } : answer;
}

function faultsOf(account: SetUpBody): Faults {
  const { t } = deskWords;
  const parsed = SetUpBody.safeParse(account);
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map((issue) => issue.path[0]));
  return {
    ...(wrong.has('name') && { name: t('field.missing') }),
    ...(wrong.has('email') && { email: t(account.email ? 'field.email' : 'field.missing') }),
    ...(wrong.has('password') && { password: t('field.short', { count: shortestPassword }) }),
  };
}
