import { useEffect, useRef } from 'preact/hooks';

const minute = 60_000;
/** How often it is looked for what is new, in milliseconds. */
export const lookOutEvery = 3 * minute;

const signs = ['keydown', 'pointermove', 'scroll'] as const;

/**
 * Calls `look` when somebody comes back to the page, and every few minutes while they are at it. Not while nobody is:
 * asking would keep the session alive that ends because nobody is there.
 */
export function useLookOut(look: () => void): void {
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    let isSomebodyHere = false;
    const noteSomebody = () => {
      isSomebodyHere = true;
    };
    const comeBack = () => {
      if (document.visibilityState === 'visible') latest.current();
    };
    const timer = setInterval(() => {
      if (isSomebodyHere) comeBack();
      isSomebodyHere = false;
    }, lookOutEvery);
    for (const sign of signs) addEventListener(sign, noteSomebody, { passive: true, capture: true });
    document.addEventListener('visibilitychange', comeBack);
    addEventListener('focus', comeBack);
    return () => {
      clearInterval(timer);
      for (const sign of signs) removeEventListener(sign, noteSomebody, { capture: true });
      document.removeEventListener('visibilitychange', comeBack);
      removeEventListener('focus', comeBack);
    };
  }, []);
}
