import type { SecondFactorSecret } from '../domain/people-api.ts';
import { QrCode } from '../ui/QrCode.tsx';
import type { Answer } from './api.ts';
import { Field } from './Field.tsx';
import { ShortForm } from './ShortForm.tsx';
import { deskWords } from './words.ts';

interface FirstCodeProps<Value> {
  begun: SecondFactorSecret;
  send: string;
  ask: (code: string) => Promise<Answer<Value>>;
  onDone: (value: Value) => void;
  onSessionEnded: () => void;
}

/** The picture for an authenticator app, and the first code that it shows. */
export function FirstCode<Value>({ begun, send, ask, onDone, onSessionEnded }: FirstCodeProps<Value>) {
  const { t } = deskWords;
  return (
    <>
      <p>{t('secondFactor.scan')}</p>
      <QrCode text={begun.uri} label={t('secondFactor.picture')} failed={t('secondFactor.noPicture')} />
      <p class="help">
        {t('secondFactor.secret')} <code class="secret">{begun.secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <ShortForm
        key="code"
        send={send}
        sending={t('secondFactor.sending')}
        check={({ code = '' }) => (code.trim().length < 6 ? { code: t('code.codeMissing') } : {})}
        ask={({ code = '' }) => ask(code.trim())}
        onDone={onDone}
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
