import words from '../../../locales/en/made-up.json' with { type: 'json' };
import type { Outcome, ProblemCategory } from '../../domain/closing.ts';
import { addDays, type IsoDate } from '../../domain/dates.ts';
import type { Channel } from '../../domain/recording.ts';
import type { Route } from '../../domain/routes.ts';
import type { Kind, Voice } from '../../domain/submission.ts';
import { isWorkingDay } from '../../domain/working-days.ts';
import { daysBetween, monthsFrom } from './calendar.ts';
import { around, type Chance, dealt } from './chance.ts';
import {
  categories,
  corporateAlone,
  learned,
  lookedAfterTeams,
  type TeamId,
  teams,
  toDo,
  type YearFigures,
} from './figures.ts';

/** One made-up piece of feedback: when it came, from whom, about what, and what is to become of it. */
export interface Piece {
  kind: Kind;
  on: IsoDate;
  team: TeamId;
  voice: Voice;
  /** Undefined: through the app. */
  channel: Channel | undefined;
  name: string | undefined;
  complaint?: Complaint;
}

export interface Complaint {
  theme: string;
  /** Where nobody looked into it, why. */
  course: 'answered' | 'withdrawn' | 'refused';
  route: Route;
  /** Working days from its receipt to the answer of stage 1. */
  answeredAfter: number;
  goesOnTo: 'stage2' | 'ombudsman' | undefined;
  /** Undefined: it stays open. */
  outcome: Outcome | undefined;
  category: ProblemCategory;
  learning: { about: keyof typeof learned; toDo: keyof typeof toDo } | undefined;
}

/** What comes in a whole year, in the order of its days. */
export function piecesOfYear(april: IsoDate, figures: YearFigures, chance: Chance): Piece[] {
  return piecesOf(daysOf(april, figures.months, chance), figures, chance);
}

/**
 * What has come since the last whole year, as that one was: the same months, and the same things in them. More of it
 * through the app, and sooner answered.
 */
export function piecesSince(april: IsoDate, today: IsoDate, figures: YearFigures, chance: Chance): Piece[] {
  const months = Array.from({ length: 15 }, (_, index) => figures.months[index % 12] ?? 0);
  const until = addDays(today, 1);
  const days = daysOf(april, months, chance).filter((day) => day < until);
  const share = days.length / figures.months.reduce((sum, count) => sum + count, 0);
  const part = (count: number) => Math.round(count * share);
  const compliments = part(figures.compliments);
  const comments = part(figures.comments);
  const [withdrawn, refused] = [part(figures.withdrawn), part(figures.refused)];
  const answered = days.length - compliments - comments - withdrawn - refused;
  const statutory = part(figures.statutory.count);
  const counted = {
    ...{ months: [], compliments, comments, withdrawn, refused, ombudsman: 0 },
    corporate: { count: answered - statutory, days: 17 },
    statutory: { count: statutory, days: 14 },
    stage2: part(figures.stage2),
    outcomes: figures.outcomes,
    byChildren: Math.round((answered + withdrawn + refused) / 5),
    repeated: part(figures.repeated),
  };
  return piecesOf(days, counted, chance, true);
}

function daysOf(april: IsoDate, counts: readonly number[], chance: Chance): IsoDate[] {
  const firsts = monthsFrom(april, counts.length);
  return counts.flatMap((count, month) => {
    const days = daysBetween(firsts[month] ?? '', firsts[month + 1] ?? '').filter(isWorkingDay);
    return Array.from({ length: count }, () => chance.pick(days)).sort();
  });
}

function piecesOf(days: IsoDate[], figures: YearFigures, chance: Chance, isRecent = false): Piece[] {
  const { compliments, comments } = figures;
  const kinds = { compliment: compliments, comment: comments, complaint: days.length - compliments - comments };
  const byKind = Map.groupBy(zip(days, chance.shuffled(dealt(kinds, days.length))), ([, kind]) => kind);
  const daysOfKind = (kind: Kind) => (byKind.get(kind) ?? []).map(([day]) => day);
  const others = (['compliment', 'comment'] as const).flatMap((kind) =>
    daysOfKind(kind).map((on) => feedback(kind, on, isRecent, chance)),
  );
  return [...complaintsOf(daysOfKind('complaint'), figures, isRecent, chance), ...others];
}

