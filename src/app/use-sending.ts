import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Draft, DraftConflict, deleteDraft } from '../device/drafts.ts';
import type { SaidBack } from '../domain/submission.ts';
import { copyOf, pointsOf } from './answer-lines.ts';
import { isUnsafe, type QuestionName } from './journey.ts';
import { send, sendUnkept } from './send.ts';
import { FaultyAnswer } from './submission-of.ts';
import { remember } from './this-tab.ts';
import { askForBackgroundSync, drainAndAsk } from './triggers.ts';
import type { DraftWork } from './use-draft.ts';
import type { SentItem } from './use-kept.ts';

declare global {
  /** Resolves when what was typed is kept and what was being sent is queued: the page's head waits for it, hidden. */
  var heardPutAway: (() => Promise<unknown>) | undefined;
}

interface JustSent {
  item: SentItem;
  /** When it was on the phone, by the page's own time, in milliseconds. */
  since: number;
  /** What was said, for whoever wants to keep it: only now, for the words do not stay on the phone. */
  copy?: string;
  /** They have just said that somebody is not safe, or that they do not know. */
  isUnsafe?: boolean;
}

interface Sending {
  isSending: boolean;
  /** Resolves when it is on the phone for good or with the council; rejects when it is neither. */
  send: (isSaidBack: boolean) => Promise<void>;
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
    return item && { item, since: performance.now() };
  });
  const [isSending, setSending] = useState(false);
  const underWay = useRef<Promise<void>>(undefined);
  // Who hides in the middle of it loses nothing: the page goes when this is done, or after a moment.
  useLayoutEffect(() => {
    globalThis.heardPutAway = () => Promise.all([flush(), underWay.current]);
  });

  const sendDraft = async (isSaidBack: boolean) => {
    setSending(true);
    try {
      await flush();
      // What was on the screen when it was pressed, at the revision in which it has been saved since.
      const latest = current();
      if (latest.answers !== draft.answers) throw new DraftConflict();
      const item = await sendSomehow(latest, isSaidBack ? pointsOf(latest) : undefined);
      await askForBackgroundSync();
      setSent({ item, since: performance.now(), copy: copyOf(latest), isUnsafe: isUnsafe(latest.answers) });
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
  const sendOnce = (isSaidBack: boolean) => {
    underWay.current = sendDraft(isSaidBack);
    return underWay.current;
  };
  return [sent, { isSending, send: sendOnce, leave: () => setSent(undefined) }];
}

// By way of the outbox, which loses nothing. Where this phone cannot keep it, straight to the council if that can be
// reached; what the phone may still hold of it is then no longer needed. Another tab may have written on since.
async function sendSomehow(draft: Draft, points: SaidBack['points'] | undefined): Promise<SentItem> {
  try {
    const item = await send(draft, points);
    remember({ sent: draft.id });
    return item;
  } catch (error) {
    if (error instanceof DraftConflict || error instanceof FaultyAnswer) throw error;
    const item = await sendUnkept(draft, points);
    if (!item) throw error;
    await deleteDraft(draft.id, draft.revision).catch(() => undefined);
    return item;
  }
}
