import { appWords } from '../words/app-words.ts';
import type { SentItem } from './use-kept.ts';

/** That somebody who helps can look too, and the way to end it: for the person whose it is. */
export function HelperCanLook({ item, onEnd }: { item: SentItem; onEnd: () => void }) {
  const { t } = appWords;
  if (!item.status?.helperCanLook) return null;
  return (
    <p class="notice">
      {t('helperAccess.canLook')}{' '}
      <button type="button" class="change" onClick={onEnd}>
        {t('helperAccess.change')}
      </button>
    </p>
  );
}
