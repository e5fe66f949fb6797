import { type CaseCounts, Filter } from '../domain/desk-list.ts';
import { may, type Officer } from '../domain/staff.ts';
import { Pebble } from '../ui/art/Pebble.tsx';
import type { Trouble as TroubleValue } from './api.ts';
import { Who } from './Who.tsx';
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

const alarming: ReadonlySet<Filter> = new Set(['unsafe', 'worse', 'late']);

/** The ways of looking at the list, each with its number, and the way out. */
export function Rail({ counts, filter, onFilter, officer, onSignOut, onKeys }: RailProps) {
  const { t } = deskWords;
  return (
    <header class="rail">
      <h1 class="brand">
        <Pebble kind="compliment" />
        {t('brand')} <span>{t('brandDesk')}</span>
      </h1>
      <nav aria-label={t('filter.label')}>
        <ul class="filters">
          {Filter.options.filter(isShownTo(officer)).map((each) => {
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
      <div class="who-keys">
        <button type="button" class="quiet keys-button" onClick={onKeys}>
          {t('keys.button')}
        </button>
      </div>
      <Who officer={officer} at="cases" onSignOut={onSignOut} />
    </header>
  );
}

// Only officers are told for whom things are worse.
function isShownTo(officer: Officer): (filter: Filter) => boolean {
  return (filter) => filter !== 'worse' || may(officer, 'see-cases');
}
