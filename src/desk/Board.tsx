import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CaseQuery, Filter } from '../domain/desk-list.ts';
import type { Officer } from '../domain/staff.ts';
import type { Trouble } from './api.ts';
import { CaseList } from './CaseList.tsx';
import { CasePane } from './CasePane.tsx';
import { addressOf, noCase, record, useChosenCase } from './chosen-case.ts';
import { Find, type Narrowing } from './Find.tsx';
import { Keys } from './Keys.tsx';
import { Rail } from './Rail.tsx';
import { Record } from './Record.tsx';
import { useCases } from './use-cases.ts';
import { useIdle } from './use-idle.ts';
import { useSaid } from './use-said.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useTeams } from './use-teams.ts';
import { deskWords } from './words.ts';

interface BoardProps {
  officer: Officer;
  onSignOut: () => Promise<Trouble | undefined>;
  onSessionEnded: () => void;
}

/** The desk itself: what is waiting, and the case that is open beside it. */
export function Board({ officer, onSignOut, onSessionEnded }: BoardProps) {
  const { t } = deskWords;
  const [query, setQuery] = useState<CaseQuery>({ filter: 'all' });
  const { filter = 'all', ...narrowing } = query;
  const chosen = useChosenCase();
  useFocusBack(chosen);
  useIdle(onSessionEnded);
  const [said, say] = useSaid(chosen);
  const { list, trouble, news, refresh, more, markRead } = useCases(query, onSessionEnded);
  const teams = useTeams();
  const box = useRef<HTMLInputElement>(null);
  const keys = useRef<HTMLDialogElement>(null);
  const showKeys = useCallback(() => keys.current?.showModal(), []);
  const [isKeysOn, chooseKeys] = useShortcuts({ onSearch: useSearchKey(box), onHelp: showKeys });

  const ask = (wanted: Filter, narrowed: Narrowing) => {
    setQuery({ filter: wanted, ...narrowed });
    location.hash = noCase;
  };
  const refreshAloud = async () => {
    await refresh();
    say(t('list.updated'));
  };

  return (
    <div class={chosen ? 'board board-open' : 'board'}>
      <Rail
        counts={list?.counts.filter}
        filter={filter}
        onFilter={(wanted) => ask(wanted, narrowing)}
        officer={officer}
        onSignOut={onSignOut}
        onKeys={showKeys}
      />
      <main class="work">
        <CaseList
          filter={filter}
          narrowing={narrowing}
          list={list}
          trouble={trouble}
          news={news}
          chosen={chosen}
          teams={teams}
          onRefresh={refreshAloud}
          onMore={more}
        >
          <Find
            box={box}
            narrowing={narrowing}
            counts={list?.counts}
            teams={teams}
            onFind={(narrowed) => ask(filter, narrowed)}
          />
        </CaseList>
        <div class="pane">
          {chosen === record && list && (
            <Record
              owner={officer.email}
              today={list.asOf}
              onRecorded={() => void refresh()}
              onSessionEnded={onSessionEnded}
            />
          )}
          {!chosen && <p class="choose">{t('list.choose')}</p>}
          {chosen && chosen !== record && (
            <CasePane
              key={chosen}
              id={chosen}
              officer={officer}
              onSessionEnded={onSessionEnded}
              onRead={() => markRead(chosen)}
              onChanged={() => void refresh()}
              onSay={say}
            />
          )}
        </div>
      </main>
      <p class="said" role="status">
        {said}
      </p>
      <Keys dialog={keys} isOn={isKeysOn} onChoose={chooseKeys} />
    </div>
  );
}

// On a small screen the box is not there while a case is open.
function useSearchKey(box: { current: HTMLInputElement | null }): () => void {
  return useCallback(() => {
    if (box.current?.offsetParent === null) location.hash = noCase;
    requestAnimationFrame(() => box.current?.focus());
  }, [box]);
}

// Whoever closes a case goes on from where they opened it, or, when it is there no more, at the head of the list.
function useFocusBack(chosen: string | undefined): void {
  const before = useRef(chosen);
  useLayoutEffect(() => {
    const left = before.current;
    before.current = chosen;
    if (!left || chosen) return;
    // Whoever went on to something else, such as another filter, is there.
    if (document.activeElement !== document.body) return;
    const row = document.querySelector<HTMLElement>(`a[href="${addressOf(left)}"]`);
    (row ?? document.getElementById('list-title'))?.focus();
  }, [chosen]);
}
