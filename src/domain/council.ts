import * as z from 'zod/mini';
import { Procedure } from './procedure.ts';
import { isKeptLongEnough, leastKept, Reminders } from './reminders.ts';

const name = z.string().check(z.minLength(1), z.maxLength(200));
const id = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/));
/** A telephone number as people in England write it: digits in groups. */
const phone = z.string().check(z.regex(/^[0-9][0-9 ]{1,15}$/));
const httpsUrl = z.url({ protocol: /^https$/ });

/** What happens when it is said who must not handle a case. */
const NotThisPerson = z.strictObject({
  /**
   * The account, by its e-mail address, that sees a case which is kept from every officer: that of somebody who leads,
   * and is a manager at the desk rather than an officer.
   */
  fallback: z.email(),
  /** How many hours a colleague from whom it is kept may be let in, when two others agree that safety needs it. */
  safetyAccessHours: z.int().check(z.minimum(1), z.maximum(72)),
});

const Team = z.strictObject({ id, name });

/** One council's file: everything that differs from one council to the next. */
export const Council = z.strictObject({
  id,
  name,
  /** As its people say it in a sentence: "Shropshire". */
  shortName: name,
  complaintsTeam: z.strictObject({
    name,
    phones: z.array(phone).check(z.minLength(1)),
    email: z.email(),
    website: httpsUrl,
  }),
  /** What stands on the safety screen, and only there. Complaints lines never do. */
  safety: z.strictObject({
    emergency: phone,
    childline: phone,
    adultHelpline: phone,
    socialCareOfficeHours: phone,
    socialCareOtherTimes: phone,
  }),
  /** Where "Hide" leads: an ordinary page that tells nobody anything. */
  hideTo: httpsUrl,
  notThisPerson: NotThisPerson,
  languages: z.array(z.string().check(z.regex(/^[a-z]{2,3}$/))).check(z.minLength(1)),
  services: z.array(z.strictObject({ id, name, teams: z.array(Team) })).check(z.minLength(1)),
  procedure: Procedure,
  reminders: Reminders,
});
export type Council = z.infer<typeof Council>;

/** The ids of all teams, whichever service they belong to. */
export function teamIds({ services }: Pick<Council, 'services'>): ReadonlySet<string> {
  return new Set(services.flatMap(({ teams }) => teams.map(({ id }) => id)));
}

/** One thing wrong with a council's file, and where. */
export interface CouncilFault {
  where: string;
  what: string;
}

/** Reads a council's file. Gives the council, or everything that is wrong with the file. */
export function readCouncil(file: unknown): { council: Council } | { faults: CouncilFault[] } {
  const parsed = Council.safeParse(file);
  if (!parsed.success) {
    return { faults: parsed.error.issues.map(({ path, message }) => ({ where: pathText(path), what: message })) };
  }
  const { procedure, reminders } = parsed.data;
  const faults = [...editionFaults(procedure), ...repeatedIds(parsed.data), ...tellingFaults(reminders)];
  return faults.length > 0 ? { faults } : { council: parsed.data };
}

function editionFaults(procedure: Procedure): CouncilFault[] {
  const books = ['feedback', 'statutory', 'corporate', 'ombudsman'] as const;
  const faults = books.flatMap((book) => {
    const where = `procedure.${book}`;
    const editions: { id: string; effectiveFrom: string }[] = procedure[book];
    return [
      ...repeated(editions.map((each) => each.id)).map((twice) => ({
        where,
        what: `the edition "${twice}" stands here twice`,
      })),
      ...repeated(editions.map((each) => each.effectiveFrom)).map((date) => ({
        where,
        what: `two editions take effect on ${date}, so neither is the one in force`,
      })),
    ];
  });
  return [...faults, ...limitFaults(procedure)];
}

function limitFaults(procedure: Procedure): CouncilFault[] {
  const routes = ['statutory', 'corporate'] as const;
  return routes.flatMap((route) =>
    procedure[route].flatMap((edition, index) => {
      const where = `procedure.${route}[${index}]`;
      const faults = (['stage1', 'stage2'] as const)
        .filter((stage) => edition[stage].extendableTo < edition[stage].answerWithin)
        .map((stage) => ({
          where: `${where}.${stage}.extendableTo`,
          what: `is ${edition[stage].extendableTo}, which is less than answerWithin (${edition[stage].answerWithin}); without an extension write the same number`,
        }));
      const { stage2 } = edition;
      if (stage2.countedFrom === 'acknowledgement' && !stage2.acknowledgeWithin) {
        faults.push({
          where: `${where}.stage2.acknowledgeWithin`,
          what: 'is needed when stage 2 counts from the acknowledgement',
        });
      }
      if (stage2.countedFrom === 'statement-agreed' && !stage2.reason) {
        faults.push({
          where: `${where}.stage2.reason`,
          what: 'is needed when the clock does not run from the request',
        });
      }
      return faults;
    }),
  );
}

function tellingFaults(reminders: Reminders): CouncilFault[] {
  const { managers, seniorManagers } = reminders;
  const faults: CouncilFault[] = [];
  if (seniorManagers.after < managers.after) {
    faults.push({
      where: 'reminders.seniorManagers.after',
      what: `is ${seniorManagers.after}, which is before the managers of the teams are told (${managers.after})`,
    });
  }
  if (!isKeptLongEnough(reminders)) {
    faults.push({
      where: 'reminders.keptForDays',
      what: `must be at least ${leastKept(reminders)}, twice the longest repeatEvery, or the same thing is told twice`,
    });
  }
  return faults;
}

function repeatedIds(council: Council): CouncilFault[] {
  const services = repeated(council.services.map((service) => service.id));
  const teams = repeated(council.services.flatMap((service) => service.teams.map((team) => team.id)));
  return [...services, ...teams].map((twice) => ({ where: 'services', what: `the id "${twice}" stands here twice` }));
}

function repeated(list: string[]): string[] {
  return [...new Set(list.filter((each, index) => list.indexOf(each) !== index))];
}

function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text.replace(/^\./, '') || 'the file itself';
}
