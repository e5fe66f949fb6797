import { useEffect, useRef, useState } from 'preact/hooks';
import type { Officer } from '../domain/staff.ts';
import type { Trouble } from './api.ts';
import { CaseList } from './CaseList.tsx';
import { CasePane } from './CasePane.tsx';
import { addressOf, record, useChosenCase } from './chosen-case.ts';
import { type Filter, filtered } from './filters.ts';
import { Rail } from './Rail.tsx';
import { Record } from './Record.tsx';
import { useCases } from './use-cases.ts';
import { useIdle } from './use-idle.ts';
import { useSaid } from './use-said.ts';
import { deskWords } from './words.ts';

interface BoardProps {
  officer: Officer;
  onSignOut: () => Promise<Trouble | undefined>;
  onSessionEnded: () => void;
}

/** The desk itself: what is waiting, and the case that is open beside it. */
export function Board({ officer, onSignOut, onSessionEnded }: BoardProps) {
  const { t } = deskWords;
  const [filter, setFilter] = useState<Filter>('all');
  const chosen = useChosenCase();
  useFocusBack(chosen);
  useIdle(onSessionEnded);
  const [said, say] = useSaid(chosen);
  const { list, trouble, refresh } = useCases(onSessionEnded);

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
          {chosen === record && list && (
            <Record today={list.asOf} onRecorded={() => void refresh()} onSessionEnded={onSessionEnded} />
          )}
          {!chosen && <p class="choose">{t('list.choose')}</p>}
          {chosen && chosen !== record && (
            <CasePane
              key={chosen}
              id={chosen}
              officer={officer}
              onSessionEnded={onSessionEnded}
              onChanged={() => void refresh()}
              onSay={say}
            />
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
