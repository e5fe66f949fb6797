import * as z from 'zod/mini';
import { inOrderSaid } from './answers.ts';
import { Letter, Reference } from './api.ts';
import { type CaseEvent, type CaseEventType, caseEventTypes, dateHappened, receipt } from './case-events.ts';
import { Instant, IsoDate, londonDate } from './dates.ts';
import { Version } from './desk-api.ts';
import { withoutNow } from './how-things-are.ts';
import { type Procedure, rulesOf } from './procedure.ts';
import { RecordedBy } from './recording.ts';
import { Route } from './routes.ts';
import { kindOf } from './standing.ts';
import { lettersOf } from './status.ts';
import { Step } from './steps.ts';
import { Kind, type SaidBack, type TypedBy } from './submission.ts';
import { confirmedRoute, timelineOf } from './timeline.ts';

/**
 * A case on paper, for an investigating officer or an independent person. What they are not to see is not in it, rather
 * than hidden: whoever sends the copy on as a file sends no more than what stands on the page.
 */

/** What an officer may put in beside what every copy has. */
export const CopyPart = z.enum([
  /** Of the person, of the child it is about and of who helps. */
  'names',
  /** What the council wrote to the person and what they wrote to the team. */
  'letters',
  /** Why staff did what they did, and how they judged maturity. */
  'notes',
  /** That somebody was said not to be safe, where they were, and what was done. */
  'safety',
  /** How to reach the person, with when that is safe: one is never there without the other. */
  'contact',
]);
export type CopyPart = z.infer<typeof CopyPart>;

/** What is in it unless the officer chooses otherwise. */
export const usualParts: readonly CopyPart[] = ['names', 'letters'];

/** Something that happened, with as much of it as the copy shows. */
export const CopiedEvent = z.looseObject({
  type: z.enum(caseEventTypes as [CaseEventType, ...CaseEventType[]]),
  at: Instant,
  on: z.optional(IsoDate),
  by: z.optional(z.string()),
});
export type CopiedEvent = z.infer<typeof CopiedEvent>;

export const InvestigatorCopy = z.object({
  reference: Reference,
  kind: Kind,
  route: z.nullable(Route),
  receivedAt: Instant,
  /** How it reached staff; null from the app. */
  recorded: z.nullable(z.object({ ...RecordedBy.shape, on: IsoDate })),
  /** Which parts are in it. */
  parts: z.array(CopyPart),
  /** Everything that was said, every version of it, in the order in which it was said. */
  versions: z.array(Version),
  timeline: z.array(Step),
  history: z.array(CopiedEvent),
  letters: z.array(Letter),
  asOf: IsoDate,
  at: Instant,
});
export type InvestigatorCopy = z.infer<typeof InvestigatorCopy>;

/** Parts as an address names them: codes with commas between them, or nothing. */
export const CopyQuery = z.strictObject({
  parts: z.pipe(
    z.pipe(
      z.string().check(z.maxLength(200)),
      z.transform((text) => (text === '' ? [] : text.split(','))),
    ),
    z.array(CopyPart),
  ),
});

interface Copied {
  reference: string;
  events: readonly CaseEvent[];
  /** Oldest first. */
  versions: readonly Version[];
}

export function investigatorCopy(
  copied: Copied,
  parts: readonly CopyPart[],
  procedure: Procedure,
  at: Instant,
): InvestigatorCopy {
  const { reference, events, versions } = withoutNow(copied);
  const first = receipt(events);
  const asOf = londonDate(at);
  const chosen = new Set(parts);
  return {
    reference,
    kind: kindOf(events),
    route: confirmedRoute(events) ?? null,
    receivedAt: first.at,
    recorded: first.recorded ? { ...first.recorded, on: dateHappened(first) } : null,
    parts: CopyPart.options.filter((part) => chosen.has(part)),
    versions: inOrderSaid(versions).map((version) => copiedVersion(version, chosen)),
    timeline: timelineOf(events, rulesOf(procedure, first.editions), asOf),
    history: events.flatMap((event) => copiedEvent(event, chosen)),
    letters: chosen.has('letters') ? lettersOf(events) : [],
    asOf,
    at,
  };
}

/**
 * With which part each answer comes; `always` in every copy, `never` in none. Whoever must not handle a case may be
 * just the person who is handed the paper.
 */
const answers: { [Name in keyof Version]-?: CopyPart | 'always' | 'never' } = {
  receivedAt: 'always',
  kind: 'always',
  words: 'always',
  wanted: 'always',
  // What was said by pictures was said.
  ...{ aboutWhat: 'always', feeling: 'always', better: 'always', thankWhom: 'always', whatWasGood: 'always' },
  addition: 'always',
  language: 'always',
  writtenAt: 'always',
  register: 'always',
  voice: 'always',
  whoseWords: 'always',
  agreement: 'always',
  relation: 'always',
  advocate: 'always',
  service: 'always',
  person: 'always',
  mayTell: 'always',
  court: 'always',
  // Of the answers that are in the copy, and without the name of who helps unless names are asked for.
  ...{ typedBy: 'always', saidBack: 'always' },
  asksFor: 'always',
  asksWhy: 'always',
  // Without the names in it, unless they are asked for.
  about: 'always',
  name: 'names',
  trusted: 'names',
  // Without how to reach them, unless that is asked for.
  helper: 'names',
  message: 'letters',
  safe: 'safety',
  whereNow: 'safety',
  reply: 'contact',
  // For the complaints team alone.
  now: 'never',
  notThisPerson: 'never',
  notThisRole: 'never',
  helperMaySee: 'never',
  helperEnded: 'never',
};

