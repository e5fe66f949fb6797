import { randomInt } from 'node:crypto';

interface Pace {
  /** How many may come at once after a quiet time. */
  burst: number;
  /** Then one in this time, in milliseconds. */
  every: number;
  /** How long one waits in line for a turn at most, in milliseconds. */
  patience: number;
}

export interface Turns {
  /** Waits for a turn; false when none came. */
  take: (whose: string) => Promise<boolean>;
  /** The turn was used by somebody who is no guesser. */
  giveBack: (whose: string) => void;
}

interface Line {
  turns: number;
  /** Up to when `turns` is counted, in milliseconds on the server's own clock. */
  at: number;
  waiting: ((isTurn: boolean) => void)[];
  timer?: NodeJS.Timeout | undefined;
}

/** In one line. A newcomer takes the place of one of them, so that nobody can hold the whole of it. */
const mostInLine = 32;
const mostLines = 20_000;

/**
 * Hands out turns, so many in a time for each of those who come (an address of a school, say). When they are used up
 * one waits in line, and each new turn goes to **any one** of those who wait, not to the quickest: somebody who
 * guesses without a pause has one place in the lottery, and a child beside them another.
 *
 * It lives in this process's memory alone, and is forgotten with it.
 */
export function createTurns({ burst, every, patience }: Pace, now: () => number = () => performance.now()): Turns {
  const lines = new Map<string, Line>();

  return {
    take(whose) {
      const line = lineOf(whose);
      if (line.turns >= 1 && line.waiting.length === 0) {
        line.turns -= 1;
        return Promise.resolve(true);
      }
      return new Promise((resolve) => join(line, resolve));
    },
    giveBack(whose) {
      const line = lines.get(whose);
      if (line) line.turns = Math.min(burst, refill(line).turns + 1);
    },
  };

  function lineOf(whose: string): Line {
    const found = lines.get(whose);
    if (found) return refill(found);
    if (lines.size >= mostLines) forgetQuiet();
    const line: Line = { turns: burst, at: now(), waiting: [] };
    lines.set(whose, line);
    return line;
  }

  function refill(line: Line): Line {
    const fresh = (now() - line.at) / every;
    line.turns = Math.min(burst, line.turns + fresh);
    line.at = now();
    return line;
  }

  function join(line: Line, resolve: (isTurn: boolean) => void): void {
    if (line.waiting.length >= mostInLine) line.waiting.splice(randomInt(mostInLine), 1)[0]?.(false);
    const giveUp = setTimeout(() => leave(false), patience).unref();
    const leave = (isTurn: boolean) => {
      clearTimeout(giveUp);
      line.waiting = line.waiting.filter((each) => each !== leave);
      resolve(isTurn);
    };
    line.waiting.push(leave);
    callNext(line);
  }

  function callNext(line: Line): void {
    if (line.timer || line.waiting.length === 0) return;
    const wait = Math.max(1, Math.ceil((1 - line.turns) * every));
    line.timer = setTimeout(() => {
      line.timer = undefined;
      if (refill(line).turns >= 1 && line.waiting.length > 0) {
        line.turns -= 1;
        line.waiting[randomInt(line.waiting.length)]?.(true);
      }
      callNext(line);
    }, wait).unref();
  }

  function forgetQuiet(): void {
    for (const [whose, line] of lines) if (refill(line).turns >= burst) lines.delete(whose);
    // As many networks guessing at once: those that came first are let go of, and begin anew.
    for (const [whose, line] of lines) {
      if (lines.size < mostLines) return;
      if (line.waiting.length === 0) lines.delete(whose);
    }
  }
}
