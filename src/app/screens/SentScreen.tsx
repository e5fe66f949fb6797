import council from 'virtual:council';
import { useState } from 'preact/hooks';
import { PhoneScene, ShoreScene, StillScene } from '../../ui/art/scenes.tsx';
import { Title } from '../../ui/Title.tsx';
import { appWords } from '../../words/app-words.ts';
import { HandOff } from '../hand-off/HandOff.tsx';
import type { QuestionName } from '../journey.ts';
import { KeepCopy } from '../KeepCopy.tsx';
import { KeepKey } from '../KeepKey.tsx';
import { KeepPictures } from '../KeepPictures.tsx';
import { KeptForLater } from '../KeptForLater.tsx';
import { mayAddTo } from '../new-drafts.ts';
import { OnPhoneNote } from '../OnPhoneNote.tsx';
import { isHelper } from '../speaker.ts';
import { Reference, Timeline } from '../Timeline.tsx';
import { drainAndAsk } from '../triggers.ts';
import type { SentItem } from '../use-kept.ts';
import { RingFirst } from './SafeScreen.tsx';

interface SentScreenProps {
  item: SentItem;
  /** What was just said, as long as this page stands. */
  copy: string | undefined;
  /** Somebody was just said not to be safe: whom to ring stands here too, for nobody has read it yet. */
  isUnsafe: boolean;
  onAddMore: () => void;
  onSayNow: (name: QuestionName) => void;
  onNextChild: () => void;
}

/** Where it is now: on this phone, or with the council. The two never look alike. */
export function SentScreen({ item, copy, isUnsafe, onAddMore, onSayNow, onNextChild }: SentScreenProps) {
  const { t } = appWords;
  const { kind, whereabouts, label } = item;
  const isWithCouncil = whereabouts === 'received' || whereabouts === 'adding';
  if (item.isGone) return <Gone copy={copy} isUnsafe={isUnsafe} />;
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
      {isUnsafe && <RingFirst />}
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
          {mayAddTo(item) && <KeptForLater item={item} isQuiet onSay={onSayNow} />}
          {whereabouts === 'received' ? <SealedNote item={item} /> : <OnPhoneNote isSealed={item.isSealed} />}
          <div class="rows">
            {mayAddTo(item) && (
              <button type="button" class="offer" onClick={onAddMore}>
                {t('more.add')}
              </button>
            )}
            {ways}
            <HandOff item={item} />
          </div>
        </>
      )}
      <a class="quiet" href="/">
        {t('sent.home')}
      </a>
    </article>
  );
}

/** Neither on this phone nor, for all it knows, with the council. What was just said can still be kept from here. */
function Gone({ copy, isUnsafe }: Pick<SentScreenProps, 'copy' | 'isUnsafe'>) {
  const { t } = appWords;
  return (
    <article>
      <StillScene />
      <Title text={t('sent.gone')} takesFocus />
      <p class="help">{t('sent.goneText', { phone: council.complaintsTeam.phones[0] ?? '' })}</p>
      {isUnsafe && <RingFirst />}
      <a class="way-forward" href="/">
        {t('follow.tell')}
      </a>
      {copy && (
        <div class="rows">
          <KeepCopy words={copy} />
        </div>
      )}
    </article>
  );
}

// Where nothing that was said can be read any more; else what waits is spoken of, and nothing does.
function SealedNote({ item: { isSealed } }: { item: SentItem }) {
  return isSealed ? <p class="as-of">{appWords.t('sent.sealedHonest')}</p> : null;
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
