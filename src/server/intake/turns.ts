import { createHmac } from 'node:crypto';
import type { Instant } from '../../domain/dates.ts';
import type { Connection } from '../store/database.ts';
import { giveTurnBack, type Pace, takeTurn } from '../store/turns.ts';
import { createLine, type Line } from '../web/line.ts';

export interface Turns {
  /** Waits for a turn; false when none came. Rejects with what the store throws. */
  take: (whose: string) => Promise<boolean>;
  /** The turn was used by somebody who is no guesser. */
  giveBack: (whose: string) => Promise<void>;
}

/** Where turns are counted, for all processes: see `takeTurn`. */
export interface Counted {
  take: (whose: string) => Promise<number>;
  giveBack: (whose: string) => Promise<void>;
}

export function countedIn(
  db: Connection,
  keyOf: (whose: string) => string,
  pace: Pace,
  now: () => number = Date.now,
): Counted {
  return {
    take: (whose) => takeTurn(db, keyOf(whose), pace, now()),
    giveBack: (whose) => giveTurnBack(db, keyOf(whose), pace),
  };
}

/**
 * The place where a network's turns are counted: one of 65,536, under a key, another each day. Some 256 networks of
 * IPv4 share each, so that the database does not say who asked, and made-up addresses cannot fill it.
 */
export function networkPlace(secret: string, network: string, at: Instant): string {
  const digest = createHmac('sha256', secret)
    .update(`turns ${at.slice(0, 10)} ${network}`)
    .digest('hex');
  return `turns-${digest.slice(0, 4)}`;
}

const mostInLine = 32;
/** Other processes give turns back too, and tell nobody. In milliseconds. */
const longestNap = 1_000;

/**
 * Hands out turns, so many in a time for each of those who come (an address of a school, say), whichever process they
 * come to. When they are used up one waits in line, and each new turn goes to any one of those who wait, so that a
 * child gets in beside somebody who guesses without a pause. Whoever finds a line joins it and asks the store nothing.
 */
export function createTurns(counted: Counted, patience: number): Turns {
  const lines = new Map<string, { line: Line; look: (after: number) => void }>();

  return {
    async take(whose) {
      const found = lines.get(whose);
      if (found) return found.line.wait();
      const wait = await counted.take(whose);
      return wait === 0 || join(whose, wait);
    },
    async giveBack(whose) {
      await counted.giveBack(whose);
      lines.get(whose)?.look(0);
    },
  };

  function join(whose: string, wait: number): Promise<boolean> {
    const found = lines.get(whose);
    if (found) return found.line.wait();
    const line = createLine({ most: mostInLine, patience });
    let timer: NodeJS.Timeout | undefined;
    let isLooking = false;
    const look = (after: number) => {
      // One who is drawing already looks again by itself.
      if (isLooking) return;
      clearTimeout(timer);
      timer = setTimeout(() => void draw(), Math.min(after, longestNap)).unref();
    };
    const draw = async () => {
      isLooking = true;
      const next = line.size > 0 ? await counted.take(whose).catch(line.sendAway) : undefined;
      isLooking = false;
      // Who waited gave up in the same moment.
      if (next === 0 && !line.draw()) await counted.giveBack(whose).catch(() => undefined);
      if (line.size > 0) look(next ?? longestNap);
      else lines.delete(whose);
    };
    lines.set(whose, { line, look });
    const waited = line.wait();
    look(wait);
    return waited;
  }
}
