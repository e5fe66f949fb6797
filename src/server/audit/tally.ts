const minute = 60_000;

/**
 * Counts what may come very often, so that nobody fills the record with it: the first is written before it is
 * answered, those of the minute after it as one number at its end. A server that is killed loses that number.
 *
 * @param write writes so many as one entry; what it throws reaches who counted, or leaves the number for later
 */
export function createTally(write: (count: number) => Promise<void>, every = minute): () => Promise<void> {
  let waiting = 0;
  let timer: NodeJS.Timeout | undefined;
  const rest = () => {
    timer = setTimeout(() => void writeWaiting(), every).unref();
  };
  const writeWaiting = async () => {
    const count = waiting;
    waiting = 0;
    timer = undefined;
    if (count === 0) return;
    rest();
    await write(count).catch(() => {
      waiting += count;
    });
  };
  return async () => {
    if (timer) {
      waiting += 1;
      return;
    }
    rest();
    await write(1);
  };
}
