import council from 'virtual:council';
import { useState } from 'preact/hooks';
import { PhoneScene, ShoreScene } from '../../ui/art/scenes.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Title } from '../../ui/Title.tsx';
import { appWords } from '../../words/app-words.ts';
import { KeepCopy } from '../KeepCopy.tsx';
import { Timeline } from '../Timeline.tsx';
import { drainAndAsk } from '../triggers.ts';
import type { SentItem } from '../use-kept.ts';

/**
 * Where it is now: on this phone, or with the council. The two never look alike. `words` are those just sent, as long
 * as this page stands.
 */
export function SentScreen({ item, words }: { item: SentItem; words: string | undefined }) {
  const { t } = appWords;
  const copy = words && <KeepCopy words={words} />;
  if (item.whereabouts === 'received') {
    return (
      <article>
        <ShoreScene kind={item.kind} />
        <Title text={t('sent.received')} takesFocus />
        <p class="help">{t('sent.receivedText')}</p>
        <Timeline item={item} />
        {copy}
        <HomeLink />
      </article>
    );
  }
  return (
    <article>
      <PhoneScene kind={item.kind} />
      <Title text={t(item.whereabouts === 'refused' ? 'sent.refused' : 'sent.onPhone')} takesFocus />
      {item.whereabouts === 'refused' ? (
        <p class="help">{t('sent.refusedText', { phone: council.complaintsTeam.phones[0] ?? '' })}</p>
      ) : (
        <>
          <p class="help">{t('sent.onPhoneText')}</p>
          <SendNow />
          <Notice>{t('sent.onPhoneHonest')}</Notice>
        </>
      )}
      {copy}
      <HomeLink />
    </article>
  );
}

/** "Try to send now", and what came of it. Success needs no words here: the screen itself changes. */
export function SendNow() {
  const { t } = appWords;
  const [state, setState] = useState<'idle' | 'trying' | 'tried'>('idle');
  const tryNow = async () => {
    setState('trying');
    await drainAndAsk({ all: true });
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

function HomeLink() {
  return (
    <a class="quiet" href="/">
      {appWords.t('sent.home')}
    </a>
  );
}
