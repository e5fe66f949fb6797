import type { AsksFor } from '../domain/asks.ts';
import type { ActionName } from '../domain/case-actions.ts';
import { Agreed, PauseReason } from '../domain/case-events.ts';
import { Outcome, ProblemCategory } from '../domain/closing.ts';
import { addDays, type IsoDate, londonDate } from '../domain/dates.ts';
import type { Assignees, CaseDetail } from '../domain/desk-api.ts';
import type { PublicCouncil } from '../domain/public-council.ts';
import { Kind } from '../domain/submission.ts';
import { shortDate } from './dates.ts';
import { ahead, dayField, toldField } from './day-fields.ts';
import { keptFrom } from './kept-from.ts';
import { type DeskKey, deskWords } from './words.ts';

/** What each action asks for, in the order of its form. A field is named as the API has it; parts of lists by dots. */

export interface ActField {
  name: string;
  label: string;
  /** A route has a form of its own, which tells what each would mean. */
  as: 'line' | 'words' | 'date' | 'letter' | 'route' | Option[];
  isOptional?: boolean;
  min?: IsoDate | undefined;
  max?: IsoDate | undefined;
  /** What stands in it until something else is written. */
  suggested?: string | undefined;
}

export interface Option {
  value: string;
  label: string;
}

export interface FieldPlace {
  it: CaseDetail;
  services: PublicCouncil['services'];
  staff: Assignees['staff'];
  /** How many actions of learning there is room for. */
  learningRows: number;
  /** The day that stands in the form, if one does. */
  day?: string | undefined;
}

const { t } = deskWords;

const words = (name: string, label: DeskKey, isOptional = false): ActField => ({
  name,
  label: t(label),
  as: 'words',
  isOptional,
});
const line = (name: string, label: DeskKey, isOptional = false): ActField => ({
  name,
  label: t(label),
  as: 'line',
  isOptional,
});
const letter: ActField = { name: 'message', label: t('letter.label'), as: 'letter' };
const mayWrite: ActField = { ...letter, isOptional: true };

function choice<Value extends string>(
  name: string,
  label: DeskKey,
  values: readonly Value[],
  say: (value: Value) => string,
): ActField {
  return { name, label: t(label), as: values.map((value) => ({ value, label: say(value) })) };
}

const on = ({ it }: FieldPlace) => dayField(it);

type Fields = (place: FieldPlace) => ActField[];
const dated: Fields = (place) => [on(place)];
const answer: Fields = (place) => [letter, on(place), ...toldField(place.it, place.day)];
const mayWriteDated: Fields = (place) => [mayWrite, on(place)];
const lateRequest =
  (asked: AsksFor): Fields =>
  (place) => [{ ...on(place), suggested: askedOn(place.it, asked) }, words('reason', 'act.field.lateReason', true)];

// The day on which the person asked in the app is the day from which it counts.
function askedOn({ asks }: CaseDetail, asked: AsksFor): IsoDate | undefined {
  const ask = asks.findLast((each) => each.for === asked && each.waits);
  return ask && londonDate(ask.at);
}

