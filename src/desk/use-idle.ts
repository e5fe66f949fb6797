import { useEffect, useRef } from 'preact/hooks';
import { idleMinutes } from '../domain/staff.ts';
import { getSession, lastAsked } from './api.ts';

const minute = 60_000;

/**
 * Takes what children wrote off an unattended screen when the session behind it has ended. Somebody who writes a long
 * letter asks nothing of the server for a while, so writing is told to it from time to time.
 */
export function useIdle(onSessionEnded: () => void): void {
  const ended = useRef(onSessionEnded);
  ended.current = onSessionEnded;
  useEffect(() => {
    const timer = setInterval(() => {
      if (Date.now() - lastAsked() > idleMinutes * minute) ended.current();
    }, minute / 2);
    const stillWriting = () => {
      if (Date.now() - lastAsked() > 5 * minute) void getSession();
    };
    addEventListener('input', stillWriting);
    return () => {
      clearInterval(timer);
      removeEventListener('input', stillWriting);
    };
  }, []);
}
