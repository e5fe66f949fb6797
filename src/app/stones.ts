import type { IsoDate } from '../domain/dates.ts';
import type { Step } from '../domain/steps.ts';
import type { Stone } from '../ui/SteppingStones.tsx';
import { appWords } from '../words/app-words.ts';

interface Told {
  /** The date on which the person told the council. */
  told: IsoDate;
  timeline: Step[];
  /** The date on which the timeline was worked out. */
  asOf: IsoDate;
  /** The date on this phone: what was worked out on another day says dates only, for its "today" has passed. */
  today: IsoDate;
  /** Whom to ring when a date has passed. */
  phone: string;
}

/** The timeline as stepping stones, beginning with the stone the person has laid. */
export function stonesOf({ told, timeline, asOf, today, phone }: Told): Stone[] {
  const { t } = appWords;
  return [
    { key: 'told', state: 'done', title: dayOrToday(told, today), texts: [t('steps.told')] },
    ...timeline.map((step) => stoneOf(step, { asOf, today, phone })),
  ];
}

function stoneOf(
  { step, state, due, doneAt, certain, workingDaysLeft }: Step,
  { asOf, today, phone }: Pick<Told, 'asOf' | 'today' | 'phone'>,
): Stone {
  const { t, date } = appWords;
  const day = due && String(Number(due.slice(8)));
  if (state === 'done') {
    return { key: step, state, title: dayOrToday(doneAt ?? due ?? asOf, today), texts: [t(`steps.${step}.done`)] };
  }
  if (state === 'late') {
    const texts = [t(`steps.${step}.late`), t('steps.late', { phone })];
    return { key: step, state, day, title: t('steps.wasDue', { date: due ? date(due) : '' }), texts };
  }
  // A day from which something is possible is not one by which it should have happened.
  const way = step === 'come-again' ? 'steps.from' : certain ? 'steps.by' : 'steps.about';
  const title = t(way, { date: due ? date(due) : '' });
  const inDays = workingDaysLeft === undefined || asOf !== today ? [] : [t('steps.in', { count: workingDaysLeft })];
  const mayMove = certain ? [] : [t('steps.mayMove')];
  return { key: step, state, day, title, texts: [t(`steps.${step}.due`), ...inDays, ...mayMove] };
}

function dayOrToday(day: IsoDate, today: IsoDate): string {
  return day === today ? appWords.t('steps.today') : appWords.date(day);
}
