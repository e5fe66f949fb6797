/** What came of one fault, injected as often as it says. */
export interface Row {
  /** In words, as the table prints it: "SIGKILL at random, SQLite". */
  fault: string;
  injected: number;
  /** Submissions that were sent while it was injected. */
  sent: number;
  /** Acknowledged to their sender, or kept on the phone, and not with the council at the end. */
  lost: number;
  /** With the council more than once. */
  doubled: number;
  /** It is known to fail, and must have something in this column: the check would not see it in another row otherwise. */
  mustHave?: 'lost' | 'doubled';
  /** What else went wrong, in words: it fails the run as a loss does. */
  wrong?: string[];
  /** Why it could not be injected here. The table says so, for nothing is known of it. */
  leftOut?: string;
}

export interface FaultOptions {
  /** Printed, and drawn from anew each time: the same seed injects the same again. */
  seed: number;
  /** Everything (`npm run faults`), or what fits into every test run. */
  isWhole: boolean;
  say(line: string): void;
}

/** Some faults that belong together: they share a set-up. */
export interface FaultPart {
  name: string;
  /** Gives each row once it is counted. */
  run(options: FaultOptions): AsyncIterable<Row>;
}

/** All rows of a part. One that breaks has the rows it came to, and one that says so and does not hold. */
export async function rowsOf(part: FaultPart, options: FaultOptions): Promise<Row[]> {
  const rows: Row[] = [];
  try {
    for await (const row of part.run(options)) rows.push(row);
  } catch (error) {
    options.say(error instanceof Error ? `${error.stack}` : String(error));
    rows.push(endedEarly(part.name, error));
  }
  return rows;
}

/** For what could not be injected to its end: nobody knows of the rest. */
export function endedEarly(name: string, error: unknown): Row {
  const [why] = String(error instanceof Error ? error.message : error).split('\n');
  return { fault: `${name}, ended early`, injected: 0, sent: 0, lost: 0, doubled: 0, wrong: [`ended early: ${why}`] };
}

/** Nothing lost, nothing doubled, of something that was sent while it was injected; what is known to fail must have failed. */
export function holds({ injected, sent, lost, doubled, mustHave, wrong = [], leftOut }: Row): boolean {
  if (leftOut) return true;
  if (injected === 0 || sent === 0) return false;
  if (mustHave) return { lost, doubled }[mustHave] > 0;
  return lost === 0 && doubled === 0 && wrong.length === 0;
}

/** Why a row does not hold, in words. */
export function whyNot({ injected, sent, mustHave, wrong = [] }: Row): string[] {
  const none = injected === 0 || sent === 0 ? ['nothing was injected, or sent meanwhile'] : [];
  const blind = mustHave ? [`nothing of it was ${mustHave}, so that nobody knows of the others`] : [];
  return [...new Set(wrong.length > 0 ? wrong : [...none, ...blind])];
}

/** The rows as `console.table` prints them. */
export function printed(rows: readonly Row[]) {
  return rows.map(({ fault, injected, sent, lost, doubled, mustHave, leftOut }) => ({
    ...{ fault, injected, sent, lost, doubled },
    expected: leftOut ? 'LEFT OUT' : (mustHave ?? 'neither'),
  }));
}
