import { useEffect, useState } from 'preact/hooks';
import { type Draft, deleteDraft } from '../../device/drafts.ts';
import { forgetEverything, forgetSent } from '../../device/forget.ts';
import { londonDate } from '../../domain/dates.ts';
import { askHowItGoes } from '../../sync/ask.ts';
import { Pebble } from '../../ui/art/Pebble.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { Title } from '../../ui/Title.tsx';
import { type AppKey, appWords } from '../../words/app-words.ts';
import { Timeline } from '../Timeline.tsx';
import { forgetThisTab } from '../this-tab.ts';
import type { KeptHere, SentItem } from '../use-kept.ts';
import { SendNow } from './SentScreen.tsx';

interface MessagesProps {
  kept: KeptHere;
  onCarryOn: (draft: Draft) => void;
}

const titleId = 'messages';

/** Everything this phone keeps: what was begun, what was sent and how it goes; and the ways to take it off. */
export function MessagesScreen({ kept, onCarryOn }: MessagesProps) {
  const { t } = appWords;
  const { drafts, sent } = kept;
  const isEmpty = drafts.length + sent.length === 0;
  return (
    <article>
      <Title id={titleId} text={t('follow.title')} takesFocus={false} />
      {isEmpty && <p class="help">{t('follow.none')}</p>}
      {drafts.map((draft) => (
        <Begun key={draft.id} draft={draft} onCarryOn={() => onCarryOn(draft)} />
      ))}
      {sent.map((item, index) => (
        <Item key={item.id} item={item} isOpen={index === 0 && drafts.length === 0} />
      ))}
      {sent.some((item) => item.whereabouts === 'onPhone') && <SendNow />}
      {sent.some((item) => item.receipt) && <AskAgain />}
      <a class={isEmpty ? 'way-forward' : 'quiet'} href="/">
        {t('follow.tell')}
      </a>
      {!isEmpty && <ForgetEverything kept={kept} />}
    </article>
  );
}

function Begun({ draft, onCarryOn }: { draft: Draft; onCarryOn: () => void }) {
  const { t, date } = appWords;
  const { kind } = draft.answers;
  return (
    <details class="item item-draft" open>
      <summary>
        <Pebble kind={kind ?? 'comment'} />
        <span class="choice-words">
          <span>{t('state.draft')}</span>
          <small>{t('follow.started', { date: date(londonDate(draft.startedAt)) })}</small>
        </span>
      </summary>
      <button type="button" class="way-aside" onClick={onCarryOn}>
        {t('follow.carryOn')}
      </button>
      <ForgetOne warning="forget.oneDraft" onYes={() => deleteDraft(draft.id)} />
    </details>
  );
}

function Item({ item, isOpen }: { item: SentItem; isOpen: boolean }) {
  const { t } = appWords;
  const { kind, whereabouts } = item;
  const isLate = item.status?.timeline.some((step) => step.state === 'late');
  return (
    <details class={`item item-${whereabouts}`} open={isOpen}>
      <summary>
        <Pebble kind={kind} />
        <span class="choice-words">
          <span>{t(`kind.${kind}`)}</span>
          <small>{t(isLate ? 'state.late' : `state.${whereabouts}`)}</small>
        </span>
      </summary>
      <Timeline item={item} />
      <ForgetOne
        warning={whereabouts === 'received' ? 'forget.oneSent' : 'forget.oneWaiting'}
        onYes={() => forgetSent(item.id)}
      />
    </details>
  );
}

function ForgetOne({ warning, onYes }: { warning: AppKey; onYes: () => Promise<void> }) {
  const { t } = appWords;
  const forget = async () => {
    await onYes();
    // What was pressed is gone; whoever listens or moves by keyboard starts again at the title.
    document.getElementById(titleId)?.focus();
  };
  return (
    <Confirm
      ask={t('forget.one')}
      warnings={[t(warning)]}
      yes={t('forget.yes')}
      no={t('forget.no')}
      failed={t('forget.failed')}
      onYes={forget}
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
  const [isAsking, setAsking] = useState(false);
  const ask = async () => {
    setAsking(true);
    await askHowItGoes();
    setAsking(false);
  };
  useEffect(() => {
    void ask();
  }, []);
  return (
    <button type="button" class="way-aside" disabled={isAsking} onClick={() => void ask()}>
      {t(isAsking ? 'follow.checking' : 'follow.checkAgain')}
    </button>
  );
}
