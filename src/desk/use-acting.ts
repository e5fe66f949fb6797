import { useState } from 'preact/hooks';
import type { ActionName, CaseAction } from '../domain/case-actions.ts';
import type { CaseDetail } from '../domain/desk-api.ts';
import { act, type Trouble, type TroubleCode } from './api.ts';
import { type DraftPlace, dropDraft } from './drafts.ts';

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
  place: (action: ActionName) => DraftPlace;
  /** Does it and waits for the answer; `done` is said when it is yes, and gives what went wrong when it is no. */
  perform: (action: CaseAction, done: string) => Promise<Trouble | undefined>;
}

// What the desk would not have offered, had it shown the case as it is.
const stale: ReadonlySet<TroubleCode> = new Set<TroubleCode>([
  ...(['changed-meanwhile', 'already-done', 'not-yet', 'stage-over', 'case-closed', 'not-closed'] as const),
  ...(['not-on-this-route', 'route-fixed', 'case-rests', 'not-resting', 'nothing-to-rest', 'not-raised'] as const),
  ...(['not-for-this-kind', 'nobody-named', 'no-open-concern'] as const),
]);

/** Doing something with the case that is open, and what follows from the answer. */
export function useActing({ it, owner, onChanged, onStale, onSessionEnded, onSay }: ActingNeeds): Acting {
  const [trouble, setTrouble] = useState<Trouble>();
  const place = (action: ActionName): DraftPlace => ({ owner, caseId: it.id, action });

  const perform = async (action: CaseAction, done: string) => {
    setTrouble(undefined);
    onSay('');
    const answer = await act(it.id, action);
    if ('value' in answer) {
      dropDraft(place(action.action));
      onChanged(answer.value);
      onSay(done);
      // The form that had the focus is gone.
      document.getElementById('case-title')?.focus();
      return undefined;
    }
    if (answer.trouble.code === 'sign-in-required') {
      onSessionEnded();
      return undefined;
    }
    setTrouble(answer.trouble);
    if (stale.has(answer.trouble.code)) await onStale();
    return answer.trouble;
  };

  return { trouble, place, perform };
}
