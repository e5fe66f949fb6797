import council from 'virtual:council';
import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import { onChange } from '../device/changes.ts';
import { type Answers, type Draft, DraftConflict } from '../device/drafts.ts';
import { Frame } from '../ui/Frame.tsx';
import { appWords } from '../words/app-words.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import { Home } from './Home.tsx';
import { check, progressOf, questionOf, stepAfter, stepBefore } from './journey.ts';
import { Check } from './screens/Check.tsx';
import { MessagesScreen } from './screens/MessagesScreen.tsx';
import { SafeScreen } from './screens/SafeScreen.tsx';
import { SentScreen } from './screens/SentScreen.tsx';
import { send } from './send.ts';
import type { Start } from './start.ts';
import { noteWhetherSomethingIsKept, remember } from './this-tab.ts';
import { askForBackgroundSync, drainAndAsk } from './triggers.ts';
import { UpdateOffer } from './UpdateOffer.tsx';
import { type SentItem, useKept } from './use-kept.ts';

/** The whole app: which screen, and the way from one to the next. */
export function App({ start }: { start: Start }) {
  const kept = useKept(start.kept);
  const [sent, setSent] = useState<SentItem | undefined>(() => kept.sent.find(({ id }) => id === start.sentId));
  const [isMessages, setMessages] = useState(start.path === '/follow');
  const [isSafety, setSafety] = useState(false);
  const hasMoved = useRef(false);
  const { draft, present, keeping, change, flush, follow, end, open } = useDraft(start.draft);
  const { answers, step, seen } = draft;

  useEffect(() => noteWhetherSomethingIsKept(kept.drafts.length + kept.sent.length > 0), [kept]);

  // Typed before the app was there: on the phone without waiting for another letter.
  useEffect(() => {
    if (start.isTyped) change({});
  }, []);

  const goTo = (part: Partial<Pick<Draft, 'answers' | 'step' | 'seen'>>) => {
    hasMoved.current = true;
    change(part);
    void flush();
  };
  const answer = (part: Answers) => {
    const after = { answers: { ...answers, ...part }, seen: [...new Set([...seen, step])] };
    goTo({ ...after, step: stepAfter(after) });
  };
  const sendIt = async () => {
    await flush();
    const { id, followKey, answers: own } = draft;
    await sendAsShown().catch(async (error: unknown) => {
      await follow();
      throw error;
    });
    end();
    remember({ sent: id });
    const now = new Date().toISOString();
    setSent({ id, followKey, kind: own.kind ?? 'complaint', queuedAt: now, whereabouts: 'onPhone' });
    void askForBackgroundSync();
    void drainAndAsk();
  };
  // What was on the screen when it was pressed, at the revision in which it has been saved since.
  const sendAsShown = async () => {
    const latest = present();
    if (latest.answers !== answers) throw new DraftConflict();
    await send(latest);
  };
  const carryOn = (other: Draft) => {
    hasMoved.current = true;
    setMessages(false);
    open(other);
  };

  const isQuestion = !isMessages && !sent;
  const isHome = isQuestion && step === 'who';
  const previous = isQuestion && !isSafety ? stepBefore(draft) : undefined;
  const back =
    previous === undefined ? undefined : { label: appWords.t('back'), onBack: () => goTo({ step: previous }) };
  const showSafety = () => {
    hasMoved.current = true;
    setSafety(true);
  };

  return (
    <Frame
      brand={appWords.t('brand')}
      back={isSafety ? { label: appWords.t('back'), onBack: () => setSafety(false) } : back}
      hide={{ label: appWords.t('hide'), to: council.hideTo }}
      notSafe={isSafety ? undefined : { label: appWords.t('notSafe'), onNotSafe: showSafety }}
    >
      {isSafety ? <SafeScreen onBack={() => setSafety(false)} /> : screen()}
    </Frame>
  );

  function screen() {
    if (sent) {
      return <SentScreen item={kept.sent.find(({ id }) => id === sent.id) ?? sent} words={answers.words} />;
    }
    if (isMessages) return <MessagesScreen kept={kept} onCarryOn={carryOn} />;
    if (step === check) {
      return <Check answers={answers} takesFocus onChange={(to) => goTo({ step: to })} onSend={sendIt} />;
    }
    const Screen = questionOf(step)?.Screen;
    if (!Screen) return null;
    return (
      <>
        <Screen
          answers={answers}
          progress={progressOf(draft)}
          takesFocus={hasMoved.current}
          keeping={keeping}
          onChange={(part) => change({ answers: { ...answers, ...part } })}
          onNext={answer}
        />
        {isHome && <Home kept={kept} present={draft.id} onCarryOn={carryOn} />}
        {isHome && <UpdateOffer />}
      </>
    );
  }
}

/** The draft this tab works on, kept on the phone as it changes and followed when another tab changes it. */
function useDraft(initial: Draft) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [keeper, setKeeper] = useState(() => createDraftKeeper(initial, () => redraw(0)));
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
  return {
    draft: keeper.draft(),
    present: keeper.draft,
    keeping: keeper.keeping(),
    flush: keeper.flush,
    follow: keeper.follow,
    end: keeper.end,
    change(part: Partial<Pick<Draft, 'answers' | 'step' | 'seen'>>) {
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
