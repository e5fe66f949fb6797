import council from 'virtual:council';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Answers, type Draft, DraftConflict } from '../device/drafts.ts';
import { Frame } from '../ui/Frame.tsx';
import { appWords } from '../words/app-words.ts';
import { Home } from './Home.tsx';
import { check, progressOf, questionOf, stepAfter, stepBefore } from './journey.ts';
import { Check } from './screens/Check.tsx';
import { MessagesScreen } from './screens/MessagesScreen.tsx';
import { SafeScreen } from './screens/SafeScreen.tsx';
import { SentScreen } from './screens/SentScreen.tsx';
import { send } from './send.ts';
import { freshStart, type Start } from './start.ts';
import { noteWhetherSomethingIsKept, remember } from './this-tab.ts';
import { askForBackgroundSync, drainAndAsk } from './triggers.ts';
import { UpdateOffer } from './UpdateOffer.tsx';
import { type DraftChange, useDraft } from './use-draft.ts';
import { type SentItem, useKept } from './use-kept.ts';

/** The whole app: which screen, and the way from one to the next. */
export function App({ start, isNotSafe = false }: { start: Start; isNotSafe?: boolean }) {
  const kept = useKept(start.kept);
  const [sent, setSent] = useState<SentItem | undefined>(() => kept.sent.find(({ id }) => id === start.sentId));
  const [isSending, setSending] = useState(false);
  // A draft carried on from the messages is gone on with after a reload.
  const [isMessages, setMessages] = useState(start.path === '/follow' && start.draft.revision === 0);
  const [isSafety, setSafety] = useState(isNotSafe);
  const hasMoved = useRef(false);
  const { draft, keeping, current, change, flush, follow, end, open } = useDraft(start.draft, start.isUnsaved);
  const { answers, step, seen } = draft;

  useEffect(() => noteWhetherSomethingIsKept(kept.drafts.length + kept.sent.length > 0), [kept]);

  const goTo = (part: DraftChange) => {
    hasMoved.current = true;
    change(part);
    void flush();
  };
  const answer = (part: Answers) => {
    const after = { answers: { ...answers, ...part }, seen: [...new Set([...seen, step])] };
    goTo({ ...after, step: stepAfter(after) });
  };
  const sendIt = async () => {
    setSending(true);
    try {
      await flush();
      // What was on the screen when it was pressed, at the revision in which it has been saved since.
      const latest = current();
      if (latest.answers !== answers) throw new DraftConflict();
      setSent(await sendNow(latest));
      end();
    } catch (error) {
      await follow();
      throw error;
    } finally {
      setSending(false);
    }
    void askForBackgroundSync();
    void drainAndAsk('network');
  };
  const openDraft = (other: Draft) => {
    hasMoved.current = true;
    setMessages(false);
    open(other);
  };
  const showSafety = (isShown: boolean) => {
    hasMoved.current = true;
    setSafety(isShown);
  };

  const isQuestion = !isMessages && !sent;
  const previous = isQuestion && !isSending ? stepBefore(draft) : undefined;
  const back =
    previous === undefined ? undefined : { label: appWords.t('back'), onBack: () => goTo({ step: previous }) };
  // Where one begins: the first question, or the words when they come first.
  const isBeginning = isQuestion && (step === 'who' || (step === 'words' && start.path === '/tell'));

  return (
    <Frame
      brand={appWords.t('brand')}
      back={isSafety ? { label: appWords.t('back'), onBack: () => showSafety(false) } : back}
      hide={{ label: appWords.t('hide'), to: council.hideTo }}
      notSafe={isSafety ? undefined : { label: appWords.t('notSafe'), onNotSafe: () => showSafety(true) }}
    >
      {isSafety ? <SafeScreen onBack={() => showSafety(false)} /> : screen()}
    </Frame>
  );

  function screen() {
    if (sent) {
      return <SentScreen item={kept.sent.find(({ id }) => id === sent.id) ?? sent} words={answers.words} />;
    }
    if (isMessages) return <MessagesScreen kept={kept} takesFocus={hasMoved.current} onCarryOn={openDraft} />;
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
        {isBeginning && (
          <Home
            kept={kept}
            present={draft}
            onCarryOn={openDraft}
            onBeginNew={() => openDraft(freshStart(start.path).draft)}
          />
        )}
        {isBeginning && draft.revision === 0 && <UpdateOffer />}
      </>
    );
  }
}

async function sendNow(draft: Draft): Promise<SentItem> {
  const { id, followKey, answers } = draft;
  await send(draft);
  remember({ sent: id });
  const queuedAt = new Date().toISOString();
  return { id, followKey, kind: answers.kind ?? 'complaint', queuedAt, whereabouts: 'onPhone' };
}
