import { useEffect, useState } from 'preact/hooks';
import { askHowItGoes } from '../../sync/ask.ts';
import { Pebble } from '../../ui/art/Pebble.tsx';
import { Title } from '../../ui/Title.tsx';
import { appWords } from '../../words/app-words.ts';
import { Timeline } from '../Timeline.tsx';
import type { KeptHere, SentItem } from '../use-kept.ts';
import { SendNow } from './SentScreen.tsx';

/** What happens with everything that was sent from this phone; offline, the last that is known. */
export function FollowScreen({ kept }: { kept: KeptHere }) {
  const { t } = appWords;
  return (
    <article>
      <Title text={t('follow.title')} takesFocus={false} />
      {kept.sent.length === 0 && (
        <>
          <p class="help">{t('follow.none')}</p>
          <a class="way-forward" href="/">
            {t('follow.tell')}
          </a>
        </>
      )}
      {kept.sent.map((item, index) => (
        <Item key={item.id} item={item} isOpen={index === 0} />
      ))}
      {kept.sent.some((item) => item.whereabouts === 'onPhone') && <SendNow />}
      {kept.sent.some((item) => item.receipt) && <AskAgain />}
    </article>
  );
}

function Item({ item, isOpen }: { item: SentItem; isOpen: boolean }) {
  const { t } = appWords;
  const isLate = item.status?.timeline.some((step) => step.state === 'late');
  return (
    <details class={`item item-${item.whereabouts}`} open={isOpen}>
      <summary>
        <Pebble kind={item.kind} />
        <span class="choice-words">
          <span>{t(`kind.${item.kind}`)}</span>
          <small>{t(isLate ? 'state.late' : `state.${item.whereabouts}`)}</small>
        </span>
      </summary>
      <Timeline item={item} />
    </details>
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
