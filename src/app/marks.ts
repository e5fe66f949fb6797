import { type AnswerName, type Answers, isSaid, isTyped } from '../device/answers.ts';
import type { Draft } from '../device/drafts.ts';
import { type Agreed, type Mark, PointName, type TypedBy } from '../domain/submission.ts';
import { cleanWords, mostInLine } from '../domain/text.ts';
import { givenBy, isQuestion, stepAfter } from './journey.ts';
import { whose } from './speaker.ts';

/** Whose words each answer is, and what of it was said back: kept beside the answers, in the draft. */

/** Says of the other answers how they came about. */
const beside: ReadonlySet<string> = new Set<AnswerName>([
  'register',
  'withMe',
  'withMeWho',
  'marks',
  'saidBack',
  'later',
]);

/** A draft with what was just answered in it, marked with who is there. What was said back before is changed by it. */
export function answered(draft: Draft, part: Answers): Pick<Draft, 'answers' | 'seen'> {
  const { answers, seen, isAddition } = draft;
  const { marks: _, saidBack: __, ...others } = answers;
  const given = (Object.keys(part) as AnswerName[]).filter((name) => !beside.has(name));
  const changed = given.filter((name) => part[name] !== answers[name]);
  const marks = { ...answers.marks };
  for (const name of given) {
    if (!isTyped(name) || changed.includes(name)) setMark(marks, name, markOf(name, answers, part));
  }
  const after = { ...others, ...part, ...filled({ marks, saidBack: saidBackAfter(answers, changed) }) };
  // Nobody helps any more: what was kept for now is asked after all. What is added is chosen one by one.
  const kept = part.withMe === 'nobody' && !isAddition ? answers.later : undefined;
  return kept
    ? { answers: { ...after, later: [] }, seen: seen.filter((step) => !kept.includes(step)) }
    : { answers: after, seen };
}

function saidBackAfter({ saidBack = {} }: Answers, changed: readonly AnswerName[]): Record<string, Agreed> {
  const points = Object.entries(saidBack).map(([step, is]) => {
    const isChanged = isQuestion(step) && givenBy(step).some((name) => changed.includes(name));
    return [step, isChanged ? 'changed' : is] as const;
  });
  return Object.fromEntries(points);
}

function filled<Parts extends Record<string, object>>(parts: Parts): Partial<Parts> {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0)) as Partial<Parts>;
}

// What two have written at is of both; what was taken out is nobody's.
function markOf(name: AnswerName, { withMe, marks, ...answers }: Answers, part: Answers): Mark | undefined {
  if (!isSaid(part[name]) || !withMe || whose(answers) === 'child') return undefined;
  const by = withMe === 'someone' ? 'someone' : 'me';
  const before = isTyped(name) && isSaid(answers[name as keyof typeof answers]) ? (marks?.[name] ?? 'me') : by;
  return before === by ? by : 'both';
}

function setMark(marks: Record<string, Mark>, name: string, mark: Mark | undefined): void {
  if (mark) marks[name] = mark;
  else delete marks[name];
}

/** Goes past the present question, which is kept for when nobody helps. What was written there stays, and is sent. */
export function keptForLater(draft: Draft): Pick<Draft, 'answers' | 'seen' | 'step'> {
  const { answers, step, seen } = draft;
  const after = {
    answers: { ...answers, later: [...new Set([...(answers.later ?? []), step])] },
    seen: [...new Set([...seen, step])],
  };
  return { ...after, step: stepAfter({ ...draft, ...after }) };
}

/** Gone on with at another time: whoever helped then need not be there now. */
export function anotherSitting(draft: Draft): Draft {
  const { withMe: _, ...answers } = draft.answers;
  return { ...draft, answers };
}

/** Every point that stands there to be checked has been said back, whatever is changed from here on. */
export function saidBackOnce(answers: Answers, shown: readonly string[]): Answers {
  const points = Object.fromEntries(shown.map((step) => [step, 'shown' as const]));
  return { ...answers, saidBack: { ...points, ...answers.saidBack } };
}

/** Ticks a point as right, or takes the tick back. */
export function ticked({ saidBack = {}, ...answers }: Answers, step: string): Answers {
  return { ...answers, saidBack: { ...saidBack, [step]: saidBack[step] === 'right' ? 'shown' : 'right' } };
}

/** Several answers here that are one as it is sent. */
const sentWithin: Partial<Record<AnswerName, PointName>> = {
  ...{ replyBy: 'reply', replyTo: 'reply', replyWhen: 'reply', replyWhoElse: 'reply' },
  ...{ aboutWho: 'about', aboutName: 'about' },
  ...{ knows: 'agreement', agrees: 'agreement', askedBy: 'agreement', askedHow: 'agreement' },
  ...{ askedOn: 'agreement', agreementWhy: 'agreement' },
  ...{ helperName: 'helper', helperOrganisation: 'helper', helperContact: 'helper' },
};

/** An answer's name as it is sent; undefined for what is not sent as an answer. */
export function sentAs(name: AnswerName): PointName | undefined {
  return sentWithin[name] ?? PointName.safeParse(name).data;
}

/** Who typed what a question gives: both, when it was not one of them alone. */
export function markOn(answers: Answers, names: readonly AnswerName[]): Mark | undefined {
  const marks = new Set(names.flatMap((name) => (isSaid(answers[name]) ? (answers.marks?.[name] ?? []) : [])));
  return marks.size > 1 ? 'both' : [...marks][0];
}

/** Whose words the answers are that are sent; undefined when nobody has said who is with them. */
export function typedByOf(draft: Answers, counted: Answers): TypedBy | undefined {
  if (whose(draft) === 'child') return undefined;
  const byPoint = Map.groupBy(Object.keys(counted) as AnswerName[], sentAs);
  const marks = [...byPoint].flatMap(([point, names]) => {
    const mark = point && markOn({ ...counted, marks: draft.marks }, names);
    return mark ? [[point, mark] as const] : [];
  });
  if (marks.length === 0) return undefined;
  const who = cleanWords(draft.withMeWho ?? '');
  const isHelped = marks.some(([, mark]) => mark !== 'me');
  return { ...(who && isHelped && { who }), answers: Object.fromEntries(marks) };
}

/** As much of a name as can be sent. */
export function nameToSend(typed: string): string {
  return [...typed].slice(0, mostInLine).join('');
}

/** Two tabs' marks and what they keep for later, for the answers that were put together of theirs. */
export function marksTogether(theirs: Answers, ours: Answers, both: Answers): Answers {
  const marks: Record<string, Mark> = {};
  for (const name of Object.keys(both) as AnswerName[]) setMark(marks, name, markTogether(name, theirs, ours, both));
  const later = [...new Set([...(theirs.later ?? []), ...(ours.later ?? [])])];
  // What one of them ticked was not yet what stands there now.
  const { saidBack: _, marks: __, ...rest } = both;
  return { ...rest, ...filled({ marks, later }) };
}

function markTogether(name: AnswerName, theirs: Answers, ours: Answers, both: Answers): Mark | undefined {
  const [their, our] = [theirs.marks?.[name], ours.marks?.[name]];
  if (both[name] === ours[name]) return our;
  if (both[name] === theirs[name]) return their;
  return their === our ? our : 'both';
}
