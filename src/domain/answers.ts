import type { Instant } from './dates.ts';
import type { Version } from './desk-api.ts';
import { canonicalText } from './submission.ts';

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
  let answer: Answer<Version[AnswerName]> | undefined;
  for (const [index, version] of inOrderSaid(versions).entries()) {
    const value = version[name];
    if (value === undefined || (answer && isSame(answer.value, value))) continue;
    const came = answer ? 'changed' : index === 0 ? 'first' : 'added';
    answer = { value, saidAt: version.receivedAt, came };
  }
  return answer;
}

// Those whom the council may tell are a set: chosen in another order they are the same.
function isSame(one: unknown, other: unknown): boolean {
  const text = (value: unknown) => canonicalText(Array.isArray(value) ? [...value].sort() : value);
  return text(one) === text(other);
}
