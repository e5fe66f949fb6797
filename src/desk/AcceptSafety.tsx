import { useState } from 'preact/hooks';
import { Message } from '../domain/api.ts';
import type { CaseDetail, SafetyAcceptance } from '../domain/desk-api.ts';
import { ActionForm } from './ActionForm.tsx';
import type { Draft, DraftPlace } from './drafts.ts';
import { focusFirstFault } from './fields-of.ts';
import { useDraft } from './use-draft.ts';
import { deskWords } from './words.ts';

interface AcceptSafetyProps {
  it: CaseDetail;
  place: DraftPlace;
  onSend: (body: SafetyAcceptance) => Promise<void>;
}

const notes = ['concern', 'action'] as const;
type NoteName = (typeof notes)[number];

/** "I have seen this": both notes are needed, so that whoever comes next knows what is being done. */
export function AcceptSafety({ it, place, onSend }: AcceptSafetyProps) {
  const { t } = deskWords;
  const [draft, setDraft] = useDraft(place);
  const [faults, setFaults] = useState<Partial<Record<NoteName, string>>>({});

  const send = (form: HTMLFormElement) => {
    const { concern = '', action = '' } = draft;
    const found = faultsOf({ concern, action });
    setFaults(found);
    if (Object.keys(found).length > 0) return Promise.resolve(focusFirstFault(form));
    return onSend({ concern, action, revision: it.revision });
  };

  return (
    <ActionForm
      id="accept-safety-title"
      title={t('acceptSafety.title')}
      send={t('acceptSafety.send')}
      sending={t('acceptSafety.sending')}
      onSend={send}
    >
      <p class="help">{t('acceptSafety.help')}</p>
      {notes.map((name) => (
        <NoteField
          key={name}
          name={name}
          written={draft[name] ?? ''}
          fault={faults[name]}
          onWritten={(words) => setDraft(withNote(draft, name, words))}
        />
      ))}
    </ActionForm>
  );
}

interface NoteFieldProps {
  name: NoteName;
  written: string;
  fault: string | undefined;
  onWritten: (words: string) => void;
}

function NoteField({ name, written, fault, onWritten }: NoteFieldProps) {
  const id = `safety-${name}`;
  return (
    <div class="field">
      <label for={id}>{deskWords.t(`acceptSafety.${name}`)}</label>
      {fault && (
        <p id={`${id}-fault`} class="fault">
          {fault}
        </p>
      )}
      <textarea
        id={id}
        class="note-field"
        rows={3}
        dir="auto"
        value={written}
        aria-describedby={fault ? `${id}-fault` : undefined}
        aria-invalid={fault ? true : undefined}
        onInput={({ currentTarget: { value } }) => onWritten(value)}
      />
    </div>
  );
}

function withNote(draft: Draft, name: NoteName, words: string): Draft {
  const { [name]: _, ...others } = draft;
  return words === '' ? others : { ...others, [name]: words };
}

function faultsOf(written: Record<NoteName, string>): Partial<Record<NoteName, string>> {
  const { t } = deskWords;
  const wrong = notes.filter((name) => !Message.safeParse(written[name]).success);
  return Object.fromEntries(
    wrong.map((name) => [name, t(written[name].trim() === '' ? 'acceptSafety.missing' : 'letter.long')]),
  );
}
