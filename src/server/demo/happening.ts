import type { ActionName, ActionOf } from '../../domain/case-actions.ts';
import type { Instant, IsoDate } from '../../domain/dates.ts';
import type { Channel } from '../../domain/recording.ts';
import type { Submission } from '../../domain/submission.ts';
import type { Chance } from './chance.ts';

/** Who works at the made-up desk. */
export type StaffKey = 'officer' | 'colleague' | 'manager' | 'head' | 'reader' | 'administrator';

type Without<Name extends ActionName> = Omit<ActionOf<Name>, 'revision'>;
/** An action as it is told beforehand: its revision is that of the case when its time has come. */
export type Told = { [Name in ActionName]: Without<Name> }[ActionName];

/** One thing that comes to the desk, or that is done there, and when. */
export type Happening = { at: Instant; caseId: string } & (
  | { does: 'tell'; said: Submission; recorded?: { by: StaffKey; channel: Channel; on: IsoDate } }
  | { does: 'act'; by: StaffKey; action: Told }
  /** Somebody opens it, and does nothing yet. */
  | { does: 'read' }
);

/** The hours of one case: what is told of it later never happens earlier, whatever hour is picked. */
export function hoursOf(chance: Chance): (day: IsoDate, from?: number, until?: number) => Instant {
  let last = '';
  return (day, from = 9, until = 16) => {
    const hour = `${from + chance.below(until - from)}`.padStart(2, '0');
    const minute = `${chance.below(60)}`.padStart(2, '0');
    const picked = `${day}T${hour}:${minute}:00.000Z`;
    last = picked > last ? picked : later(last, 3);
    return last;
  };
}

/** So many minutes after an instant; negative is before it. */
export function later(at: Instant, minutes: number): Instant {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}
