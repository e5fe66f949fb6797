import { useEffect, useState } from 'preact/hooks';
import type { OwnAccount } from '../domain/people-api.ts';
import { shortestPassword } from '../domain/staff.ts';
import type { Trouble as TroubleValue } from './api.ts';
import { shortInstant } from './dates.ts';
import { Field } from './Field.tsx';
import type { PageProps } from './Inside.tsx';
import { NewPassword } from './NewPassword.tsx';
import { NewPhone } from './NewPhone.tsx';
import { PasswordAgain } from './PasswordAgain.tsx';
import { changePassword, getOwnAccount, newRecoveryCodes } from './people-api.ts';
import { RecoveryCodeList } from './RecoveryCodeList.tsx';
import { SecondFactorSetUp } from './SecondFactorSetUp.tsx';
import { Sessions } from './Sessions.tsx';
import { ShortForm } from './ShortForm.tsx';
import { Trouble } from './Trouble.tsx';
import { deskWords } from './words.ts';

/** One's own second factor, password and sessions. */
export function AccountPage({ officer, onSessionEnded, onSay, isAskedFor }: PageProps & { isAskedFor: boolean }) {
  const { t } = deskWords;
  const [account, setAccount] = useState<OwnAccount>();
  const [trouble, setTrouble] = useState<TroubleValue>();
  const [isSettingUp, setIsSettingUp] = useState(false);

  const read = async () => {
    const answer = await getOwnAccount();
    if ('value' in answer) {
      setAccount(answer.value);
      setTrouble(undefined);
    } else if (answer.trouble.code === 'sign-in-required') onSessionEnded();
    else setTrouble(answer.trouble);
  };
  useEffect(() => {
    void read();
  }, []);
  const changed = (words: string) => {
    onSay(words);
    void read();
  };

  if (!account) {
    return trouble ? <Trouble trouble={trouble} /> : <p class="looking">{t('loading')}</p>;
  }
  const { hasSecondFactor, secondFactorBy } = account;
  return (
    <>
      <p class="help">{t('account.who', { name: officer.name, email: officer.email })}</p>
      <section class="sheet" aria-labelledby="second-factor">
        <h2 id="second-factor">{t('secondFactor.title')}</h2>
        {hasSecondFactor && (
          <SecondFactorOn account={account} onSessionEnded={onSessionEnded} onChanged={read} onSay={changed} />
        )}
        {!hasSecondFactor && !isSettingUp && (
          <>
            <p>{t('secondFactor.what')}</p>
            {isAskedFor && secondFactorBy && (
              <p class="notice">
                {t('secondFactor.by', { date: shortInstant(secondFactorBy, new Date().toISOString()) })}
              </p>
            )}
            <button type="button" class="way" onClick={() => setIsSettingUp(true)}>
              {t('secondFactor.setUp')}
            </button>
          </>
        )}
        {!hasSecondFactor && isSettingUp && (
          <SecondFactorSetUp
            onSessionEnded={onSessionEnded}
            onDone={() => {
              setIsSettingUp(false);
              changed(t('secondFactor.on'));
            }}
          />
        )}
      </section>
      <PasswordChange onSessionEnded={onSessionEnded} onDone={() => changed(t('password.done'))} />
      <Sessions sessions={account.sessions} onSessionEnded={onSessionEnded} onChanged={changed} />
    </>
  );
}

interface SecondFactorOnProps {
  account: OwnAccount;
  onSessionEnded: () => void;
  onChanged: () => Promise<void>;
  onSay: (words: string) => void;
}

function SecondFactorOn({ account, onSessionEnded, onChanged, onSay }: SecondFactorOnProps) {
  const { t } = deskWords;
  const [codes, setCodes] = useState<string[]>();
  const [renewed, setRenewed] = useState(0);
  if (codes) {
    return (
      <RecoveryCodeList
        codes={codes}
        onDone={() => {
          setCodes(undefined);
          void onChanged();
        }}
      />
    );
  }
  return (
    <>
      <p>{t('secondFactor.isOn')}</p>
      <details>
        <summary>{t('recovery.left', { count: account.recoveryCodesLeft })}</summary>
        <ShortForm
          send={t('recovery.renew')}
          sending={t('secondFactor.sending')}
          check={({ again = '' }) => (again ? {} : { again: t('field.missing') })}
          ask={({ again = '' }) => newRecoveryCodes(again)}
          onDone={({ recoveryCodes }) => setCodes(recoveryCodes)}
          onSessionEnded={onSessionEnded}
        >
          {(faults) => <PasswordAgain id="again" help={t('recovery.renewHelp')} fault={faults.again} />}
        </ShortForm>
      </details>
      <details key={renewed}>
        <summary>{t('secondFactor.replace')}</summary>
        <NewPhone
          onSessionEnded={onSessionEnded}
          onDone={() => {
            // Closed again, and with nothing of the old one in it.
            setRenewed(renewed + 1);
            onSay(t('secondFactor.replaced'));
          }}
        />
      </details>
      <p class="help">{t('secondFactor.lost')}</p>
    </>
  );
}

function PasswordChange({ onSessionEnded, onDone }: { onSessionEnded: () => void; onDone: () => void }) {
  const { t } = deskWords;
  return (
    <section class="sheet" aria-labelledby="password-title">
      <h2 id="password-title">{t('password.title')}</h2>
      <ShortForm
        send={t('password.send')}
        sending={t('password.sending')}
        check={({ current = '', next = '' }) => ({
          ...(!current && { current: t('field.missing') }),
          ...(next.length < shortestPassword && { next: t('field.short', { count: shortestPassword }) }),
        })}
        ask={({ current = '', next = '' }) => changePassword(current, next)}
        onDone={onDone}
        faultAt={{ 'wrong-password': 'current', 'guessable-password': 'next' }}
        onSessionEnded={onSessionEnded}
      >
        {(faults) => (
          <>
            <Field
              id="current"
              label={t('password.current')}
              type="password"
              autocomplete="current-password"
              fault={faults.current}
            />
            <NewPassword id="next" label={t('password.next')} fault={faults.next} />
          </>
        )}
      </ShortForm>
    </section>
  );
}
