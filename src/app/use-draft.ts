import { useEffect, useLayoutEffect, useReducer, useState } from 'preact/hooks';
import { onChange } from '../device/changes.ts';
import type { Draft } from '../device/drafts.ts';
import { prepareSealing } from '../device/seal.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import { holdDraftOpen } from './open-drafts.ts';
import { remember } from './this-tab.ts';

export type DraftChange = Partial<Pick<Draft, 'answers' | 'step' | 'seen'>>;

export type DraftWork = ReturnType<typeof useDraft>;

/** The draft this tab works on, kept on the phone as it changes and followed when another tab changes it. */
export function useDraft(initial: Draft, isUnsaved: boolean) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [keeper, setKeeper] = useState(() => createDraftKeeper(initial, () => redraw(0)));
  const isKept = keeper.draft().revision > 0;
  const cannotKeep = keeper.keeping() === 'cannot';
  // Words that could not be kept are nowhere but on this page: it least of all may begin anew.
  const isOpen = isKept || cannotKeep;

  // Before anything else can happen to the page: what was typed before the app came is nowhere but in its box.
  useLayoutEffect(() => {
    if (isUnsaved) {
      remember({ draft: initial.id });
      keeper.change({});
    }
    void keeper.flush().then(() => {
      globalThis.heardKeepsWords = true;
    });
  }, []);
  useEffect(() => {
    const keepNow = () => void keeper.flush();
    const stop = onChange((kept) => kept === 'drafts' && void keeper.follow());
    document.addEventListener('visibilitychange', keepNow);
    addEventListener('pagehide', keepNow);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', keepNow);
      removeEventListener('pagehide', keepNow);
    };
  }, [keeper]);
  useEffect(() => {
    // There is something to lose now: ask that the browser does not clear it when it needs room.
    if (isKept) void navigator.storage?.persist?.().catch(() => false);
  }, [isKept]);
  useEffect(() => (isOpen ? holdDraftOpen() : undefined), [isOpen]);

  // From the second screen on: whoever only looks in, or types a word, need not load it.
  const isUnderWay = isKept && keeper.draft().step !== initial.step;
  useEffect(() => {
    if (isUnderWay) prepareSealing();
  }, [isUnderWay]);

  useEffect(() => {
    if (!cannotKeep) return;
    // The words are nowhere but here: the browser asks before it lets them go.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [cannotKeep]);

  return {
    draft: keeper.draft(),
    keeping: keeper.keeping(),
    isOpen,
    /** As it stands now, whatever was last drawn. */
    current: keeper.draft,
    flush: keeper.flush,
    follow: keeper.follow,
    end: keeper.end,
    change(part: DraftChange) {
      remember({ draft: keeper.draft().id });
      keeper.change(part);
    },
    open(other: Draft) {
      void keeper.flush();
      remember({ draft: other.id });
      setKeeper(createDraftKeeper(other, () => redraw(0)));
    },
  };
}
