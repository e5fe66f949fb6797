import council from 'virtual:council';
import { isWithCouncil } from '../device/sent.ts';
import { appWords } from '../words/app-words.ts';
import type { SentItem } from './use-kept.ts';

/**
 * Where a helper's phone has handed the child's key over and the child has lost it: asked of the complaints team, who
 * make sure that it is the child. A helper's own key gives nobody more than the child agreed to.
 */
export function LostWayIn({ item, onAsk }: { item: SentItem; onAsk: (message: string) => void }) {
  const { t } = appWords;
  const { deposit, childKey } = item;
  if (!deposit || childKey || !isWithCouncil(item)) return null;
  return (
    <details class="row">
      <summary>{t('key.lost')}</summary>
      <p>{t('key.lostText', { phone: council.complaintsTeam.phones[0] ?? '' })}</p>
      <button type="button" class="way-aside" onClick={() => onAsk(t('key.lostAsk'))}>
        {t('message.write')}
      </button>
    </details>
  );
}
