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
  const described = [help && `${id}-help`, fault && `${id}-fault`].filter(Boolean).join(' ');
  const shared = {
    id,
    name: id,
    autocomplete,
    spellcheck: false,
    'aria-describedby': described || undefined,
    'aria-invalid': fault ? true : undefined,
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {help && (
        <p id={`${id}-help`} class="help">
          {help}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} class="fault">
          {fault}
        </p>
      )}
      {type === 'password' ? (
        <input type="password" {...shared} />
      ) : (
        <input type="text" inputMode={type} autocapitalize={type === 'email' ? 'none' : 'words'} {...shared} />
      )}
    </div>
  );
}
