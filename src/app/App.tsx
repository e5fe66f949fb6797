import council from 'virtual:council';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answers } from '../device/answers.ts';
import type { Draft } from '../device/drafts.ts';
import type { Register } from '../domain/submission.ts';
import { Frame } from '../ui/Frame.tsx';
import { appWords, speakTo } from '../words/app-words.ts';
import { pointsShown } from './answer-lines.ts';
import { onGivenLink } from './given-link.ts';
import { Home } from './Home.tsx';
import { HowItLooks } from './HowItLooks.tsx';
import { askedAgain, check, isLast, isQuestion, progressOf, stepAfter, stepBefore } from './journey.ts';
import { LanguageChoice } from './LanguageChoice.tsx';
import { anotherSitting, answered, keptForLater, saidBackOnce, ticked } from './marks.ts';
import { additionTo, knownHelper, mayAddTo, nextChild } from './new-drafts.ts';
import { PageLinks } from './PageLinks.tsx';
import { questions } from './questions/all.ts';
import { ReadAloud } from './ReadAloud.tsx';
import { Check } from './screens/Check.tsx';
import { MessagesScreen } from './screens/MessagesScreen.tsx';
import { SafeScreen } from './screens/SafeScreen.tsx';
import { SentScreen } from './screens/SentScreen.tsx';
import { registerOf } from './speaker.ts';
import { freshStart, type Start } from './start.ts';
import { noteWhetherSomethingIsKept } from './this-tab.ts';
import { UpdateOffer } from './UpdateOffer.tsx';
import { type DraftChange, useDraft } from './use-draft.ts';
import { keepsSomething, type SentItem, useKept, useSentNow } from './use-kept.ts';
import { useLanguage, useSpokenLanguage } from './use-language.ts';
import { inRegister, useOwnRegister, useSpokenRegister } from './use-register.ts';
import { useSending } from './use-sending.ts';
import { WithMe } from './WithMe.tsx';

