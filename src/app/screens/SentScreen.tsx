import council from 'virtual:council';
import { useState } from 'preact/hooks';
import { PhoneScene, ShoreScene } from '../../ui/art/scenes.tsx';
import { Title } from '../../ui/Title.tsx';
import { appWords } from '../../words/app-words.ts';
import { isHelper } from '../journey.ts';
import { KeepCopy } from '../KeepCopy.tsx';
import { KeepKey } from '../KeepKey.tsx';
import { KeepPictures } from '../KeepPictures.tsx';
import { mayAddTo } from '../new-drafts.ts';
import { OnPhoneNote } from '../OnPhoneNote.tsx';
import { Reference, Timeline } from '../Timeline.tsx';
import { drainAndAsk } from '../triggers.ts';
import type { SentItem } from '../use-kept.ts';

interface SentScreenProps {
  item: SentItem;
  /** What was just said, as long as this page stands. */
  copy: string | undefined;
  onAddMore: () => void;
  onNextChild: () => void;
}

/** Where it is now: on this phone, or with the council. The two never look alike. */
export function SentScreen({ item, copy, onAddMore, onNextChild }: SentScreenProps) {
  const { t } = appWords;
  const { kind, whereabouts, label } = item;
  const isWithCouncil = whereabouts === 'received' || whereabouts === 'adding';
  const ways = (
    <>
      {copy && <KeepCopy words={copy} />}
      <KeepPictures item={item} />
      <KeepKey item={item} />
    </>
  );
  return (
    <article>
      {isWithCouncil ? <ShoreScene kind={kind} /> : <PhoneScene kind={kind} />}
      {label && (
        <p class="whose">
          {t('forChild')} <bdi>{label}</bdi>
        </p>
      )}
      <Title text={t(`sent.${whereabouts}`)} takesFocus />
      <p class="help">{helpFor(item)}</p>
      {isHelper(item) && (
        <button type="button" class="way-forward" onClick={onNextChild}>
          {t('sent.nextChild')}
        </button>
      )}
      {whereabouts !== 'received' && <SendNow />}
      {item.isUnkept ? (
        <>
          {item.receipt && <Reference of={item.receipt.reference} />}
          <div class="rows">{ways}</div>
          <Timeline item={item} hasNumber={false} />
        </>
      ) : (
        <>
          {isWithCouncil && <Timeline item={item} />}
          {whereabouts !== 'received' && <OnPhoneNote />}
          <div class="rows">
            {mayAddTo(item) && (
              <button type="button" class="offer" onClick={onAddMore}>
                {t('more.add')}
              </button>
            )}
            {ways}
          </div>
        </>
      )}
      <a class="quiet" href="/">
        {t('sent.home')}
      </a>
    </article>
  );
}

function helpFor({ whereabouts, isUnkept, kind }: SentItem): string {
  const { t } = appWords;
  if (isUnkept) return t('sent.unkeptText');
  if (whereabouts === 'refused') return t('sent.refusedText', { phone: council.complaintsTeam.phones[0] ?? '' });
  if (whereabouts === 'received') return t(kind === 'compliment' ? 'sent.thanksText' : 'sent.receivedText');
  return t(whereabouts === 'adding' ? 'sent.addingText' : 'sent.onPhoneText');
}

/** "Try to send now", and what came of it. Success needs no words here: the screen itself changes. */
export function SendNow() {
  const { t } = appWords;
  const [state, setState] = useState<'idle' | 'trying' | 'tried'>('idle');
  const tryNow = async () => {
    setState('trying');
    await drainAndAsk('person');
    setState('tried');
  };
  return (
    <>
      <button type="button" class="way-aside" disabled={state === 'trying'} onClick={() => void tryNow()}>
        {t(state === 'trying' ? 'sent.trying' : 'sent.sendNow')}
      </button>
      <p role="status" class="kept">
        {state === 'tried' && t('sent.stillHere')}
      </p>
    </>
  );
}
