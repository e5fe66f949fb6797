import { canonicalText } from './canonical-text.ts';
import type { Instant } from './dates.ts';
import type { Version } from './desk-api.ts';
import type { Mark, PointName } from './submission.ts';

/** What was said in several versions, added up: the latest answer counts, and an answer left out takes none back. */

/** What may be answered beside the words, in the order in which staff read it. */
export const answerNames = [
  'aboutWhat',
  'feeling',
  'thankWhom',
  'whatWasGood',
  'better',
  'voice',
  'name',
  'about',
  'relation',
  'whoseWords',
  'agreement',
  'advocate',
  'trusted',
  'helper',
  'helperMaySee',
  'wanted',
  'service',
  'person',
  'notThisPerson',
  'notThisRole',
  'mayTell',
  'court',
  'reply',
  'safe',
  'whereNow',
] as const;
export type AnswerName = (typeof answerNames)[number];

export interface Answer<Value> {
  value: Value;
  /** When the council first heard this answer. */
  saidAt: Instant;
  /** Whether it was there from the beginning, or came or changed later. */
  came: 'first' | 'added' | 'changed';
  /** Who typed it, where the person said who was with them. */
  typedBy?: TypedHow;
}

export interface TypedHow {
  by: Mark;
  /** Who helped, by name or by what they are to the person. */
  who?: string;
}

export type Answers = { [Name in AnswerName]?: Answer<NonNullable<Version[Name]>> };

/**
 * In the order in which it was said. An addition may overtake what it adds to, so what came whole counts as said
 * before every addition.
 *
 * @param versions oldest receipt first
 */
export function inOrderSaid<Said extends { addition?: unknown }>(versions: readonly Said[]): Said[] {
  const whole = versions.filter(({ addition }) => addition === undefined);
  return [...whole, ...versions.filter(({ addition }) => addition !== undefined)];
}

/** The latest answer to one question, or undefined when nobody gave any. */
export function lastSaid<Field extends string, Said extends { [Name in Field]?: unknown } & { addition?: unknown }>(
  versions: readonly Said[],
  field: Field,
): Said[Field] | undefined {
  return inOrderSaid(versions).findLast((version) => version[field] !== undefined)?.[field];
}

/** The latest answer to every question that was answered. */
export function latestAnswers(versions: readonly Version[]): Answers {
  return Object.fromEntries(
    answerNames.flatMap((name) => {
      const answer = answerTo(versions, name);
      return answer ? [[name, answer]] : [];
    }),
  );
}

function answerTo(versions: readonly Version[], name: AnswerName): Answer<Version[AnswerName]> | undefined {
  return answersTo(versions, name).at(-1);
}

/** Every answer to a question that was another than the one before, in the order in which they were given. */
export function answersTo<Name extends AnswerName>(
  versions: readonly Version[],
  name: Name,
): Answer<NonNullable<Version[Name]>>[] {
  const answers: Answer<NonNullable<Version[Name]>>[] = [];
  for (const [index, version] of inOrderSaid(versions).entries()) {
    const { [name]: value, receivedAt: saidAt } = version;
    const before = answers.at(-1);
    if (value === undefined || value === null || (before && isSame(before.value, value))) continue;
    const came = before ? 'changed' : index === 0 ? 'first' : 'added';
    const typedBy = typedHow(version, name);
    answers.push({ value, saidAt, came, ...(typedBy && { typedBy }) });
  }
  return answers;
}

/** Who typed one answer of a version; undefined where nobody said who was with them. */
export function typedHow({ typedBy }: Pick<Version, 'typedBy'>, name: PointName): TypedHow | undefined {
  const by = typedBy?.answers[name];
  if (!by) return undefined;
  return { by, ...(by !== 'me' && typedBy.who && { who: typedBy.who }) };
}

// Those whom the council may tell are a set: chosen in another order they are the same.
function isSame(one: unknown, other: unknown): boolean {
  const text = (value: unknown) => canonicalText(Array.isArray(value) ? [...value].sort() : value);
  return text(one) === text(other);
}
