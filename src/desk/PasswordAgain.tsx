import { Field } from './Field.tsx';
import { deskWords } from './words.ts';

interface PasswordAgainProps {
  /** Of its own where another may stand on the page. */
  id: string;
  help?: string;
  fault: string | undefined;
}

/** One's own password once more, before something is changed that opens the account. */
export function PasswordAgain({ id, help, fault }: PasswordAgainProps) {
  const label = deskWords.t('secondFactor.password');
  return (
    <Field
      id={id}
      label={label}
      {...(help && { help })}
      type="password"
      autocomplete="current-password"
      fault={fault}
    />
  );
}
