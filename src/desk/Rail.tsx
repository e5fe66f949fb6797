import { useRef, useState } from 'preact/hooks';
import { type CaseCounts, Filter } from '../domain/desk-list.ts';
import type { Officer } from '../domain/staff.ts';
import { Pebble } from '../ui/art/Pebble.tsx';
import type { Trouble as TroubleValue } from './api.ts';
import { hasUnsentWords } from './drafts.ts';
import { Trouble } from './Trouble.tsx';
import { deskWords } from './words.ts';

interface RailProps {
  /** How many cases each filter has; undefined until that is known. */
  counts: CaseCounts['filter'] | undefined;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  officer: Officer;
  onSignOut: () => Promise<TroubleValue | undefined>;
  onKeys: () => void;
}

const alarming: ReadonlySet<Filter> = new Set(['unsafe', 'late']);

/** The ways of looking at the list, each with its number, and the way out. */
export function Rail({ counts, filter, onFilter, officer, onSignOut, onKeys }: RailProps) {
  const { t } = deskWords;
  const question = useRef<HTMLDialogElement>(null);
  const [trouble, setTrouble] = useState<TroubleValue>();
  const leave = async () => {
    question.current?.close();
    setTrouble(await onSignOut());
  };
  const askOrLeave = () => {
    if (hasUnsentWords(officer.email)) question.current?.showModal();
    else void leave();
  };
  return (
    <header class="rail">
      <h1 class="brand">
        <Pebble kind="compliment" />
        {t('brand')} <span>{t('brandDesk')}</span>
      </h1>
      <nav aria-label={t('filter.label')}>
        <ul class="filters">
          {Filter.options.map((each) => {
            const count = counts?.[each] ?? 0;
            return (
              <li key={each}>
                <button
                  type="button"
                  class={alarming.has(each) && count > 0 ? 'filter filter-alarm' : 'filter'}
                  aria-pressed={each === filter}
                  onClick={() => onFilter(each)}
                >
                  <span>{t(`filter.${each}`)}</span> <span class="count">{counts && count}</span>
                </button>
              </li>
            );
          })}
        </ul>
      </nav>
      <div class="who">
        <p>{officer.name}</p>
        <button type="button" class="quiet keys-button" onClick={onKeys}>
          {t('keys.button')}
        </button>
        <button type="button" class="quiet" onClick={askOrLeave}>
          {t('signOut.button')}
        </button>
        <Trouble trouble={trouble} />
      </div>
      <dialog ref={question} aria-labelledby="sign-out-title">
        <h2 id="sign-out-title">{t('signOut.title')}</h2>
        <p>{t('signOut.text')}</p>
        <div class="buttons">
          <button type="button" class="way" onClick={() => question.current?.close()}>
            {t('signOut.stay')}
          </button>
          <button type="button" onClick={() => void leave()}>
            {t('signOut.leave')}
          </button>
        </div>
      </dialog>
    </header>
  );
}
