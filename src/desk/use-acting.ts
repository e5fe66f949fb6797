import { useState } from 'preact/hooks';
import type { CaseDetail } from '../domain/desk-api.ts';
import type { Answer, Trouble } from './api.ts';
import { type Action, type DraftPlace, dropDraft } from './drafts.ts';

export interface ActingNeeds {
  it: CaseDetail;
  owner: string;
  onChanged: (it: CaseDetail) => void;
  /** The case is no longer as it is shown here. */
  onStale: () => Promise<void>;
  onSessionEnded: () => void;
  /** Says something aloud and on the page; nothing takes it back. */
  onSay: (words: string) => void;
}

export interface Acting {
  trouble: Trouble | undefined;
  place: (action: Action) => DraftPlace;
  /** Waits for the answer to what was asked; `done` is said when it is yes. */
  perform: (action: Action, asked: Promise<Answer<CaseDetail>>, done: string) => Promise<void>;
}

/** Doing something with the case that is open, and what follows from the answer. */
export function useActing({ it, owner, onChanged, onStale, onSessionEnded, onSay }: ActingNeeds): Acting {
  const [trouble, setTrouble] = useState<Trouble>();
  const place = (action: Action): DraftPlace => ({ owner, caseId: it.id, action });

  const perform = async (action: Action, asked: Promise<Answer<CaseDetail>>, done: string) => {
    setTrouble(undefined);
    onSay('');
    const answer = await asked;
    if ('value' in answer) {
      dropDraft(place(action));
      onChanged(answer.value);
      onSay(done);
      // The form that had the focus is gone.
      document.getElementById('case-title')?.focus();
      return;
    }
    if (answer.trouble.code === 'sign-in-required') return onSessionEnded();
    setTrouble(answer.trouble);
    if (answer.trouble.code === 'changed-meanwhile' || answer.trouble.code === 'already-done') await onStale();
  };

  return { trouble, place, perform };
}
