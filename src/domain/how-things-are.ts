import * as z from 'zod/mini';
import type { CaseEvent, EventOf } from './case-events.ts';
import { Instant } from './dates.ts';
import type { Version } from './desk-api.ts';
import { Now, saysAnything } from './submission.ts';

/**
 * How things are since somebody told the council: asked in the opened case, answered or left. Only the complaints team
 * sees it, for what has become worse may be whoever else works on the case.
 */

const events = ['things-now', 'worse-seen'] as const;
type AboutNow = EventOf<(typeof events)[number]>;

export function isAboutNow(event: CaseEvent): event is AboutNow {
  return (events as readonly string[]).includes(event.type);
}

/** Since when it has been known that things are worse, as long as nobody has noted what was done about it. */
export function openWorse(happened: readonly CaseEvent[]): { since: Instant } | null {
  const seen = happened.findLastIndex(({ type }) => type === 'worse-seen');
  const said = happened.slice(seen + 1).find((event) => event.type === 'things-now' && event.now === 'worse');
  return said ? { since: said.at } : null;
}

/** What was said of it, oldest first, and what was noted. */
export const HowThingsAre = z.array(
  z.object({
    at: Instant,
    now: z.optional(Now),
    /** What was done about it, and who wrote that down. */
    done: z.optional(z.string()),
    by: z.optional(z.string()),
  }),
);
export type HowThingsAre = z.infer<typeof HowThingsAre>;

export function howThingsAre(happened: readonly CaseEvent[]): HowThingsAre {
  return happened.filter(isAboutNow).map((event) => {
    const { at } = event;
    return event.type === 'things-now' ? { at, now: event.now } : { at, done: event.done, by: event.by };
  });
}

interface Material {
  events: readonly CaseEvent[];
  versions: readonly Version[];
}

/** A case as whoever is not of the complaints team sees it: as if nobody had been asked. */
export function withoutNow<Whole extends Material>(whole: Whole): Whole {
  return {
    ...whole,
    events: whole.events.filter((event) => !isAboutNow(event)),
    versions: whole.versions.flatMap(({ now, ...version }) =>
      now === undefined || saysAnything(version) ? [version] : [],
    ),
  };
}
