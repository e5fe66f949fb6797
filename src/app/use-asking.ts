import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { waitAfter } from '../sync/back-off.ts';
import type { Followed } from '../sync/follow.ts';

type NoWay = Exclude<Followed['outcome'], 'followed'>;

export interface Asking<Key> {
  state: 'idle' | 'asking' | NoWay;
  /** It is asked again by itself. */
  isWaiting: boolean;
  ask: (key: Key) => void;
  /** What was asked is out of date. */
  drop: () => void;
}

/**
 * Asks the council with what the person gave, and again by itself when there is no network or no turn.
 *
 * @param onFollowed with the id of what is followed from here now, and whether nothing else was asked or typed since
 */
export function useAsking<Key>(
  follow: (key: Key) => Promise<Followed>,
  onFollowed: (id: string, isCurrent: boolean) => void,
): Asking<Key> {
  const [state, setState] = useState<Asking<Key>['state']>('idle');
  const [waiting, setWaiting] = useState<{ key: Key; tries: number; after: number }>();
  const question = useRef(0);
  const ask = async (key: Key, tries: number) => {
    question.current += 1;
    const own = question.current;
    setWaiting(undefined);
    setState('asking');
    const answer = await follow(key);
    const isCurrent = own === question.current;
    if (answer.outcome === 'followed') {
      if (isCurrent) setState('idle');
      onFollowed(answer.id, isCurrent);
      return;
    }
    if (!isCurrent) return;
    setState(answer.outcome);
    if (answer.outcome === 'unreachable' || answer.outcome === 'busy') {
      setWaiting({ key, tries, after: waitAfter(tries, answer.after, Math.random()) });
    }
  };
  // Listening before it is drawn: a network that comes back the moment it is read that there is none is not missed.
  useLayoutEffect(() => {
    if (!waiting) return;
    const again = () => void ask(waiting.key, waiting.tries + 1);
    const timer = setTimeout(again, waiting.after);
    addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', again);
    };
  }, [waiting]);
  return {
    state,
    isWaiting: waiting !== undefined,
    ask: (key) => void ask(key, 1),
    drop: () => {
      question.current += 1;
      setWaiting(undefined);
      setState('idle');
    },
  };
}
