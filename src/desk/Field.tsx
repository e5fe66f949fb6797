import { FieldFrame } from '../ui/FieldFrame.tsx';

interface FieldProps {
  id: string;
  label: string;
  type?: 'text' | 'email' | 'password';
  autocomplete: 'name' | 'username' | 'current-password' | 'new-password' | 'one-time-code' | 'off';
  help?: string;
  /** What is wrong with it, in words that say what to do. */
  fault?: string | undefined;
}

/** One line to fill in, with its label above it and its fault right beside it. */
export function Field({ id, label, type = 'text', autocomplete, help, fault }: FieldProps) {
  return (
    <FieldFrame id={id} label={label} help={help} fault={fault}>
      {(described) => {
        const shared = { ...described, name: id, autocomplete, spellcheck: false };
        return type === 'password' ? (
          <input type="password" {...shared} />
        ) : (
          <input type="text" inputMode={type} autocapitalize={type === 'email' ? 'none' : 'words'} {...shared} />
        );
      }}
    </FieldFrame>
  );
}
