import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CaseList } from '../domain/desk-list.ts';
import { listCases, type Trouble } from './api.ts';

export interface Cases {
  list: CaseList | undefined;
  trouble: Trouble | undefined;
  /** Asks again; what is shown stays until the answer is there. */
  refresh: () => Promise<void>;
}

/** The list of cases, asked for again whenever the officer comes back to the page. */
export function useCases(onSessionEnded: () => void): Cases {
  const [state, setState] = useState<Pick<Cases, 'list' | 'trouble'>>({ list: undefined, trouble: undefined });
  const ended = useRef(onSessionEnded);
  ended.current = onSessionEnded;

  const refresh = useCallback(async () => {
    const answer = await listCases();
    if ('value' in answer) setState({ list: answer.value, trouble: undefined });
    else if (answer.trouble.code === 'sign-in-required') ended.current();
    else setState(({ list }) => ({ list, trouble: answer.trouble }));
  }, []);

  useEffect(() => {
    void refresh();
    const comeBack = () => {
      if (document.visibilityState === 'visible') void refresh();
    };
    document.addEventListener('visibilitychange', comeBack);
    return () => document.removeEventListener('visibilitychange', comeBack);
  }, [refresh]);

  return { ...state, refresh };
}
