import type { Draft } from '../device/drafts.ts';
import { Pebble } from '../ui/art/Pebble.tsx';
import { appWords } from '../words/app-words.ts';
import type { KeptHere } from './use-kept.ts';

interface HomeProps {
  kept: KeptHere;
  /** The id of the draft on the screen, which needs no way back to itself. */
  present: string;
  onCarryOn: (draft: Draft) => void;
}

/** Below the first question: what was begun, and what was sent, on this phone. */
export function Home({ kept, present, onCarryOn }: HomeProps) {
  const { t } = appWords;
  const [newest] = kept.sent;
  const begun = kept.drafts.find(({ id }) => id !== present);
  if (!newest && !begun) return null;
  return (
    <nav class="home" aria-label={t('home.sentTitle')}>
      {begun && (
        <button type="button" class="choice unfinished" onClick={() => onCarryOn(begun)}>
          <Pebble kind={begun.answers.kind ?? 'comment'} />
          <span class="choice-words">
            <span>{t('home.carryOn')}</span>
            <small>{t('state.draft')}</small>
          </span>
        </button>
      )}
      {newest && (
        <a class={`choice item-${newest.whereabouts}`} href="/follow">
          <Pebble kind={newest.kind} />
          <span class="choice-words">
            <span>{t('home.sentTitle')}</span>
            <small>{t(`state.${newest.whereabouts}`)}</small>
          </span>
        </a>
      )}
    </nav>
  );
}
