import type { ComponentChildren, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { Answer, TroubleCode, Trouble as TroubleValue } from './api.ts';
import { fieldsOf, focusFirstFault } from './fields-of.ts';
import { Trouble } from './Trouble.tsx';
import { troubleWords } from './trouble-words.ts';

/** What is wrong with each field, by its name. */
export type Faults = Record<string, string>;

interface ShortFormProps<Value> {
  send: string;
  sending: string;
  /** What is wrong before it is sent. */
  check: (fields: Record<string, string>, form: HTMLFormElement) => Faults;
  ask: (fields: Record<string, string>, form: HTMLFormElement) => Promise<Answer<Value>>;
  onDone: (value: Value) => void;
  /** What goes wrong because of one field, by the field's name: it is said there. */
  faultAt?: Partial<Record<TroubleCode, string>>;
  /** Beside what went wrong: a way out. */
  wayOut?: (trouble: TroubleValue) => ComponentChildren;
  /** Given when the session is over. */
  onSessionEnded?: () => void;
  children: (faults: Faults) => ComponentChildren;
}

/** A few fields and one button: says what is missing, waits, says what went wrong. Emptied once it is done. */
export function ShortForm<Value>(props: ShortFormProps<Value>) {
  const { send, sending, check, ask, onDone, faultAt = {}, wayOut, onSessionEnded, children } = props;
  const [faults, setFaults] = useState<Faults>({});
  const [trouble, setTrouble] = useState<TroubleValue>();
  const [isSending, setIsSending] = useState(false);

  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (isSending) return;
    const fields = fieldsOf(form);
    const found = check(fields, form);
    setFaults(found);
    setTrouble(undefined);
    if (Object.keys(found).length > 0) return focusFirstFault(form);
    setIsSending(true);
    const answer = await ask(fields, form);
    setIsSending(false);
    if ('value' in answer) {
      form.reset();
      onDone(answer.value);
      return;
    }
    const { code } = answer.trouble;
    const field = faultAt[code];
    if (code === 'sign-in-required' && onSessionEnded) onSessionEnded();
    else if (field) {
      setFaults({ [field]: troubleWords(answer.trouble) });
      focusFirstFault(form);
    } else setTrouble(answer.trouble);
  };

  return (
    <form class="short-form" onSubmit={submit} noValidate>
      <Trouble trouble={trouble}>{trouble && wayOut?.(trouble)}</Trouble>
      {children(faults)}
      <button type="submit" class="way" aria-disabled={isSending}>
        {isSending ? sending : send}
      </button>
    </form>
  );
}
