import type { ComponentChildren, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';

interface ActionFormProps {
  /** Of its heading; there may be two forms on a page. */
  id?: string;
  title: string;
  send: string;
  sending: string;
  /** Sends; when it cannot be sent as it is, shows why and does nothing else. */
  onSend: (form: HTMLFormElement) => Promise<unknown>;
  children: ComponentChildren;
}

/** One thing to do with a case: a heading, what it needs, one button. */
export function ActionForm({ id = 'action-title', title, send, sending, onSend, children }: ActionFormProps) {
  const [isSending, setIsSending] = useState(false);
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending) return;
    setIsSending(true);
    await onSend(event.currentTarget);
    setIsSending(false);
  };
  return (
    <form class="action" aria-labelledby={id} onSubmit={submit} noValidate>
      <h3 id={id}>{title}</h3>
      {children}
      <button type="submit" class="way" aria-disabled={isSending}>
        {isSending ? sending : send}
      </button>
    </form>
  );
}
