import type { IsoDate } from './dates.ts';
import { casesOf, type DigestCase, isLate, type LateCase, type Watch } from './digest.ts';
import type { Reminders, Telling } from './reminders.ts';
import { may } from './staff.ts';
import { type Calendar, workingDaysBetween } from './working-days.ts';

/** Who is told, beside whose case it is, that something is late or stays late, and that nobody is told it twice. */

/** That somebody was told of one late thing, in one of the periods after which it is told again. */
export interface Told {
  /** The id of an account; the address of a senior manager. */
  recipient: string;
  caseId: string;
  /** What is late, and since when: another date, or another step of the same case, is another thing. */
  thing: string;
  /** 0 is the first time. */
  period: number;
}

export interface LateTelling {
  kind: 'late' | 'stays-late';
  recipient: string;
  told: Told[];
}

export interface LateMatters {
  watch: Watch;
  today: IsoDate;
  reminders: Reminders;
  /** Working days on which the council is open. */
  calendar: Calendar;
  /** Addresses: they have no account. */
  seniors: readonly string[];
  /** Whether a case is kept from a senior manager, because they may be who must not handle it. */
  isKeptFromSenior: (address: string, caseId: string) => boolean;
  /** Whether it was told before, whatever became of the case since. */
  wasTold: (kind: LateTelling['kind'], told: Told) => boolean;
}

/** The e-mails of today about what is late, beside the morning's. One for each person at most, and none that is empty. */
export function lateTellings(matters: LateMatters): LateTelling[] {
  const { watch, seniors, reminders, isKeptFromSenior } = matters;
  const late = watch.cases.filter((each) => isLate(each, matters.today));
  const toManagers = [...watch.watchers.keys()].map(
    (id): LateTelling => ({
      kind: 'late',
      recipient: id,
      told: toTell(matters, 'late', id, lateInTeamsOf(id, watch, late), reminders.managers),
    }),
  );
  const toSeniors = seniors.map(
    (address): LateTelling => ({
      kind: 'stays-late',
      recipient: address,
      told: toTell(
        matters,
        'stays-late',
        address,
        late.filter(({ caseId }) => !isKeptFromSenior(address, caseId)),
        reminders.seniorManagers,
      ),
    }),
  );
  return [...toManagers, ...toSeniors].filter(({ told }) => told.length > 0);
}

/** What is late in the teams that somebody leads, and does not stand in their own morning already. */
function lateInTeamsOf(id: string, watch: Watch, late: readonly LateCase[]): LateCase[] {
  const watcher = watch.watchers.get(id);
  if (!watcher || !may(watcher.officer, 'see-own-team')) return [];
  const { officer, sees } = watcher;
  const inTeams = late.filter(({ caseId, team }) => team !== null && officer.teams.includes(team) && sees.has(caseId));
  if (inTeams.length === 0) return [];
  const own = new Set(casesOf(id, watch).map(({ caseId }) => caseId));
  return inTeams.filter(({ caseId }) => !own.has(caseId));
}

function toTell(
  { today, calendar, wasTold }: LateMatters,
  kind: LateTelling['kind'],
  recipient: string,
  late: readonly LateCase[],
  telling: Telling,
): Told[] {
  return late.flatMap((each) => {
    const period = periodOf(workingDaysBetween(each.due, today, calendar), telling);
    const told = { recipient, caseId: each.caseId, thing: thingOf(each), period };
    return period < 0 || wasTold(kind, told) ? [] : [told];
  });
}

/** In which period so many working days fall; below 0 before the first. */
export function periodOf(daysLate: number, { after, repeatEvery }: Telling): number {
  return Math.floor((daysLate - after) / repeatEvery);
}

/** What is late of a case: a step, or the answer to a message, with the date by which it should have been done. */
export function thingOf({ step, due }: Pick<DigestCase, 'step' | 'due'>): string {
  return `${step ?? 'message'} ${due}`;
}
