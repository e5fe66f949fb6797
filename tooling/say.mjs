// One line at a time on what is being done, and kind last words. Plain JavaScript without packages: it runs under
// whatever Node is on the machine, before anything is installed.

/** A fault whose message already says what to do: it is printed without a stack. */
export class Trouble extends Error {}

/** @param {string} line */
export function say(line) {
  console.log(line);
}

/**
 * Runs a script's main function. What it throws is told in words, and the process then ends with 1.
 *
 * @param {() => Promise<void>} main
 */
export async function runAsScript(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Trouble ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

/** @param {number} since a moment by `performance.now()` */
export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
