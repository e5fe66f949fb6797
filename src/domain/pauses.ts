import { type CaseEvent, dateHappened } from './case-events.ts';
import type { IsoDate } from './dates.ts';
import { type Calendar, without } from './working-days.ts';

export interface PausedDays {
  byCourtOrPolice: (date: IsoDate) => boolean;
  forAdvocate: (date: IsoDate) => boolean;
  /** The case rests on the last day looked at: dates shown are as if it went on then, and will move. */
  open: boolean;
}

interface Pause {
  from: IsoDate;
  to: IsoDate;
  isOpen: boolean;
  forAdvocate: boolean;
}

/**
 * The days on which a case rested, as they were known on the day `until`: what is done is not moved by a later pause.
 * As with the day of receipt, the day on which it goes on is day 0: the days after a pause began, up to and including
 * the day it ended, do not count. A case may rest for two reasons at once; it goes on from both together.
 */
export function pausedDays(events: readonly CaseEvent[], until: IsoDate): PausedDays {
  const pauses = readPauses(
    events.filter((event) => dateHappened(event) <= until),
    until,
  );
  const within = (chosen: Pause[]) => (date: IsoDate) => chosen.some(({ from, to }) => date > from && date <= to);
  return {
    byCourtOrPolice: within(pauses.filter((pause) => !pause.forAdvocate)),
    forAdvocate: within(pauses.filter((pause) => pause.forAdvocate)),
    open: pauses.some((pause) => pause.isOpen),
  };
}

/** A calendar on which no day counts on which the case rested, for whatever reason. */
export function restingCalendar(calendar: Calendar, paused: PausedDays): Calendar {
  return without(without(calendar, paused.byCourtOrPolice), paused.forAdvocate);
}

function readPauses(events: readonly CaseEvent[], until: IsoDate): Pause[] {
  let pauses: Pause[] = [];
  for (const event of events) {
    if (event.type === 'paused') {
      pauses.push({ from: dateHappened(event), to: until, isOpen: true, forAdvocate: event.reason === 'advocate' });
    }
    if (event.type === 'resumed') {
      pauses = pauses.map((pause) => (pause.isOpen ? { ...pause, to: dateHappened(event), isOpen: false } : pause));
    }
  }
  return pauses;
}
