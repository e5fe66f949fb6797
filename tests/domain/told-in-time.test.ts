import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type IsoDate } from '../../src/domain/dates.ts';
import { casesOf, type DigestCase, isLate, morningOf } from '../../src/domain/digest.ts';
import { type LateTelling, lateTellings, type Told } from '../../src/domain/late-tellings.ts';
import type { Reminders } from '../../src/domain/reminders.ts';
import { isWorkingDay, without, workingDaysBetween } from '../../src/domain/working-days.ts';
import { digestCase, type Who, watchOf } from './an-office.ts';

/**
 * A quarter of days in an office: cases fall due and are done, or not; colleagues go; the server and the mail server
 * are away on some days. Nothing is late without somebody having been told, and nothing is told twice.
 */
const start = '2026-10-19';
const days = 91;
const senior = 'director@example.gov.uk';

const anyDay = fc.integer({ min: 0, max: days - 1 });
const anyStory = fc.record({
  cases: fc.array(
    fc.record({
      due: anyDay,
      done: fc.option(fc.integer({ min: 0, max: 60 }), { nil: 1000 }),
      team: fc.constantFrom(null, 'court', 'fostering', 'nobody-leads-it'),
      assignee: fc.constantFrom(null, 'jo', 'sam', 'ada', 'gone'),
      step: fc.constantFrom(null, 'acknowledge', 'stage1-answer'),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  closed: fc.array(anyDay, { maxLength: 10 }),
  /** The server does not run, or no mail server takes anything all day. */
  away: fc.array(anyDay, { maxLength: 40 }),
  mailAway: fc.array(anyDay, { maxLength: 40 }),
  /** From when an officer has gone; a manager may not see the first case at all. */
  samGoes: anyDay,
  isAdaBlind: fc.boolean(),
  reminders: fc.record({
    managers: fc.record({ after: fc.integer({ min: 1, max: 4 }), repeatEvery: fc.integer({ min: 1, max: 9 }) }),
    seniorManagers: fc.record({ after: fc.integer({ min: 4, max: 9 }), repeatEvery: fc.integer({ min: 1, max: 9 }) }),
  }),
});

type Story = typeof anyStory extends fc.Arbitrary<infer Value> ? Value : never;

const dateOf = (day: number): IsoDate => addDays(start, day);

function casesOn(story: Story, day: number): DigestCase[] {
  return story.cases.flatMap(({ due, done, team, assignee, step }, index) =>
    day < due + done ? [digestCase(String(index), { due: dateOf(due), team, assignee, step })] : [],
  );
}

function peopleOn({ samGoes, isAdaBlind }: Story, day: number): Record<string, Who> {
  return {
    jo: {},
    ada: { roles: ['manager'], teams: ['court'], blind: isAdaBlind ? ['0'] : [] },
    ...(day < samGoes && { sam: {} }),
  };
}

interface Sent {
  late: LateTelling[];
  /** How often each thing was told in each period. */
  times: Map<string, number>;
}

const idOf = (kind: string, told: Told) => JSON.stringify([kind, told]);

/** What is wrong with one day: something late that nobody in time was told of. */
function live(story: Story, day: number, sent: Sent): string[] {
  const today = dateOf(day);
  const calendar = without(isWorkingDay, (date) => story.closed.some((each) => dateOf(each) === date));
  const isRunning = !story.away.includes(day) && !story.mailAway.includes(day);
  if (!calendar(today) || !isRunning) return [];
  const watch = watchOf(casesOn(story, day), peopleOn(story, day));
  const reminders: Reminders = { at: '07:30', on: 'working-days', ...story.reminders };
  const tellings = lateTellings({
    ...{ watch, today, reminders, calendar, seniors: [senior], isKeptFromSenior: () => false },
    wasTold: (kind, told) => sent.times.has(idOf(kind, told)),
  });
  for (const { kind, told } of tellings) {
    for (const each of told) {
      const id = idOf(kind, each);
      sent.times.set(id, (sent.times.get(id) ?? 0) + 1);
    }
  }
  sent.late.push(...tellings);

  const inMorning = (id: string, caseId: string) =>
    morningOf(casesOf(id, watch), today)?.parts.some(
      ({ part, cases }) => part === 'late' && cases.some((each) => each.caseId === caseId),
    ) === true;
  const wasTold = (recipient: string, { caseId }: DigestCase) =>
    sent.late.some((each) => each.recipient === recipient && each.told.some((one) => one.caseId === caseId));
  return watch.cases
    .filter((each) => isLate(each, today))
    .flatMap((each) => {
      const { caseId, due } = each;
      const daysLate = workingDaysBetween(due ?? today, today, calendar);
      const wrong: string[] = [];
      if (![...watch.watchers.keys()].some((id) => inMorning(id, caseId)))
        wrong.push(`${today}: nobody knows of ${caseId}`);
      const ledBy = each.team === 'court' && watch.watchers.get('ada')?.sees.has(caseId) ? 'ada' : undefined;
      if (ledBy && daysLate >= reminders.managers.after && !inMorning(ledBy, caseId) && !wasTold(ledBy, each)) {
        wrong.push(`${today}: the manager does not know of ${caseId}`);
      }
      if (daysLate >= reminders.seniorManagers.after && !wasTold(senior, each)) {
        wrong.push(`${today}: no senior manager knows of ${caseId}`);
      }
      return wrong;
    });
}

test('in a quarter of days nothing is late without somebody knowing, and nothing is told twice in a period', () => {
  let told = 0;
  fc.assert(
    fc.property(anyStory, (story) => {
      const sent: Sent = { late: [], times: new Map() };
      const wrong = Array.from({ length: days }, (_, day) => live(story, day, sent)).flat();
      expect(wrong).toEqual([]);
      expect([...sent.times].filter(([, times]) => times > 1)).toEqual([]);
      told += sent.times.size;
    }),
    { numRuns: 100 },
  );
  expect(told).toBeGreaterThan(500);
});
