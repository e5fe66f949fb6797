import { useEffect, useRef, useState } from 'preact/hooks';

const readable = 8_000;

/** A word about what was just done: long enough to read, and gone when something else is opened. */
export function useSaid(about: unknown): [string, (words: string) => void] {
  const [said, setSaid] = useState('');
  const timer = useRef(0);

  const say = (words: string) => {
    clearTimeout(timer.current);
    // Said twice in a row, the same words would not be read out again.
    setSaid('');
    if (!words) return;
    requestAnimationFrame(() => setSaid(words));
    timer.current = window.setTimeout(() => setSaid(''), readable);
  };

  useEffect(() => {
    setSaid('');
    return () => clearTimeout(timer.current);
  }, [about]);

  return [said, say];
}
