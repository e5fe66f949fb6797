interface Limits<Answer> {
  /** How many share one commit. */
  most: number;
  /** How many may wait for the next one. */
  mostWaiting: number;
  whenFull: Answer;
  meetsAll: (error: unknown) => boolean;
}

/**
 * Puts the items that arrive while a commit is under way into the next one, so that many requests share one flush to
 * the disk and a lone one waits for nobody. Nothing is answered before its own commit.
 *
 * `commit` gives one answer an item, in order. When it throws, each item is tried alone, so that one that cannot be
 * stored does not take its neighbours with it; a failure that would meet them all (`meetsAll`) is not tried again.
 *
 * Beyond `mostWaiting` an item is answered with `whenFull` at once: it would wait longer than its sender does, and
 * nothing would bound the memory of those that wait.
 */
export function groupCommit<Item, Answer>(
  commit: (items: Item[]) => Promise<Answer[]>,
  { most, mostWaiting, whenFull, meetsAll }: Limits<Answer>,
): (item: Item) => Promise<Answer> {
  interface Waiting {
    item: Item;
    resolve: (answer: Answer) => void;
    reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let running = false;

  return (item) =>
    new Promise((resolve, reject) => {
      if (waiting.length >= mostWaiting) return resolve(whenFull);
      waiting.push({ item, resolve, reject });
      if (!running) void run();
    });

  async function run(): Promise<void> {
    running = true;
    // Requests that are read in this same turn of the event loop come along.
    await new Promise(setImmediate);
    while (waiting.length > 0) {
      const group = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await settle(group);
    }
    running = false;
  }

  async function settle(group: Waiting[]): Promise<void> {
    try {
      const answers = await commit(group.map(({ item }) => item));
      group.forEach(({ resolve, reject }, index) => {
        const answer = answers[index];
        if (answer === undefined) reject(new Error('A commit gave fewer answers than it was given items.'));
        else resolve(answer);
      });
    } catch (error) {
      if (group.length === 1 || meetsAll(error)) for (const { reject } of group) reject(error);
      else for (const each of group) await settle([each]);
    }
  }
}
