import { useState } from 'preact/hooks';
import { type Draft, DraftConflict, deleteDraft } from '../device/drafts.ts';
import { copyOf } from './answer-lines.ts';
import type { QuestionName } from './journey.ts';
import { send, sendUnkept } from './send.ts';
import { FaultyAnswer } from './submission-of.ts';
import { remember } from './this-tab.ts';
import { askForBackgroundSync, drainAndAsk } from './triggers.ts';
import type { DraftWork } from './use-draft.ts';
import type { SentItem } from './use-kept.ts';

interface JustSent {
  item: SentItem;
  /** What was said, for whoever wants to keep it: only now, for the words do not stay on the phone. */
  copy?: string;
}

interface Sending {
  isSending: boolean;
  /** Resolves when it is on the phone for good or with the council; rejects when it is neither. */
  send: () => Promise<void>;
  /** Turns away from what was sent. */
  leave: () => void;
}

/** Sending the draft on the screen, and what was sent. */
export function useSending(
  { draft, current, flush, follow, end }: DraftWork,
  { initial, onFault }: { initial: () => SentItem | undefined; onFault: (step: QuestionName) => void },
): [JustSent | undefined, Sending] {
  const [sent, setSent] = useState<JustSent | undefined>(() => {
    const item = initial();
    return item && { item };
  });
  const [isSending, setSending] = useState(false);

  const sendDraft = async () => {
    setSending(true);
    try {
      await flush();
      // What was on the screen when it was pressed, at the revision in which it has been saved since.
      const latest = current();
      if (latest.answers !== draft.answers) throw new DraftConflict();
      const item = await sendSomehow(latest);
      await askForBackgroundSync();
      setSent({ item, copy: copyOf(latest) });
      end();
    } catch (error) {
      if (error instanceof FaultyAnswer) return onFault(error.step);
      await follow();
      throw error;
    } finally {
      setSending(false);
    }
    void drainAndAsk('network');
  };
  return [sent, { isSending, send: sendDraft, leave: () => setSent(undefined) }];
}

// By way of the outbox, which loses nothing. Where this phone cannot keep it, straight to the council if that can be
// reached; what the phone may still hold of it is then no longer needed. Another tab may have written on since.
async function sendSomehow(draft: Draft): Promise<SentItem> {
  try {
    const item = await send(draft);
    remember({ sent: draft.id });
    return item;
  } catch (error) {
    if (error instanceof DraftConflict || error instanceof FaultyAnswer) throw error;
    const item = await sendUnkept(draft);
    if (!item) throw error;
    await deleteDraft(draft.id, draft.revision).catch(() => undefined);
    return item;
  }
}