function feedback(kind: Kind, on: IsoDate, isRecent: boolean, chance: Chance): Piece {
  const voice = chance.pick<Voice>(['parent-or-carer', 'parent-or-carer', 'someone-else', 'young-person', 'advocate']);
  return { kind, on, team: teamFor(chance), voice, channel: channelOf(isRecent, chance), name: undefined };
}

function teamFor(chance: Chance): TeamId {
  return chance.pick(dealt(teams, 149));
}

function channelOf(isRecent: boolean, chance: Chance): Channel | undefined {
  const usual = ['email', 'phone', 'email', 'letter', 'in-person', 'phone', undefined] as const;
  return chance.pick(isRecent ? [undefined, undefined, undefined, undefined, ...usual] : usual);
}

function complaintsOf(days: IsoDate[], figures: YearFigures, isRecent: boolean, chance: Chance): Piece[] {
  const teamOfEach = chance.shuffled(dealt(teams, days.length));
  const courses = coursesOf(teamOfEach, figures, chance);
  const over = days.length - figures.ombudsman;
  const reasons = chance.shuffled(dealt(categories, over));
  const outcomes = chance.shuffled(dealt(figures.outcomes, answeredIn(figures) - figures.ombudsman));
  const goesOn = whoGoesOn(days, courses, figures);
  const themes = themesOf(chance);
  const voices = voicesOf(teamOfEach, courses, figures.byChildren, chance);
  const names = namesOf(days.length, figures.repeated, chance);
  const pieces = days.map((on, index): Piece => {
    const team = teamOfEach[index] ?? 'compass';
    const course = courses[index] ?? noCourse;
    const goesOnTo = goesOn.get(index);
    const isClosed = goesOnTo !== 'ombudsman';
    const outcome = course.course === 'answered' && isClosed ? outcomes.pop() : undefined;
    const category = (isClosed && reasons.pop()) || 'other';
    const voice = voices[index] ?? 'parent-or-carer';
    const isOwn = voice === 'child' || voice === 'young-person';
    return {
      ...{ kind: 'complaint', on, team, voice, name: names[index] },
      channel: isOwn ? undefined : channelOf(isRecent, chance),
      complaint: { ...course, theme: themes(team), goesOnTo, outcome, category, learning: undefined },
    };
  });
  return withLearning(pieces, chance);
}

type Course = Pick<Complaint, 'course' | 'route' | 'answeredAfter'>;
const noCourse: Course = { course: 'withdrawn', route: 'corporate', answeredAfter: 0 };

function answeredIn({ corporate, statutory }: YearFigures): number {
  return corporate.count + statutory.count;
}

// Education first, all of it on the council's own route; the rest of both routes falls to the others as it comes.
function coursesOf(teamOfEach: TeamId[], figures: YearFigures, chance: Chance): Course[] {
  const { corporate, statutory, withdrawn, refused } = figures;
  const after = (route: Route, { count, days }: { count: number; days: number }, spread: number) =>
    chance
      .shuffled(around(days, spread, count))
      .map((answeredAfter): Course => ({ course: 'answered', route, answeredAfter }));
  const own = after('corporate', corporate, spreadOf(corporate.days));
  const education = teamOfEach.filter((team) => corporateAlone.includes(team)).length;
  const early = (['withdrawn', 'refused'] as const).flatMap((course) =>
    Array.from({ length: course === 'withdrawn' ? withdrawn : refused }, (): Course => ({ ...noCourse, course })),
  );
  const ofEducation = own.slice(0, education);
  const others = chance.shuffled([
    ...own.slice(education),
    ...after('statutory', statutory, spreadOf(statutory.days)),
    ...early,
  ]);
  return teamOfEach.map(
    (team) => (corporateAlone.includes(team) ? ofEducation.pop() : undefined) ?? others.pop() ?? noCourse,
  );
}

