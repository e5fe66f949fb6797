import council from 'virtual:council';
import { useEffect, useState } from 'preact/hooks';
import { saysSomething } from '../../device/answers.ts';
import { type Draft, deleteDraft } from '../../device/drafts.ts';
import { forgetEverything, forgetSent } from '../../device/forget.ts';
import { isWithCouncil } from '../../device/sent.ts';
import { londonDate } from '../../domain/dates.ts';
import { askHowItGoes } from '../../sync/ask.ts';
import { Pebble } from '../../ui/art/Pebble.tsx';
import { StillScene } from '../../ui/art/scenes.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { Title } from '../../ui/Title.tsx';
import { type AppKey, appWords } from '../../words/app-words.ts';
import { HaveKey } from '../HaveKey.tsx';
import { HelperCanLook } from '../HelperCanLook.tsx';
import { isHelper } from '../journey.ts';
import { KeepKey } from '../KeepKey.tsx';
import { KeepPictures } from '../KeepPictures.tsx';
import { mayAddTo } from '../new-drafts.ts';
import { PageLinks } from '../PageLinks.tsx';
import { Timeline } from '../Timeline.tsx';
import { forgetThisTab } from '../this-tab.ts';
import type { KeptHere, SentItem } from '../use-kept.ts';
import { SendNow } from './SentScreen.tsx';

interface MessagesProps {
  kept: KeptHere;
  takesFocus: boolean;
  onCarryOn: (draft: Draft) => void;
  onAddMore: (to: SentItem) => void;
  onEndHelper: (of: SentItem) => void;
  onWrite: (to: SentItem) => void;
}

const titleId = 'messages';

/** Everything this phone keeps: what was begun, what was sent and how it goes; and the ways to take it off. */
export function MessagesScreen({ kept, takesFocus, onCarryOn, onAddMore, onEndHelper, onWrite }: MessagesProps) {
  const { t } = appWords;
  const { sent } = kept;
  const drafts = kept.drafts.filter(({ answers }) => saysSomething(answers));
  const isEmpty = drafts.length + sent.length === 0;
  // What is in no list here lies on this phone all the same: a helper's name, a draft that says nothing yet.
  const isAnythingKept = kept.drafts.length + sent.length > 0 || kept.helper !== undefined;
  const received = sent.filter((item) => item.whereabouts === 'received').length;
  const [receivedBefore] = useState(received);
  return (
    <article>
      {isEmpty && <StillScene />}
      <Title id={titleId} text={t('follow.title')} takesFocus={takesFocus} />
      <p role="status" class="unseen">
        {received > receivedBefore && t('sent.received')}
      </p>
      {isEmpty && <p class="help">{t('follow.none')}</p>}
      {drafts.map((draft) => (
        <Begun key={draft.id} draft={draft} onCarryOn={() => onCarryOn(draft)} />
      ))}
      {sent.map((item, index) => (
        <Item
          key={item.id}
          item={item}
          isOpen={index === 0 && drafts.length === 0}
          isAddedTo={drafts.some(({ id }) => id === item.id)}
          onAddMore={() => onAddMore(item)}
          onEndHelper={() => onEndHelper(item)}
          onWrite={() => onWrite(item)}
        />
      ))}
      {sent.some((item) => item.whereabouts !== 'received') && <SendNow />}
      {sent.some(isWithCouncil) && <AskAgain />}
      <a class={isEmpty ? 'way-forward' : 'way-aside'} href="/">
        {t('follow.tell')}
      </a>
      <div class="rows">
        <HaveKey sent={sent} />
        {received > 1 && <ClearReceived kept={kept} />}
        {isAnythingKept && <ForgetEverything kept={kept} />}
      </div>
      <PageLinks />
    </article>
  );
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

interface ItemProps {
  item: SentItem;
  isOpen: boolean;
  /** Something was begun to be added to it, and would go with it. */
  isAddedTo: boolean;
  onAddMore: () => void;
  onEndHelper: () => void;
  onWrite: () => void;
}

function Item({ item, isOpen, isAddedTo, onAddMore, onEndHelper, onWrite }: ItemProps) {
  const { t } = appWords;
  const { kind, whereabouts, label } = item;
  const isLate = item.status?.timeline.some((step) => step.state === 'late');
  return (
    <details id={item.id} class={`item item-${whereabouts}`} open={isOpen}>
      <summary>
        <Pebble kind={kind} />
        <span class="choice-words">
          {label && <bdi class="whose">{label}</bdi>}
          <span>{t(`kind.${kind}`)}</span>
          <small>{t(isLate ? 'state.late' : `state.${whereabouts}`)}</small>
        </span>
      </summary>
      {whereabouts === 'refused' && <p>{t('sent.refusedText', { phone: council.complaintsTeam.phones[0] ?? '' })}</p>}
      <Timeline item={item} />
      <HelperCanLook item={item} onEnd={onEndHelper} />
      {isWithCouncil(item) && mayAddTo(item) && (
        <button type="button" class="way-aside" onClick={onWrite}>
          {t('message.write')}
        </button>
      )}
      <div class="rows">
        {mayAddTo(item) && (
          <button type="button" class="offer" onClick={onAddMore}>
            {t('more.add')}
          </button>
        )}
        <KeepPictures item={item} />
        <KeepKey item={item} />
        <ForgetOne
          warnings={[
            whereabouts === 'received' ? 'forget.oneSent' : 'forget.oneWaiting',
            ...(isAddedTo ? (['forget.oneDraft'] as const) : []),
          ]}
          onYes={() => forgetSent(item.id)}
        />
      </div>
    </details>
  );
}

function ForgetOne({ warnings, onYes }: { warnings: AppKey[]; onYes: () => Promise<void> }) {
  const { t } = appWords;
  const forget = async () => {
    await onYes();
    // What was pressed is gone; whoever listens or moves by keyboard starts again at the title.
    document.getElementById(titleId)?.focus();
  };
  return (
    <Confirm
      ask={t('forget.one')}
      warnings={warnings.map((warning) => t(warning))}
      yes={t('forget.yes')}
      no={t('forget.no')}
      failed={t('forget.failed')}
      onYes={forget}
    />
  );
}

/** For whoever helps several children: what the council has need not stay on this phone. */
function ClearReceived({ kept }: { kept: KeptHere }) {
  const { t } = appWords;
  const isAddedTo = (item: SentItem) => kept.drafts.some(({ id }) => id === item.id);
  const clear = async () => {
    // What was begun to be added has not gone, and is not cleared with what has.
    for (const item of kept.sent) if (item.whereabouts === 'received' && !isAddedTo(item)) await forgetSent(item.id);
    document.getElementById(titleId)?.focus();
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
  const isWaiting = kept.sent.some(({ whereabouts }) => whereabouts !== 'received');
  const forget = async () => {
    await forgetEverything();
    forgetThisTab();
    location.replace('/');
  };
  return (
    <Confirm
      ask={t('forget.all')}
      warnings={[t('forget.allText'), ...(isWaiting ? [t('forget.allWaiting')] : [])]}
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
