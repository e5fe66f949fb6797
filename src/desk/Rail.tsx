import type { CaseSummary } from '../domain/desk-api.ts';
import type { Officer } from '../domain/staff.ts';
import { Pebble } from '../ui/art/Pebble.tsx';
import type { Trouble as TroubleValue } from './api.ts';
import { noCase } from './chosen-case.ts';
import { type Filter, filtered, filters } from './filters.ts';
import { Who } from './Who.tsx';
import { deskWords } from './words.ts';

interface RailProps {
  cases: CaseSummary[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
  officer: Officer;
  onSignOut: () => Promise<TroubleValue | undefined>;
}

const alarming: ReadonlySet<Filter> = new Set(['unsafe', 'late']);

/** The ways of looking at the list, each with its number, and the way out. */
export function Rail({ cases, filter, onFilter, officer, onSignOut }: RailProps) {
  const { t } = deskWords;
  return (
    <header class="rail">
      <h1 class="brand">
        <Pebble kind="compliment" />
        {t('brand')} <span>{t('brandDesk')}</span>
      </h1>
      <nav aria-label={t('filter.label')}>
        <ul class="filters">
          {filters.map((each) => {
            const count = filtered(cases, each).length;
            return (
              <li key={each}>
                <button
                  type="button"
                  class={alarming.has(each) && count > 0 ? 'filter filter-alarm' : 'filter'}
                  aria-pressed={each === filter}
                  onClick={() => {
                    onFilter(each);
                    location.hash = noCase;
                  }}
                >
                  <span>{t(`filter.${each}`)}</span> <span class="count">{count}</span>
                </button>
              </li>
            );
          })}
        </ul>
      </nav>
      <Who officer={officer} at="cases" onSignOut={onSignOut} />
    </header>
  );
}
