import { randomInt } from 'node:crypto';

interface LineLimits {
  /** How many may wait. A newcomer then takes the place of one of them, so that nobody can hold the whole of it. */
  most: number;
  /** How long one waits at most, in milliseconds. */
  patience: number;
}

/** Those who wait for something of which there is not enough. */
export interface Line {
  readonly size: number;
  /** Waits; false when it was in vain. Rejects with what `sendAway` is given. */
  wait: () => Promise<boolean>;
  /** Lets one in. False when nobody waits. */
  draw: () => boolean;
  /** It cannot be had at all: everybody who waits is told so. */
  sendAway: (error: unknown) => void;
}

/**
 * Who is let in is **any one** of those who wait, not the quickest: somebody who asks without a pause has one place in
 * the lottery for each thing they ask, and who is beside them another. They are of this process alone.
 */
export function createLine({ most, patience }: LineLimits): Line {
  interface Waiting {
    settle: (isIn: boolean) => void;
    fail: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];

  return {
    get size() {
      return waiting.length;
    },
    wait: () =>
      new Promise((resolve, reject) => {
        if (waiting.length >= most) waiting[randomInt(waiting.length)]?.settle(false);
        const leave = () => {
          clearTimeout(giveUp);
          waiting = waiting.filter((each) => each !== mine);
        };
        const mine: Waiting = {
          settle: (isIn) => {
            leave();
            resolve(isIn);
          },
          fail: (error) => {
            leave();
            reject(error);
          },
        };
        const giveUp = setTimeout(() => mine.settle(false), patience).unref();
        waiting.push(mine);
      }),
    draw() {
      if (waiting.length === 0) return false;
      waiting[randomInt(waiting.length)]?.settle(true);
      return true;
    },
    sendAway(error) {
      for (const each of waiting) each.fail(error);
    },
  };
}
