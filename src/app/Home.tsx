import { isWorthKeeping } from '../device/answers.ts';
import type { Draft } from '../device/drafts.ts';
import { londonDate } from '../domain/dates.ts';
import { Pebble } from '../ui/art/Pebble.tsx';
import { appWords } from '../words/app-words.ts';
import { LockRow } from './lock/LockRow.tsx';
import { isHelper } from './speaker.ts';
import { whenHidden } from './this-tab.ts';
import type { KeptHere } from './use-kept.ts';

interface HomeProps {
  kept: KeptHere;
  /** The draft on the screen, which needs no way back to itself. */
  present: Draft;
  onCarryOn: (draft: Draft) => void;
  onBeginNew: () => void;
}

/** Below the first question: what was begun, each by its day, and what was sent, on this phone. */
export function Home({ kept, present, onCarryOn, onBeginNew }: HomeProps) {
  const { t, date } = appWords;
  const [newest] = kept.sent;
  const begun = kept.drafts.filter((draft) => draft.id !== present.id && isWorthKeeping(draft.answers));
  const isPresentKept = kept.drafts.some(({ id }) => id === present.id) && isWorthKeeping(present.answers);
  if (kept.lock === 'closed') {
    return (
      <nav class="home" aria-label={t('home.sentTitle')}>
        <a class="way-aside" href="/follow">
          {t('lock.open')}
        </a>
      </nav>
    );
  }
  if (!newest && begun.length === 0 && !isPresentKept) return null;
  return (
    <nav class="home" aria-label={t('home.sentTitle')}>
      {isPresentKept && (
        <button type="button" class="quiet" onClick={onBeginNew}>
          {t('home.beginNew')}
        </button>
      )}
      {begun.map((draft) => (
        <button key={draft.id} type="button" class="choice unfinished" onClick={() => onCarryOn(draft)}>
          <Pebble kind={draft.answers.kind ?? 'comment'} />
          <span class="choice-words">
            <span>{t('home.carryOn')}</span>
            {isHelper(draft.answers) && draft.answers.aboutName && <bdi class="whose">{draft.answers.aboutName}</bdi>}
            <small>{t('follow.started', { date: date(londonDate(draft.startedAt)) })}</small>
          </span>
        </button>
      ))}
      {newest && (
        <a class={`choice item-${newest.whereabouts}`} href="/follow">
          <Pebble kind={newest.kind} />
          <span class="choice-words">
            <span>{t('home.sentTitle')}</span>
            <small>{t(`state.${newest.whereabouts}`)}</small>
          </span>
        </a>
      )}
      {hasJustHidden() && (
        <div class="rows">
          <LockRow kept={kept} />
        </div>
      )}
    </nav>
  );
}

/** For so long after hiding, in milliseconds, a lock is offered on the start too. */
const soon = 3_600_000;

function hasJustHidden(): boolean {
  return Date.now() - Date.parse(whenHidden()) < soon;
}
