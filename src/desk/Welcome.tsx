import { useEffect, useState } from 'preact/hooks';
import type { LinkAnswer } from '../domain/people-api.ts';
import { type SignInStep, shortestPassword } from '../domain/staff.ts';
import type { Trouble as TroubleValue } from './api.ts';
import { Door } from './Door.tsx';
import { NewPassword } from './NewPassword.tsx';
import { readLink, useUpLink } from './people-api.ts';
import { ShortForm } from './ShortForm.tsx';
import { Trouble } from './Trouble.tsx';
import { deskWords } from './words.ts';

interface WelcomeProps {
  token: string;
  onStep: (step: SignInStep) => void;
  /** The link is of no use any more. */
  onSignIn: () => void;
}

/** A colleague with their own link: who it is for, and a password of their choice. */
export function Welcome({ token, onStep, onSignIn }: WelcomeProps) {
  const { t } = deskWords;
  const [link, setLink] = useState<LinkAnswer>();
  const [trouble, setTrouble] = useState<TroubleValue>();
  const read = async () => {
    setTrouble(undefined);
    const answer = await readLink(token);
    if ('value' in answer) setLink(answer.value);
    else setTrouble(answer.trouble);
  };
  useEffect(() => {
    void read();
  }, [token]);

  const toSignIn = (
    <button type="button" onClick={onSignIn}>
      {t('signIn.title')}
    </button>
  );
  if (!link) {
    return (
      <Door title={t('welcome.title')}>
        {!trouble && <p class="looking">{t('loading')}</p>}
        <Trouble trouble={trouble}>
          {trouble?.code === 'staff-link-invalid' ? (
            toSignIn
          ) : (
            <button type="button" onClick={() => void read()}>
              {t('trouble.tryAgain')}
            </button>
          )}
        </Trouble>
      </Door>
    );
  }
  return (
    <Door title={t(`welcome.${link.kind}`, { name: link.name })}>
      <p class="help">{t(`welcome.${link.kind}Help`, { email: link.email })}</p>
      <ShortForm
        send={t('welcome.send')}
        sending={t('welcome.sending')}
        check={({ password = '' }) =>
          password.length < shortestPassword ? { password: t('field.short', { count: shortestPassword }) } : {}
        }
        ask={({ password = '' }) => useUpLink(token, password)}
        onDone={onStep}
        faultAt={{ 'guessable-password': 'password' }}
        wayOut={({ code }) => (code === 'staff-link-invalid' || code === 'account-exists') && toSignIn}
      >
        {(faults) => (
          <>
            {/* For the browser's own book of passwords, which must know whose this is. */}
            <input type="text" name="email" autocomplete="username" value={link.email} readOnly hidden />
            <NewPassword id="password" label={t('welcome.password')} fault={faults.password} />
          </>
        )}
      </ShortForm>
    </Door>
  );
}
