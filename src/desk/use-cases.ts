import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CaseList, CaseQuery } from '../domain/desk-list.ts';
import { listCases, type Trouble } from './api.ts';
import { newsIn } from './list-news.ts';
import { useLookOut } from './use-look-out.ts';

export interface Cases {
  list: CaseList | undefined;
  trouble: Trouble | undefined;
  /** How many are new or changed since, and wait to be shown: nothing moves under whoever reads. */
  news: number;
  /** Asks again for as much as is shown; what is shown stays until the answer is there. */
  refresh: () => Promise<void>;
  /** Shows the next page too. */
  more: () => Promise<void>;
  /** The officer has opened this one. It keeps its place until the list is asked for again. */
  markRead: (id: string) => void;
}

interface Shown {
  list: CaseList | undefined;
  trouble: Trouble | undefined;
  news: number;
  /** What was asked for. */
  query: CaseQuery;
}

/** The list of cases that are wanted. What comes meanwhile is counted, and shown when that is asked for. */
export function useCases(query: CaseQuery, onSessionEnded: () => void): Cases {
  const [shown, setShown] = useState<Shown>({ ...nothing, query });
  const ended = useRef(onSessionEnded);
  ended.current = onSessionEnded;
  const pages = useRef(1);
  // Of two that are under way the later counts, whichever is answered last.
  const turn = useRef(0);

  const ask = useCallback(
    async (show: (before: Shown, list: CaseList | undefined) => Shown) => {
      turn.current += 1;
      const mine = turn.current;
      let list: CaseList | undefined;
      for (let page = 0; page < pages.current && list?.next !== null; page += 1) {
        const answer = await listCases({ ...query, ...(list?.next && { after: list.next }) });
        if (mine !== turn.current) return;
        if ('trouble' in answer) {
          const { trouble } = answer;
          if (trouble.code === 'sign-in-required') return ended.current();
          // Cases of another question under this one's title would be wrong.
          return setShown((before) => ({ ...(before.query === query ? before : nothing), query, trouble }));
        }
        list = joined(list, answer.value);
      }
      setShown((before) => show(before, list));
    },
    [query],
  );
  const look = useCallback(() => ask((_, list) => ({ ...nothing, list, query })), [ask, query]);

  useEffect(() => {
    pages.current = 1;
    void look();
  }, [look]);
  useLookOut(() => void ask((before, list) => withNews(before, list, query)));

  const more = useCallback(() => {
    pages.current += 1;
    return look();
  }, [look]);

  const markRead = useCallback(
    (id: string) => setShown((before) => ({ ...before, list: withRead(before.list, id) })),
    [],
  );

  return { list: shown.list, trouble: shown.trouble, news: shown.news, refresh: look, more, markRead };
}

const nothing = { list: undefined, trouble: undefined, news: 0 };

// The numbers beside the filters are as they are now; the rows stay as they are read.
function withNews(before: Shown, list: CaseList | undefined, query: CaseQuery): Shown {
  if (!list || !before.list || before.query !== query) return { ...nothing, list, query };
  const shown = { ...before.list, counts: list.counts };
  return { list: shown, news: newsIn(before.list, list), trouble: undefined, query };
}

// A case that has moved meanwhile may stand on two pages; it is shown where it came first.
function joined(list: CaseList | undefined, page: CaseList): CaseList {
  if (!list) return page;
  const known = new Set(list.cases.map(({ id }) => id));
  return { ...page, cases: [...list.cases, ...page.cases.filter(({ id }) => !known.has(id))] };
}

function withRead(list: CaseList | undefined, id: string): CaseList | undefined {
  if (!list?.cases.some((each) => each.id === id && each.unread)) return list;
  const { filter } = list.counts;
  return {
    ...list,
    cases: list.cases.map((each) => (each.id === id ? { ...each, unread: false } : each)),
    counts: { ...list.counts, filter: { ...filter, unread: Math.max(0, filter.unread - 1) } },
  };
}
