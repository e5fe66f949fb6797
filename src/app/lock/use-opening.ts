import { useEffect, useState } from 'preact/hooks';
import type { Opening } from '../../device/lock-open.ts';

export interface Trying {
  state: 'idle' | 'trying' | 'wrong' | 'wait' | 'ready' | 'failed';
  /** Nothing can be tried at the moment. */
  isResting: boolean;
  attempt: (work: () => Promise<Opening>) => void;
}

/** Trying pictures on the lock, with the pauses that it asks for. `onDone`: it is open, or there is none any more. */
export function useOpening(onDone: () => void): Trying {
  const [state, setState] = useState<Trying['state']>('idle');
  const [rest, setRest] = useState(0);
  useEffect(() => {
    if (state !== 'wait') return;
    const timer = setTimeout(() => setState('ready'), rest);
    return () => clearTimeout(timer);
  }, [state, rest]);
  const attempt = async (work: () => Promise<Opening>) => {
    setState('trying');
    try {
      const opening = await work();
      if (!('after' in opening)) {
        setState('idle');
        return onDone();
      }
      setRest(opening.after);
      setState(opening.after > 0 ? 'wait' : 'wrong');
    } catch {
      setState('failed');
    }
  };
  return {
    state,
    isResting: state === 'trying' || state === 'wait',
    attempt: (work) => void attempt(work),
  };
}
