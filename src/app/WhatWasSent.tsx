import council from 'virtual:council';
import type { Answers } from '../device/answers.ts';
import { forgetSent } from '../device/forget.ts';
import { isWithCouncil } from '../device/sent.ts';
import { Pebble } from '../ui/art/Pebble.tsx';
import { appWords } from '../words/app-words.ts';
import { AgreementCard } from './AgreementCard.tsx';
import { ForgetOne } from './ForgetOne.tsx';
import { HelperCanLook } from './HelperCanLook.tsx';
import { HandOff } from './hand-off/HandOff.tsx';
import type { QuestionName } from './journey.ts';
import { KeepKey } from './KeepKey.tsx';
import { KeepPictures } from './KeepPictures.tsx';
import { KeptForLater } from './KeptForLater.tsx';
import { isLateHere, nowHere, whatToAskHere } from './known-here.ts';
import { Later } from './Later.tsx';
import { LostWayIn } from './LostWayIn.tsx';
import type { NextStepProps } from './NextStep.tsx';
import { mayAddTo } from './new-drafts.ts';
import { Timeline } from './Timeline.tsx';
import type { SentItem } from './use-kept.ts';

interface ItemProps {
  item: SentItem;
  isOpen: boolean;
  /** Something was begun to be added to it, and would go with it. */
  isAddedTo: boolean;
  onAddMore: (at?: QuestionName, said?: Answers) => void;
}

const bringNextStep = async () => (await import('./NextStep.tsx')).NextStep;

/** One that was sent: how it goes, and what may be said and done about it. */
export function WhatWasSent({ item, isOpen, isAddedTo, onAddMore }: ItemProps) {
  const { t } = appWords;
  const { kind, whereabouts, label } = item;
  const isLate = isLateHere(item);
  const mayAdd = mayAddTo(item);
  const what = mayAdd && !item.isEnded ? whatToAskHere(item) : undefined;
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
      {what && <Later<NextStepProps> load={bringNextStep} props={{ item, what, onAddMore }} />}
      <Timeline item={item} />
      <HelperCanLook item={item} onEnd={() => onAddMore('helper-access')} />
      {mayAdd && <KeptForLater item={item} onSay={(name) => onAddMore(name)} />}
      {mayAdd && isWithCouncil(item) && (
        <button type="button" class="way-aside" onClick={() => onAddMore('message')}>
          {t('message.write')}
        </button>
      )}
      <div class="rows">
        {mayAdd && <WaysToAdd item={item} onAddMore={onAddMore} />}
        <KeepPictures item={item} />
        <KeepKey item={item} />
        <HandOff item={item} />
        <LostWayIn item={item} onAsk={(message) => onAddMore('message', { message })} />
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

function WaysToAdd({ item, onAddMore }: Pick<ItemProps, 'item' | 'onAddMore'>) {
  const { t } = appWords;
  const now = item.isEnded ? undefined : nowHere(item);
  return (
    <>
      {now === 'said' && <p class="as-of">{t('now.said')}</p>}
      {now === 'ask' && (
        <button type="button" class="offer" onClick={() => onAddMore('now')}>
          {t('now.title')}
        </button>
      )}
      <button type="button" class="offer" onClick={() => onAddMore()}>
        {t('more.add')}
      </button>
      {!item.isEnded && <AgreementCard item={item} onChange={(said) => onAddMore('may-tell', said)} />}
    </>
  );
}
