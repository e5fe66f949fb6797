import { appWords } from '../words/app-words.ts';
import { labelOf } from './answer-lines.ts';
import { isQuestion, type QuestionName } from './journey.ts';
import type { SentItem } from './use-kept.ts';

interface KeptForLaterProps {
  item: SentItem;
  /** Whoever helped may still look on right after sending; then nothing is said of being alone. */
  isQuiet?: boolean;
  onSay: (name: QuestionName) => void;
}

/** What was kept for when nobody helps: each is a way to say it now. */
export function KeptForLater({ item: { later = [], kind, voice }, isQuiet, onSay }: KeptForLaterProps) {
  const { t } = appWords;
  const names = later.filter(isQuestion);
  if (names.length === 0) return null;
  return (
    <section class="kept-for-later" aria-label={t('withMe.kept')}>
      <h2>{t('withMe.kept')}</h2>
      {!isQuiet && <p>{t('withMe.keptHelp')}</p>}
      <div class="rows">
        {names.map((name) => (
          <button key={name} type="button" class="offer" onClick={() => onSay(name)}>
            {t(name === 'words' ? 'words.more' : labelOf(name, { kind, ...(voice && { voice }) }))}
          </button>
        ))}
      </div>
    </section>
  );
}