/** The whole app: which screen, and the way from one to the next. */
export function App({ start, isNotSafe = false }: { start: Start; isNotSafe?: boolean }) {
  const kept = useKept(start.kept);
  // A draft carried on from the messages is gone on with after a reload.
  const [isMessages, setMessages] = useState(start.path === '/follow' && start.draft.revision === 0);
  const [isSafety, setSafety] = useState(isNotSafe);
  const [isSentAtOnce, setSentAtOnce] = useState(false);
  const hasMoved = useRef(false);
  const work = useDraft(start.draft, start.isUnsaved);
  const { keeping, change, flush, open } = work;
  const [own, chooseRegister] = useOwnRegister(start.register);
  const languages = useLanguage(start.language);
  const draft = inRegister(work.draft, own);
  const { answers, step } = draft;

  const goTo = (part: DraftChange) => {
    hasMoved.current = true;
    change(part);
    void flush();
  };
  const [sent, sending] = useSending(work, {
    initial: () => kept.sent.find(({ id }) => id === start.sentId),
    onFault: (faulty) => goTo({ step: faulty }),
  });
  const item = useSentNow(sent, kept);
  speakTo(registerOf({ voice: speaker(), register: own ?? answers.register }), languages.language);
  useSpokenRegister();
  useSpokenLanguage();

  useEffect(() => noteWhetherSomethingIsKept(keepsSomething(kept)), [kept]);

  const answer = (part: Answers) => {
    const { answers: given, seen } = answered(draft, part);
    const helper = knownHelper(given, kept.helper);
    const again = askedAgain(step, answers, given);
    const after = {
      answers: { ...given, ...helper },
      seen: [...new Set([...seen, step, ...(helper ? ['helper'] : [])])].filter((name) => name !== again),
    };
    const next = stepAfter({ ...draft, ...after });
    setSentAtOnce(next === check && isLast(draft));
    goTo({ ...after, step: next });
  };
  const speakAs = (register: Register) => {
    chooseRegister(register);
    if (isAsking) change({ answers: { ...answers, register } });
  };
  const openDraft = (other: Draft) => {
    hasMoved.current = true;
    setMessages(false);
    sending.leave();
    open(inRegister(anotherSitting(other), own));
  };
  const addMore = (to: SentItem, at: string = check, said: Answers = {}) => {
    const begun = kept.drafts.find(({ id }) => id === to.id) ?? additionTo(to);
    // What was begun and not sent stays as it was left, but for which step is asked for.
    const { asksFor } = said;
    openDraft({ ...begun, step: at, answers: { ...said, ...begun.answers, ...(asksFor && { asksFor }) } });
  };
  const showMessages = () => {
    // They are behind the lock, and it stands before the page of messages.
    if (kept.lock === 'closed') return void flush().then(() => location.assign('/follow'));
    hasMoved.current = true;
    sending.leave();
    setMessages(true);
  };
  const showSafety = (isShown: boolean) => {
    hasMoved.current = true;
    setSafety(isShown);
  };

  // With what is being told, else with what was told last.
  const tellNotSafe = () => {
    showSafety(false);
    const told = item ?? (isMessages ? kept.sent.find(mayAddTo) : undefined);
    if (told && mayAddTo(told)) return addMore(told, 'safe');
    setMessages(false);
    goTo({ step: 'safe' });
  };

  useEffect(() => {
    // Whatever stood here is kept, and is one of the messages.
    return onGivenLink(() => {
      showSafety(false);
      showMessages();
    });
  });

  const isAsking = !isMessages && !sent;
  const previous = isAsking && !sending.isSending ? stepBefore(draft) : undefined;
  const label = appWords.t('back');
  // What was gone back from is asked again on the way forward, with its answer in it.
  const goBack = (to: string) => goTo({ step: to, seen: draft.seen.filter((name) => name !== step), ...saidBack() });
  const back = previous === undefined ? undefined : { label, onBack: () => goBack(previous) };
  // Where one begins: the first question, or the words when they come first.
  const isBeginning = isAsking && !draft.isAddition && (step === 'who' || (step === 'words' && start.path === '/tell'));

  return (
    <Frame
      brand={appWords.t('brand')}
      back={isSafety ? { label, onBack: () => showSafety(false) } : back}
      hide={{ label: appWords.t('hide'), to: council.hideTo }}
      look={<HowItLooks onChoose={speakAs} languages={languages} />}
      read={<ReadAloud screen={[step, isMessages, isSafety, item?.id].join()} />}
      notSafe={isSafety ? undefined : { label: appWords.t('notSafe'), onNotSafe: () => showSafety(true) }}
    >
      {isSafety ? <SafeScreen onBack={() => showSafety(false)} onTell={tellNotSafe} /> : screen()}
    </Frame>
  );

  // From the check on, what stood there has been said back: what is changed now is changed after it.
  function saidBack() {
    return isQuestion(step) ? {} : { answers: saidBackOnce(answers, pointsShown(draft)) };
  }

  function keepForLater() {
    const after = keptForLater(draft);
    goTo(after);
    // Without it there is nothing to send yet: all of it waits.
    if (after.step === step) showMessages();
  }

  // Whose words these are: what was sent, what was last told from here, or what is being told.
  function speaker() {
    if (item) return item.voice;
    return isMessages ? (kept.sent[0]?.voice ?? kept.drafts[0]?.answers.voice) : answers.voice;
  }

  function screen() {
    if (item) {
      return (
        <SentScreen
          item={item}
          copy={sent?.copy}
          isUnsafe={sent?.isUnsafe ?? false}
          onAddMore={() => addMore(item)}
          onSayNow={(name) => addMore(item, name)}
          onNextChild={() => openDraft(nextChild(kept.helper))}
        />
      );
    }
    if (isMessages) {
      return <MessagesScreen kept={kept} takesFocus={hasMoved.current} onCarryOn={openDraft} onAddMore={addMore} />;
    }
    const child = draft.isAddition ? kept.sent.find(({ id }) => id === draft.id)?.label : childOf(answers);
    // A draft may stand at a step that only a newer version knows: what was said so far can be seen, changed and sent.
    if (!isQuestion(step)) {
      return (
        <Check
          key={draft.id}
          draft={draft}
          child={child}
          takesFocus
          onChange={(to) => goTo({ step: to, ...saidBack() })}
          onTick={(point) => change({ answers: ticked(answers, point) })}
          onSend={sending.send}
          onLeave={showMessages}
          isSentAtOnce={isSentAtOnce}
        />
      );
    }
    const { Screen } = questions[step];
    return (
      <>
        {isBeginning && <LanguageChoice of={languages} />}
        <Screen
          key={step}
          answers={answers}
          isAddition={draft.isAddition ?? false}
          progress={progressOf(draft)}
          child={step === 'child-name' ? undefined : child}
          otherChildren={kept.drafts.filter(({ id }) => id !== draft.id).flatMap((each) => childOf(each.answers) ?? [])}
          takesFocus={hasMoved.current}
          keeping={keeping}
          isLast={isLast(draft)}
          onChange={(part) => change(answered(draft, part))}
          onNext={answer}
        />
        <WithMe
          key={`with ${step}`}
          draft={draft}
          step={step}
          onChange={(part) => change(answered(draft, part))}
          onLater={keepForLater}
        />
        {isBeginning && (
          <>
            <Home
              kept={kept}
              present={draft}
              onCarryOn={openDraft}
              onBeginNew={() => openDraft(freshStart(start.path).draft)}
            />
            {!work.isOpen && <UpdateOffer />}
            <PageLinks />
          </>
        )}
      </>
    );
  }
}

// Only a helper tells of several children, and may mix them up.
function childOf({ voice, aboutName }: Answers): string | undefined {
  return voice === 'advocate' ? aboutName?.trim() || undefined : undefined;
}
