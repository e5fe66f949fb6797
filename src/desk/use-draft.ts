import { useState } from 'preact/hooks';
import { type Draft, type DraftPlace, dropDraft, readDraft, writeDraft } from './drafts.ts';

/** A draft as it was left, kept again at every change. An empty one is none. */
export function useDraft(place: DraftPlace): [Draft, (draft: Draft) => void] {
  const [draft, setDraft] = useState(() => readDraft(place));
  const keep = (next: Draft) => {
    setDraft(next);
    if (Object.keys(next).length > 0) writeDraft(place, next);
    else dropDraft(place);
  };
  return [draft, keep];
}