function copiedVersion(version: Version, chosen: ReadonlySet<CopyPart>): Version {
  const isCopied: IsCopied = (name) => {
    const part = answers[name as keyof Version] ?? 'never';
    return part === 'always' || (part !== 'never' && chosen.has(part));
  };
  const { typedBy, saidBack, ...copied } = Object.fromEntries(
    Object.entries(version).filter(([name]) => isCopied(name)),
  ) as Version;
  return {
    ...copied,
    // That something was said, and by whom, would tell of what is not in the copy.
    ...(typedBy && copiedMarks(typedBy, isCopied, chosen.has('names'))),
    ...(saidBack && copiedPoints(saidBack, isCopied)),
    ...(copied.about && { about: chosen.has('names') ? copied.about : { who: copied.about.who } }),
    ...(copied.helper && { helper: chosen.has('contact') ? copied.helper : without(copied.helper, 'contact') }),
  };
}

type IsCopied = (name: string) => boolean;

function copiedMarks(
  { who, answers: marks }: TypedBy,
  isCopied: IsCopied,
  hasNames: boolean,
): Pick<Version, 'typedBy'> {
  const kept = Object.entries(marks).filter(([name]) => isCopied(name));
  if (kept.length === 0) return {};
  return { typedBy: { ...(who !== undefined && hasNames && { who }), answers: Object.fromEntries(kept) } };
}

function copiedPoints({ at, points }: SaidBack, isCopied: IsCopied): Pick<Version, 'saidBack'> {
  const kept = points.filter(({ name }) => isCopied(name));
  return kept.length > 0 ? { saidBack: { at, points: kept } } : {};
}

/** What of an event is copied; an event that is not named here is in no copy. */
const fields: Partial<Record<CaseEventType, { always?: readonly string[]; notes?: readonly string[] }>> = {
  received: {},
  'further-version': {},
  'next-step-asked': { always: ['for'] },
  acknowledged: { always: ['told'] },
  'passed-on': {},
  'route-confirmed': { always: ['route'], notes: ['reason'] },
  'route-refused': { always: ['comeAgainOn', 'told'], notes: ['reason'] },
  'kind-changed': { always: ['kind'], notes: ['reason'] },
  'consent-recorded': { always: ['agrees', 'who', 'how'] },
  'maturity-judged': { notes: ['canDecide', 'why'] },
  'advocate-requested': {},
  'advocate-referred': { always: ['service'] },
  'advocate-accepted': { always: ['name'] },
  'advocate-met': {},
  extended: { always: ['stage', 'until'], notes: ['reason'] },
  paused: { always: ['reason'] },
  resumed: {},
  'stage1-answered': { always: ['told'] },
  'stage2-requested': { notes: ['reason'] },
  'stage2-acknowledged': { always: ['told'] },
  'stage2-appointed': { always: ['investigatingOfficer', 'independentPerson'] },
  'stage2-statement-agreed': {},
  'stage2-reported': {},
  'stage2-responded': { always: ['told'] },
  'stage3-requested': { notes: ['reason'] },
  'stage3-panel-appointed': { always: ['people', 'meetsOn'] },
  'stage3-panel-met': {},
  'stage3-panel-reported': {},
  'stage3-responded': { always: ['told'] },
  'ombudsman-asked': {},
  'ombudsman-answered': {},
  withdrawn: { notes: ['reason'] },
  closed: { always: ['outcome', 'category', 'themes', 'learning', 'actions'] },
  'learning-done': { always: ['what'] },
  reopened: { notes: ['reason'] },
};
const ofSafety: ReadonlySet<CaseEventType> = new Set(['safety-raised', 'safety-accepted']);
const ofNotes: ReadonlySet<CaseEventType> = new Set(['maturity-judged']);
const base = ['type', 'at', 'on', 'by'];

function copiedEvent(event: CaseEvent, chosen: ReadonlySet<CopyPart>): CopiedEvent[] {
  if (ofSafety.has(event.type)) return chosen.has('safety') ? [event] : [];
  const row = fields[event.type];
  if (!row || (ofNotes.has(event.type) && !chosen.has('notes'))) return [];
  const kept = new Set([...base, ...(row.always ?? []), ...(chosen.has('notes') ? (row.notes ?? []) : [])]);
  return [CopiedEvent.parse(Object.fromEntries(Object.entries(event).filter(([name]) => kept.has(name))))];
}

function without<Value extends object, Name extends keyof Value>(value: Value, name: Name): Omit<Value, Name> {
  const { [name]: _, ...others } = value;
  return others;
}
