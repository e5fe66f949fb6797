import { useState } from 'preact/hooks';
import { isWithCouncil } from '../device/sent.ts';
import { appWords } from '../words/app-words.ts';
import type { KeyWaysProps } from './KeyWays.tsx';
import { Later } from './Later.tsx';
import type { SentItem } from './use-kept.ts';
import { youngerPicture } from './younger-picture.tsx';

const load = async () => (await import('./KeyWays.tsx')).KeyWays;

/** The ways to look from another phone, for one thing that was sent; closed until somebody wants them. */
export function KeepKey({ item }: { item: SentItem }) {
  const { t } = appWords;
  const { id, followKey, childKey, deposit, receipt, status, holder } = item;
  const isHelpers = deposit !== undefined || holder === 'helper';
  const isReceived = isWithCouncil(item);
  // The council's computer did not take it, so the key opens nothing, and should not seem to.
  if (item.whereabouts === 'refused' && !isReceived) return null;
  const about = { reference: (status ?? receipt)?.reference, isReceived };
  return (
    <>
      {childKey && (
        <Box title={t('key.ofChild')} props={{ ...about, followKey: childKey, isHelpers: false, ofChild: id }} />
      )}
      <Box title={t('key.title')} props={{ ...about, followKey, isHelpers }} />
    </>
  );
}

function Box({ title, props }: { title: string; props: KeyWaysProps }) {
  const [wasOpened, setOpened] = useState(false);
  return (
    <details class="row" onToggle={() => setOpened(true)}>
      <summary>
        {youngerPicture('key')}
        {title}
      </summary>
      {wasOpened && <Later load={load} props={props} />}
    </details>
  );
}
