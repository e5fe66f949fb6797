import { useRef, useState } from 'preact/hooks';
import { Trouble } from './Notice.tsx';
import { useFocus } from './use-focus.ts';

interface ConfirmProps {
  /** What the quiet button says. */
  ask: string;
  /** What would happen, said before it does. */
  warnings: string[];
  yes: string;
  no: string;
  failed: string;
  onYes: () => Promise<void>;
}

/** Something that cannot be taken back: a quiet button, then what it would do, then no or yes. */
export function Confirm({ ask, warnings, yes, no, failed, onYes }: ConfirmProps) {
  const [state, setState] = useState<'quiet' | 'asking' | 'doing' | 'failed'>('quiet');
  const isAsking = state !== 'quiet';
  const wasPressed = useRef(false);
  const place = useFocus<HTMLButtonElement>([isAsking], () => wasPressed.current);

  const turn = (to: 'quiet' | 'asking') => {
    wasPressed.current = true;
    setState(to);
  };
  const doIt = () => {
    setState('doing');
    // What was done has most likely a place of its own to go on from.
    wasPressed.current = false;
    onYes().then(
      () => setState('quiet'),
      () => setState('failed'),
    );
  };
  if (!isAsking) {
    return (
      <button ref={place} type="button" class="quiet" onClick={() => turn('asking')}>
        {ask}
      </button>
    );
  }
  return (
    <fieldset class="confirm" aria-label={ask}>
      {warnings.map((warning) => (
        <p key={warning} role="status">
          {warning}
        </p>
      ))}
      {state === 'failed' && <Trouble>{failed}</Trouble>}
      <button ref={place} type="button" class="way-aside" onClick={() => turn('quiet')}>
        {no}
      </button>
      <button type="button" class="way-aside last-word" disabled={state === 'doing'} onClick={doIt}>
        {yes}
      </button>
    </fieldset>
  );
}
