import { type CaseEvent, dateHappened } from './case-events.ts';
import type { IsoDate } from './dates.ts';

interface PausedDays {
  byCourtOrPolice: (date: IsoDate) => boolean;
  forAdvocate: (date: IsoDate) => boolean;
  /** The case rests today: dates shown are as if it went on today, and will move. */
  open: boolean;
}

interface Pause {
  from: IsoDate;
  to: IsoDate;
  forAdvocate: boolean;
}

/**
 * The days on which a case rested. As with the day of receipt, the day on which it goes on is day 0: the days after
 * the pause began, up to and including the day it ended, do not count.
 */
export function pausedDays(events: readonly CaseEvent[], today: IsoDate): PausedDays {
  const { ended, open } = readPauses(events);
  const pauses = open ? [...ended, { ...open, to: today }] : ended;
  const within = (chosen: Pause[]) => (date: IsoDate) => chosen.some(({ from, to }) => date > from && date <= to);
  return {
    byCourtOrPolice: within(pauses.filter((pause) => !pause.forAdvocate)),
    forAdvocate: within(pauses.filter((pause) => pause.forAdvocate)),
    open: open !== undefined,
  };
}

function readPauses(events: readonly CaseEvent[]): { ended: Pause[]; open?: Omit<Pause, 'to'> } {
  const ended: Pause[] = [];
  let open: Omit<Pause, 'to'> | undefined;
  for (const event of events) {
    if (event.type === 'paused') open ??= { from: dateHappened(event), forAdvocate: event.reason === 'advocate' };
    if (event.type === 'resumed' && open) {
      ended.push({ ...open, to: dateHappened(event) });
      open = undefined;
    }
  }
  return open ? { ended, open } : { ended };
}
