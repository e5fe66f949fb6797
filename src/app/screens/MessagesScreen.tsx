import { useEffect, useState } from 'preact/hooks';
import { type Answers, isWorthKeeping } from '../../device/answers.ts';
import { type Draft, deleteDraft } from '../../device/drafts.ts';
import { forgetEverything, forgetSent } from '../../device/forget.ts';
import { isWithCouncil } from '../../device/sent.ts';
import { londonDate } from '../../domain/dates.ts';
import { askHowItGoes } from '../../sync/ask.ts';
import { Pebble } from '../../ui/art/Pebble.tsx';
import { StillScene } from '../../ui/art/scenes.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { Title } from '../../ui/Title.tsx';
import { appWords } from '../../words/app-words.ts';
import { ForgetOne, messagesTitle } from '../ForgetOne.tsx';
import { HaveKey } from '../HaveKey.tsx';
import { bringPart, Carry, Carrying } from '../hand-off/Carry.tsx';
import type { QuestionName } from '../journey.ts';
import { PageLinks } from '../PageLinks.tsx';
import { PhoneRows } from '../PhoneRows.tsx';
import { isHelper } from '../speaker.ts';
import { forgetThisTab } from '../this-tab.ts';
import type { KeptHere, SentItem } from '../use-kept.ts';
import { WhatWasSent } from '../WhatWasSent.tsx';
import { SendNow } from './SentScreen.tsx';

interface MessagesProps {
  kept: KeptHere;
  takesFocus: boolean;
  onCarryOn: (draft: Draft) => void;
  /** Says more of one: at a question, with what is answered there so far. */
  onAddMore: (to: SentItem, at?: QuestionName, said?: Answers) => void;
}

/** Everything this phone keeps: what was begun, what was sent and how it goes; and the ways to take it off. */
export function MessagesScreen({ kept, takesFocus, onCarryOn, onAddMore }: MessagesProps) {
  const { t } = appWords;
  const { sent, carried } = kept;
  const drafts = kept.drafts.filter(({ answers }) => isWorthKeeping(answers));
  const isEmpty = drafts.length + sent.length + carried.length === 0;
  // What is in no list here lies on this phone all the same: a helper's name, a draft that says nothing yet.
  const isAnythingKept = kept.drafts.length + sent.length + carried.length > 0 || kept.helper !== undefined;
  const received = [...sent, ...carried].filter(({ whereabouts }) => whereabouts === 'received').length;
  const [receivedBefore] = useState(received);
  return (
    <article>
      {isEmpty && <StillScene />}
      <Title id={messagesTitle} text={t('follow.title')} takesFocus={takesFocus} />
      <p role="status" class="unseen">
        {received > receivedBefore && t('sent.received')}
      </p>
      {isEmpty && <p class="help">{t('follow.none')}</p>}
      {drafts.map((draft) => (
        <Begun key={draft.id} draft={draft} onCarryOn={() => onCarryOn(draft)} />
      ))}
      {sent.map((item, index) => (
        <WhatWasSent
          key={item.id}
          item={item}
          isOpen={index === 0 && drafts.length === 0}
          isAddedTo={drafts.some(({ id }) => id === item.id)}
          onAddMore={(at, said) => onAddMore(item, at, said)}
        />
      ))}
      <Carrying carried={carried} />
      {isWaiting(kept) && <SendNow />}
      {sent.some(isWithCouncil) && <AskAgain />}
      <a class={isEmpty ? 'way-forward' : 'way-aside'} href="/">
        {t('follow.tell')}
      </a>
      <div class="rows">
        <HaveKey sent={sent} />
        <Carry />
        <PhoneRows kept={kept} />
        {received > 1 && <ClearReceived kept={kept} />}
        {isAnythingKept && <ForgetEverything kept={kept} />}
      </div>
      <PageLinks />
    </article>
  );
}

function isWaiting({ sent, carried }: KeptHere): boolean {
  return [...sent, ...carried].some(({ whereabouts }) => whereabouts !== 'received');
}

function Begun({ draft, onCarryOn }: { draft: Draft; onCarryOn: () => void }) {
  const { t, date } = appWords;
  const { kind, voice, aboutName } = draft.answers;
  return (
    <details class="item item-draft" open>
      <summary>
        <Pebble kind={kind ?? 'comment'} />
        <span class="choice-words">
          {isHelper({ voice }) && aboutName && <bdi class="whose">{aboutName}</bdi>}
          <span>{t(draft.isAddition ? 'state.addition' : 'state.draft')}</span>
          <small>{t('follow.started', { date: date(londonDate(draft.startedAt)) })}</small>
        </span>
      </summary>
      <button type="button" class="way-aside" onClick={onCarryOn}>
        {t('follow.carryOn')}
      </button>
      <div class="rows">
        <ForgetOne warnings={['forget.oneDraft']} onYes={() => deleteDraft(draft.id)} />
      </div>
    </details>
  );
}

/** For whoever helps several children: what the council has need not stay on this phone. */
function ClearReceived({ kept }: { kept: KeptHere }) {
  const { t } = appWords;
  const isAddedTo = (item: SentItem) => kept.drafts.some(({ id }) => id === item.id);
  const clear = async () => {
    // What was begun to be added has not gone, and is not cleared with what has.
    for (const item of kept.sent) if (item.whereabouts === 'received' && !isAddedTo(item)) await forgetSent(item.id);
    const { forgetCarried } = await bringPart();
    for (const { id, whereabouts } of kept.carried) if (whereabouts === 'received') await forgetCarried(id);
    document.getElementById(messagesTitle)?.focus();
  };
  return (
    <Confirm
      ask={t('forget.received')}
      warnings={[t('forget.oneSent')]}
      yes={t('forget.yes')}
      no={t('forget.no')}
      failed={t('forget.failed')}
      onYes={clear}
    />
  );
}

function ForgetEverything({ kept }: { kept: KeptHere }) {
  const { t } = appWords;
  const forget = async () => {
    await forgetEverything();
    forgetThisTab();
    location.replace('/');
  };
  return (
    <Confirm
      ask={t('forget.all')}
      warnings={[t('forget.allText'), ...(isWaiting(kept) ? [t('forget.allWaiting')] : [])]}
      yes={t('forget.allYes')}
      no={t('forget.no')}
      failed={t('forget.failed')}
      onYes={forget}
    />
  );
}

function AskAgain() {
  const { t } = appWords;
  const [state, setState] = useState<'asking' | 'answered' | 'unreachable'>('asking');
  const ask = async () => {
    setState('asking');
    setState((await askHowItGoes()) ? 'answered' : 'unreachable');
  };
  useEffect(() => {
    void ask();
  }, []);
  return (
    <>
      <button type="button" class="quiet" disabled={state === 'asking'} onClick={() => void ask()}>
        {t(state === 'asking' ? 'follow.checking' : 'follow.checkAgain')}
      </button>
      <p role="status" class="kept">
        {state === 'unreachable' && t('follow.unreachable')}
      </p>
    </>
  );
}
