import { useState } from 'preact/hooks';
import type { CaseDetail, PassingOn } from '../domain/desk-api.ts';
import { letterFault } from './Acknowledge.tsx';
import { ActionForm } from './ActionForm.tsx';
import type { DraftPlace } from './drafts.ts';
import { focusFirstFault } from './fields-of.ts';
import { LetterField } from './LetterField.tsx';
import { passingOnLetter } from './standard-letters.ts';
import { useDraft } from './use-draft.ts';
import { deskWords } from './words.ts';

interface PassOnProps {
  it: CaseDetail;
  place: DraftPlace;
  onSend: (body: PassingOn) => Promise<void>;
}

/** The team that a compliment or a comment is about has it now; the person may be told so in a letter. */
export function PassOn({ it, place, onSend }: PassOnProps) {
  const { t } = deskWords;
  const [{ message }, setDraft] = useDraft(place);
  const [fault, setFault] = useState<string>();
  const standard = passingOnLetter(it);

  const send = (form: HTMLFormElement) => {
    const words = message ?? standard;
    const isEmpty = words.trim() === '';
    const found = isEmpty ? undefined : letterFault(words);
    setFault(found);
    if (found) return Promise.resolve(focusFirstFault(form));
    return onSend({ ...(!isEmpty && { message: words }), revision: it.revision });
  };

  return (
    <ActionForm title={t('passOn.title')} send={t('passOn.send')} sending={t('passOn.sending')} onSend={send}>
      <LetterField
        id="passing-on-letter"
        written={message}
        standard={standard}
        help={t('letter.optionalHelp')}
        fault={fault}
        onWritten={(words) => setDraft(words === undefined ? {} : { message: words })}
      />
    </ActionForm>
  );
}
