import type { Outcome, ProblemCategory } from '../../domain/closing.ts';

/**
 * The figures that the made-up years meet: those of the council's annual report of 2021/22, its sections 3 and 4, and
 * where it gives none, some that fit. Decision 0034 says which is which.
 */
export interface YearFigures {
  /** How many pieces of feedback came in each month, April first. */
  months: readonly number[];
  compliments: number;
  comments: number;
  /** Complaints into which nobody looked: withdrawn before, or refused because a court was looking at the same. */
  withdrawn: number;
  refused: number;
  /** Those that were answered at stage 1, by route, and after how many working days on average. */
  corporate: { count: number; days: number };
  statutory: { count: number; days: number };
  /** What was found in those that are closed. */
  outcomes: Readonly<Partial<Record<Outcome, number>>>;
  /** How many of them went on to stage 2, and how many to the Ombudsman; those stay open. */
  stage2: number;
  ombudsman: number;
  byChildren: number;
  /** How many complaints came from somebody who complained more than once in the year. */
  repeated: number;
}

/** The year that the report is about. */
export const reportedYear: YearFigures = {
  months: [23, 17, 15, 14, 12, 13, 22, 9, 13, 20, 20, 20],
  compliments: 39,
  comments: 10,
  withdrawn: 3,
  refused: 2,
  corporate: { count: 98, days: 29 },
  statutory: { count: 46, days: 25 },
  outcomes: { upheld: 20, 'partly-upheld': 53, 'not-upheld': 54, 'no-finding': 16 },
  stage2: 7,
  ombudsman: 1,
  byChildren: 2,
  repeated: 26,
};

/** The two before it, as far as its comparison of three years goes. */
export const yearBefore: YearFigures = {
  months: [22, 19, 17, 15, 13, 14, 22, 13, 14, 20, 21, 21],
  compliments: 46,
  comments: 9,
  withdrawn: 3,
  refused: 1,
  corporate: { count: 103, days: 33 },
  statutory: { count: 49, days: 33 },
  outcomes: { upheld: 15, 'partly-upheld': 62, 'not-upheld': 56, 'no-finding': 19 },
  stage2: 7,
  ombudsman: 0,
  byChildren: 2,
  repeated: 24,
};

export const twoYearsBefore: YearFigures = {
  months: [15, 14, 12, 11, 10, 11, 15, 9, 11, 15, 16, 16],
  compliments: 25,
  comments: 8,
  withdrawn: 2,
  refused: 1,
  corporate: { count: 81, days: 26 },
  statutory: { count: 38, days: 26 },
  outcomes: { upheld: 19, 'partly-upheld': 44, 'not-upheld': 43, 'no-finding': 13 },
  stage2: 4,
  ombudsman: 0,
  byChildren: 1,
  repeated: 18,
};

/** Of the complaints of the reported year, the team that each went to. The four that the report names have the most. */
export const teams = {
  send: 34,
  'case-management': 28,
  'disabled-children': 22,
  'looked-after': 15,
  compass: 14,
  'assessment-south': 13,
  'court-1': 11,
  'education-welfare': 4,
  placements: 3,
  fostering: 3,
  'leaving-care': 2,
};
export type TeamId = keyof typeof teams;

/** Those of children looked after and care leavers: 23 complaints. */
export const lookedAfterTeams: readonly string[] = ['looked-after', 'placements', 'fostering', 'leaving-care'];

/** Education is never social care, and so never on the statutory route. */
export const corporateAlone: readonly string[] = ['send', 'education-welfare'];

/** What the 148 complaints that are over were about. None was about policy. */
export const categories: Readonly<Partial<Record<ProblemCategory, number>>> = {
  'no-service-or-action': 44,
  communication: 42,
  'quality-of-service': 33,
  'wrong-action': 24,
  assessment: 3,
  other: 2,
};

/** What was learned, one point a case, and what was to be done because of it: in percent. */
export const learned = { communication: 46, delivery: 36, other: 18 };
export const toDo = { apology: 46, training: 27, other: 27 };
