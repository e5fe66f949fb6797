import cases from '../../../locales/en/made-up-cases.json' with { type: 'json' };
import type { Instant, IsoDate } from '../../domain/dates.ts';
import { londonDate } from '../../domain/dates.ts';
import type { Channel } from '../../domain/recording.ts';
import type { Submission } from '../../domain/submission.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
import { monthsFrom, reportedFrom, workingDaysBefore } from './calendar.ts';
import { uuidOf } from './chance.ts';
import { type Happening, later, type StaffKey, type Told } from './happening.ts';

/**
 * Cases told one by one, so that each thing which a desk may have before it is there on the day on which it is shown:
 * somebody who is not safe, a name to match, a panel that meets next week.
 */
interface Single {
  name: string;
  /** It came so many working days ago, or so many hours. */
  ago?: number;
  hoursAgo?: number;
  /** How it reached staff; through the app when nothing is said. */
  channel?: Channel;
  /** Whether the way to follow it is printed. */
  key?: boolean;
  said: Omit<Submission, 'version'>;
  then?: readonly Then[];
}

/** `after` so many working days: staff do something, the person adds something, somebody opens it. */
type Then = { after: number } & ({ by: StaffKey; do: Told } | { adds: object } | { reads: true });

// What the file holds is looked at as everything is that comes in: each submission and each action when it is played.
const all = cases as unknown as readonly Single[];

interface Now {
  at: Instant;
  /** The ids of accounts, which stand in the file as `$manager`. */
  staff: Record<StaffKey, { id: string }>;
  /** As this council calls a team. */
  teamOf: (team: string) => string;
}

/** One that would have come in the year reported on is left out, for that year's figures are counted already. */
export function justNow(now: Now): Happening[] {
  const afterThatYear = monthsFrom(reportedFrom(londonDate(now.at)), 12).at(-1) ?? '';
  return all.filter((single) => dayOf(single, now.at) >= afterThatYear).flatMap((single) => happeningsOf(single, now));
}

/** The case whose way back is printed, for looking at the person's side of it. */
export function idOfShown(): string | undefined {
  const shown = all.find(({ key }) => key);
  return shown && idOf(shown);
}

function idOf({ name }: Single): string {
  return uuidOf(`heard, just now, ${name}`);
}

function dayOf({ ago = 0, hoursAgo }: Single, at: Instant): IsoDate {
  return hoursAgo ? londonDate(later(at, -60 * hoursAgo)) : workingDaysBefore(londonDate(at), ago);
}

function happeningsOf(single: Single, now: Now): Happening[] {
  const { hoursAgo, channel, said, then = [] } = single;
  const caseId = idOf(single);
  const today = londonDate(now.at);
  const on = dayOf(single, now.at);
  const came = hoursAgo ? later(now.at, -60 * hoursAgo) : `${on}T08:40:00.000Z`;
  const first: Happening = {
    ...{ at: came, caseId, does: 'tell', said: { version: 1, language: 'en', ...said } },
    ...(channel && { recorded: { by: 'officer', channel, on } }),
  };
  let last = came;
  const rest = then.map((each, index): Happening => {
    const usual = `${addWorkingDays(on, each.after)}T${'adds' in each ? '08:50' : '09:10'}:00.000Z`;
    // What is done today is done before now, early as it may be.
    const latest = later(now.at, index - then.length);
    last = [usual < latest ? usual : latest, later(last, 1)].sort().at(-1) ?? usual;
    const place = { at: last, caseId };
    if ('reads' in each) return { ...place, does: 'read' };
    if ('adds' in each) {
      const addition = uuidOf(`${caseId}, ${index}`);
      return {
        ...place,
        does: 'tell',
        said: { version: 1, addition, kind: said.kind, voice: said.voice, ...each.adds },
      };
    }
    return { ...place, does: 'act', by: each.by, action: filled(each.do, now, today) };
  });
  return [first, ...rest];
}

/** `today+4` is the fourth working day from today, `$manager` the id of an account. */
function filled(action: Told, { staff, teamOf }: Now, today: IsoDate): Told {
  const text = JSON.stringify(action)
    .replaceAll(/"today\+(\d+)"/g, (_, days) => JSON.stringify(addWorkingDays(today, Number(days))))
    .replaceAll(/"\$(\w+)"/g, (whole, key) => (isKey(key, staff) ? JSON.stringify(staff[key].id) : whole))
    .replaceAll(/"team":"([\w-]+)"/g, (_, team) => `"team":${JSON.stringify(teamOf(team))}`);
  return JSON.parse(text) as Told;
}

function isKey(key: string, staff: Now['staff']): key is StaffKey {
  return key in staff;
}