/** Working days to both sides of the average; answers before the third day and after the fiftieth are rare. */
function spreadOf(days: number): number {
  return Math.min(days - 4, 50 - days, 21);
}

// Of those that came in the first half of the year, so that all of it is over; the earliest go the furthest.
function whoGoesOn(days: IsoDate[], courses: Course[], { stage2, ombudsman }: YearFigures) {
  const may = days.flatMap((_, index) => (courses[index]?.course === 'answered' ? [index] : []));
  const from = may.filter((_, place) => place % 5 === 2).slice(0, stage2 + ombudsman);
  return new Map(from.map((index, place) => [index, place < ombudsman ? ('ombudsman' as const) : ('stage2' as const)]));
}

// Children themselves, then everybody else; children are looked after more often than not.
function voicesOf(teamOfEach: TeamId[], courses: Course[], byChildren: number, chance: Chance): Voice[] {
  const others: Voice[] = ['parent-or-carer', 'parent-or-carer', 'parent-or-carer', 'someone-else', 'advocate'];
  const own = new Map<number, Voice>();
  const may = teamOfEach.flatMap((team, index) =>
    courses[index]?.course === 'answered' && !corporateAlone.includes(team) ? [index] : [],
  );
  const first = may.toSorted((a, b) => Number(isOfLookedAfter(teamOfEach[b])) - Number(isOfLookedAfter(teamOfEach[a])));
  for (const [place, index] of first.slice(0, byChildren).entries())
    own.set(index, place % 2 === 0 ? 'young-person' : 'child');
  return teamOfEach.map((_, index) => own.get(index) ?? chance.pick(others));
}

function isOfLookedAfter(team: string | undefined): boolean {
  return team !== undefined && lookedAfterTeams.includes(team);
}

function themesOf(chance: Chance): (team: TeamId) => string {
  const decks = new Map<TeamId, string[]>();
  return (team) => {
    const weights: Partial<Record<string, number>> = words.themes[team];
    const deck = decks.get(team)?.length ? decks.get(team) : chance.shuffled(dealt(weights, teams[team]));
    decks.set(team, deck ?? []);
    return deck?.pop() ?? '';
  };
}

/** So many complaints from people who complained twice or three times; of the others some gave a name of their own. */
function namesOf(count: number, repeated: number, chance: Chance): (string | undefined)[] {
  const { first, last } = words.names;
  const all = chance.shuffled(last.flatMap((family) => first.map((given) => `${given} ${family}`)));
  const names: (string | undefined)[] = [];
  while (names.length < repeated) {
    const name = all.pop();
    const left = repeated - names.length;
    names.push(...Array.from({ length: left === 3 || names.length === 0 ? Math.min(3, left) : 2 }, () => name));
  }
  while (names.length < count) names.push(chance.below(3) === 0 ? undefined : all.pop());
  return chance.shuffled(names.slice(0, count));
}

// One point for each that was found against the council, and for one that was not: there was something to learn as well.
function withLearning(pieces: Piece[], chance: Chance): Piece[] {
  const found = pieces.filter(
    ({ complaint }) => complaint?.outcome === 'upheld' || complaint?.outcome === 'partly-upheld',
  );
  const other = pieces.find(({ complaint }) => complaint?.outcome === 'not-upheld');
  const all = other ? [...found, other] : found;
  const about = chance.shuffled(dealt(learned, all.length));
  const what = chance.shuffled(dealt(toDo, all.length));
  for (const [index, { complaint }] of all.entries())
    if (complaint) complaint.learning = { about: about[index] ?? 'other', toDo: what[index] ?? 'other' };
  return pieces;
}

function zip<A, B>(one: readonly A[], other: readonly B[]): [A, B][] {
  return one.map((each, index) => [each, other[index] as B]);
}
