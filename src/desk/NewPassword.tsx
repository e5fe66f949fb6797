import { shortestPassword } from '../domain/staff.ts';
import { Field } from './Field.tsx';
import { deskWords } from './words.ts';

interface NewPasswordProps {
  id: string;
  label: string;
  fault: string | undefined;
}

/** Where a password is chosen: it says how long it must be, and the browser offers to make one up. */
export function NewPassword(props: NewPasswordProps) {
  const help = deskWords.t('setUp.passwordHelp', { count: shortestPassword });
  return <Field {...props} help={help} type="password" autocomplete="new-password" />;
}
