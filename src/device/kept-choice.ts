/**
 * A choice of how this phone speaks. Not in the database: the page must know before that is open how to begin.
 *
 * @param key under which it lies in the browser's storage; `src/app/before.ts` and the pages that are only read know it
 */
export function keptChoice(key: string): {
  read: () => string | undefined;
  keep: (choice: string) => void;
  forget: () => void;
} {
  return {
    read() {
      try {
        return localStorage.getItem(key) ?? undefined;
      } catch {
        // Storage is refused: nothing was kept.
        return undefined;
      }
    },
    keep(choice) {
      try {
        localStorage.setItem(key, choice);
      } catch {
        // Storage is refused: it holds as long as the page.
      }
    },
    forget() {
      try {
        localStorage.removeItem(key);
      } catch {
        // Storage is refused: there is nothing.
      }
    },
  };
}
