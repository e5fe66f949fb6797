/** Something that is done again and again while the server runs. */
export interface Job {
  /** There is something to do: now, not at the next turn of the clock. */
  nudge: () => void;
  /** Begins nothing any more, and waits for what is being done; not longer than `patience`, in milliseconds. */
  stop: (patience: number) => Promise<void>;
}

/**
 * Does `work` at once, every so many milliseconds, and when it is nudged; never twice at the same time.
 *
 * @param work never throws; begins nothing more once the signal is aborted
 */
export function keepAtIt(work: (signal: AbortSignal) => Promise<void>, every: number): Job {
  const ending = new AbortController();
  let running: Promise<void> | undefined;
  let isWanted = false;

  const run = async () => {
    while (isWanted && !ending.signal.aborted) {
      isWanted = false;
      await work(ending.signal);
    }
    running = undefined;
  };
  const nudge = () => {
    // What arrives while the work is under way may have been overlooked by it.
    isWanted = true;
    if (!ending.signal.aborted) running ??= run();
  };
  const timer = setInterval(nudge, every);
  nudge();

  return {
    nudge,
    stop: async (patience) => {
      clearInterval(timer);
      ending.abort();
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, patience).unref())]);
    },
  };
}