const fields: Record<ActionName, Fields> = {
  'accept-safety': () => [
    words('concern', 'acceptSafety.concern'),
    words('done', 'acceptSafety.action'),
    line('referredTo', 'acceptSafety.referredTo', true),
  ],
  'note-worse': () => [words('done', 'acceptSafety.action')],
  // These have forms of their own, beside the names.
  'match-named-person': () => [],
  'named-person-not-staff': () => [],
  'ask-safety-access': () => [],
  'agree-safety-access': () => [],
  acknowledge: () => [letter],
  'pass-on': () => [mayWrite],
  'set-route': ({ it }) => [
    { name: 'route', label: t('acknowledge.route'), as: 'route' },
    words('reason', 'act.field.reason', it.route === null),
    mayWrite,
  ],
  refuse: ({ it }) => [
    words('reason', 'act.field.reason'),
    ahead('comeAgainOn', t('act.field.comeAgainOn'), addDays(it.asOf, 1), it.asOf),
    letter,
  ],
  'change-kind': ({ it }) => [
    choice(
      'kind',
      'act.field.kind',
      Kind.options.filter((each) => each !== it.kind),
      (each) => t(`kind.${each}`),
    ),
    words('reason', 'act.field.reason'),
    letter,
  ],
  assign: ({ it, staff, services }) => [
    {
      name: 'to',
      label: t('act.field.to'),
      as: [
        ...staff.filter(isOpenTo(it)).map(({ id, name }) => ({ value: `staff:${id}`, label: name })),
        ...services.flatMap(({ teams }) => teams).map(({ id, name }) => ({ value: `team:${id}`, label: name })),
      ],
    },
  ],
  'record-consent': (place) => [
    line('who', 'act.field.who'),
    choice('agrees', 'act.field.agrees', Agreed.options, (each) => t(`answer.agrees.${each}`)),
    line('how', 'act.field.how'),
    on(place),
  ],
  'judge-maturity': (place) => [
    choice('canDecide', 'act.field.canDecide', Agreed.options, (each) => t(`answer.agrees.${each}`)),
    words('why', 'act.field.why'),
    on(place),
  ],
  'request-advocate': mayWriteDated,
  'refer-advocate': (place) => [line('service', 'act.field.service'), ...mayWriteDated(place)],
  'accept-advocate': (place) => [line('name', 'act.field.name'), ...mayWriteDated(place)],
  'meet-advocate': dated,
  'write-message': () => [
    letter,
    choice('asks', 'act.field.asks', ['yes', 'no'] as const, (each) => t(`answer.yesNo.${each}`)),
  ],
  extend: ({ it }) => [
    { name: 'until', label: t('act.field.until'), as: 'date', min: it.extension?.from, max: it.extension?.to },
    words('reason', 'act.field.reason'),
    letter,
  ],
  pause: (place) => [
    choice('reason', 'act.field.pauseReason', PauseReason.options, (each) => t(`act.pause.${each}`)),
    ...mayWriteDated(place),
  ],
  resume: mayWriteDated,
  'answer-stage1': answer,
  'request-stage2': (place) => [
    ...(place.it.route === null ? [{ name: 'route', label: t('acknowledge.route'), as: 'route' as const }] : []),
    ...lateRequest('stage2')(place),
  ],
  'acknowledge-stage2': answer,
  'appoint-stage2': (place) => [
    line('investigatingOfficer', 'act.field.investigatingOfficer'),
    ...(place.it.route === 'statutory' ? [line('independentPerson', 'act.field.independentPerson')] : []),
    ...mayWriteDated(place),
  ],
  'agree-statement': dated,
  'report-stage2': dated,
  'answer-stage2': answer,
  'request-stage3': lateRequest('stage3'),
  'appoint-panel': (place) => [
    ...[0, 1, 2].map((index) => ({
      name: `people.${index}`,
      label: t('act.field.person', { number: index + 1 }),
      as: 'line' as const,
    })),
    { ...ahead('meetsOn', t('act.field.meetsOn'), place.it.asOf, place.it.asOf), isOptional: true },
    ...mayWriteDated(place),
  ],
  'hold-panel': dated,
  'report-panel': dated,
  'answer-stage3': answer,
  'ask-ombudsman': dated,
  'answer-ombudsman': dated,
  withdraw: (place) => [words('reason', 'act.field.reason', true), ...mayWriteDated(place)],
  close: (place) => [
    choice('outcome', 'act.field.outcome', outcomesOf(place.it), (each) => t(`act.outcome.${each}`)),
    ...(place.it.kind === 'complaint'
      ? [choice('category', 'act.field.category', ProblemCategory.options, (each) => t(`act.category.${each}`))]
      : []),
    words('themes', 'act.field.themes', true),
    ...(place.it.kind === 'complaint' ? [words('learning', 'act.field.learning'), ...learning(place)] : []),
    ...mayWriteDated(place),
  ],
  'finish-learning': (place) => [
    {
      name: 'number',
      label: t('act.field.learningDone'),
      as: place.it.learning
        .filter(({ doneOn }) => !doneOn)
        .map(({ number, what, owner, due }) => ({
          value: String(number),
          label: t('act.learningChoice', { what, owner, due: shortDate(due, place.it.asOf) }),
        })),
    },
    on(place),
  ],
  reopen: (place) => [words('reason', 'act.field.reason'), ...mayWriteDated(place)],
};

/** It is given to nobody from whom it is kept. */
function isOpenTo(it: CaseDetail): (colleague: { id: string }) => boolean {
  const kept = new Set(keptFrom(it).map(({ id }) => id));
  return ({ id }) => !kept.has(id);
}

// Only what the procedure lets a case end with: a withdrawn one is withdrawn, and feedback has no finding.
function outcomesOf({ kind, history }: CaseDetail): Outcome[] {
  const reopened = history.findLastIndex(({ type }) => type === 'reopened');
  const types = new Set(history.slice(reopened + 1).map(({ type }) => type));
  if (types.has('withdrawn')) return ['withdrawn'];
  if (kind !== 'complaint' || types.has('route-refused')) return ['no-finding'];
  return Outcome.options.filter((each) => each !== 'withdrawn');
}

function learning({ it, learningRows }: FieldPlace): ActField[] {
  return Array.from({ length: learningRows }, (_, index) => index).flatMap((index) => {
    const number = { number: index + 1 };
    const isOptional = index > 0;
    return [
      { name: `actions.${index}.what`, label: t('act.field.what', number), as: 'line', isOptional },
      { name: `actions.${index}.owner`, label: t('act.field.owner', number), as: 'line', isOptional },
      { ...ahead(`actions.${index}.due`, t('act.field.due', number), it.asOf, it.asOf), isOptional },
    ] satisfies ActField[];
  });
}

export function fieldsOfAction(action: ActionName, place: FieldPlace): ActField[] {
  return fields[action](place);
}
