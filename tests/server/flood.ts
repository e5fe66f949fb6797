import { setTimeout } from 'node:timers/promises';

/** Those who guess and those who are right, from one address: each asks, and asks again as long as it is not in. */
interface Flood {
  guessers: number;
  right: number;
  /** One wrong thing; gives the status that it came to. */
  guess: (guesser: number) => Promise<number>;
  /** The right one. */
  ask: () => Promise<number>;
}

/** Told to come again, in a moment. */
const isTurnedAway = (status: number) => status === 429 || status === 503;
const pause = 50;

/**
 * Nobody who guesses stops before the last of those who are right is in. Gives what the guesses came to, and how many
 * of them were looked at before each right one was in.
 */
export async function flood({ guessers, right, guess, ask }: Flood): Promise<{ wrong: number[]; waited: number[] }> {
  const wrong: number[] = [];
  const waited: number[] = [];
  let isOver = false;
  const goOn = async (guesser: number) => {
    while (!isOver) {
      const status = await guess(guesser);
      wrong.push(status);
      if (isTurnedAway(status)) await setTimeout(pause);
    }
  };
  const comeIn = async () => {
    for (;;) {
      const status = await ask();
      if (!isTurnedAway(status)) {
        if (status === 200) waited.push(wrong.filter((each) => !isTurnedAway(each)).length);
        return;
      }
      await setTimeout(pause);
    }
  };
  const guessing = Array.from({ length: guessers }, (_, guesser) => goOn(guesser));
  await Promise.all(Array.from({ length: right }, comeIn));
  isOver = true;
  await Promise.all(guessing);
  return { wrong, waited };
}
