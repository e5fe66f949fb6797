import { StoreBusy } from '../store/failures.ts';
import { createLine, type Line } from '../web/line.ts';

/**
 * Checking a password takes a core a tenth of a second and 32 MiB, and who has signed in nowhere may ask for it. So
 * one is checked at a time; who waits is drawn by lot, and a hundred wrong ones keep nobody out for longer than a
 * hundred take. Pages, pictures and what children send have the rest of the machine.
 */
export interface PasswordChecks {
  /** Does it when it is its turn. Rejects with `StoreBusy` when too many wait. */
  inTurn: <Done>(work: () => Promise<Done>) => Promise<Done>;
}

const usual = { most: 100, patience: 10_000 };

export function createPasswordChecks(limits = usual): PasswordChecks {
  const line: Line = createLine(limits);
  let isChecking = false;
  return {
    async inTurn(work) {
      if (!isChecking) isChecking = true;
      else if (!(await line.wait())) throw new StoreBusy('Too many passwords are to be checked.');
      try {
        return await work();
      } finally {
        // Whoever is drawn goes on in this one's place.
        if (!line.draw()) isChecking = false;
      }
    },
  };
}
