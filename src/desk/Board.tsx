import { useEffect, useRef, useState } from 'preact/hooks';
import type { Officer } from '../domain/staff.ts';
import { CaseList } from './CaseList.tsx';
import { CasePane } from './CasePane.tsx';
import { addressOf, useChosenCase } from './chosen-case.ts';
import { type Filter, filtered } from './filters.ts';
import { Rail } from './Rail.tsx';
import { useCases } from './use-cases.ts';
import { deskWords } from './words.ts';

interface BoardProps {
  officer: Officer;
  onSignOut: () => Promise<void>;
  onSessionEnded: () => void;
}

/** The desk itself: what is waiting, and the case that is open beside it. */
export function Board({ officer, onSignOut, onSessionEnded }: BoardProps) {
  const { t } = deskWords;
  const [filter, setFilter] = useState<Filter>('all');
  const [said, setSaid] = useState('');
  const chosen = useChosenCase();
  useFocusBack(chosen);
  const { list, trouble, refresh } = useCases(onSessionEnded);

  // Said twice in a row, the same words would not be read out again.
  const say = (words: string) => {
    setSaid('');
    requestAnimationFrame(() => setSaid(words));
  };
  const refreshAloud = async () => {
    await refresh();
    say(t('list.updated'));
  };

  return (
    <div class={chosen ? 'board board-open' : 'board'}>
      <Rail cases={list?.cases ?? []} filter={filter} onFilter={setFilter} officer={officer} onSignOut={onSignOut} />
      <main class="work">
        <CaseList
          title={t(`filter.${filter}`)}
          isAll={filter === 'all'}
          list={list && { ...list, cases: filtered(list.cases, filter) }}
          trouble={trouble}
          chosen={chosen}
          onRefresh={refreshAloud}
        />
        <div class="pane">
          {chosen ? (
            <CasePane
              key={chosen}
              id={chosen}
              officer={officer}
              onSessionEnded={onSessionEnded}
              onDone={(words) => {
                say(words);
                void refresh();
              }}
            />
          ) : (
            <p class="choose">{t('list.choose')}</p>
          )}
        </div>
      </main>
      <p class="said" role="status">
        {said}
      </p>
    </div>
  );
}

// Whoever closes a case goes on from where they opened it.
function useFocusBack(chosen: string | undefined): void {
  const before = useRef(chosen);
  useEffect(() => {
    const left = before.current;
    before.current = chosen;
    if (left && !chosen) document.querySelector<HTMLElement>(`a[href="${addressOf(left)}"]`)?.focus();
  }, [chosen]);
}
