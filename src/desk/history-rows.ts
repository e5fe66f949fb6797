import type { AsksFor } from '../domain/asks.ts';
import type { Assignee } from '../domain/assignee.ts';
import type { CaseEventType } from '../domain/case-events.ts';
import type { LearningAction } from '../domain/closing.ts';
import type { Instant, IsoDate } from '../domain/dates.ts';
import type { PublicCouncil } from '../domain/public-council.ts';
import type { Channel } from '../domain/recording.ts';
import type { Now } from '../domain/submission.ts';
import { shortDate } from './dates.ts';
import { isAboutName, nameRows } from './history-names.ts';
import { type DeskKey, deskWords } from './words.ts';

/** An event, or as much of one as a copy shows. */
export interface Happening {
  type: CaseEventType;
  at: Instant;
  on?: IsoDate | undefined;
  by?: string | undefined;
}

/** What an event says of itself, in words for staff: one row for each of its own fields. */
export interface HistoryRow {
  label: string;
  text: string;
  /** True for what somebody typed. */
  isTyped: boolean;
}

const { t } = deskWords;

type Say = (value: never, today: IsoDate, services: PublicCouncil['services']) => string;

const typed: Record<string, DeskKey> = {
  concern: 'safety.noteConcern',
  action: 'safety.noteAction',
  referredTo: 'safety.noteReferral',
  why: 'act.field.why',
  who: 'act.field.who',
  how: 'act.field.how',
  service: 'act.field.service',
  name: 'act.field.name',
  investigatingOfficer: 'act.field.investigatingOfficer',
  independentPerson: 'act.field.independentPerson',
  learning: 'act.field.learning',
  what: 'act.field.learningDone',
  done: 'safety.noteAction',
};

// Who asked is somebody else than who was asked.
const ofWayBack: Record<string, DeskKey> = { who: 'wayBack.who', how: 'wayBack.how' };

const said: Record<string, [DeskKey, Say]> = {
  kind: ['act.field.kind', (kind: 'complaint') => t(`kind.${kind}`)],
  route: ['acknowledge.route', (route: 'statutory') => t(`route.${route}`)],
  agrees: ['act.field.agrees', (agrees: 'yes') => t(`answer.agrees.${agrees}`)],
  canDecide: ['act.field.canDecide', (can: 'yes') => t(`answer.agrees.${can}`)],
  outcome: ['act.field.outcome', (outcome: 'upheld') => t(`act.outcome.${outcome}`)],
  category: ['act.field.category', (category: 'policy') => t(`act.category.${category}`)],
  endedOthers: ['wayBack.endedOthers', (ended: boolean) => t(`answer.yesNo.${ended ? 'yes' : 'no'}`)],
  asks: ['act.field.asks', (asks: boolean) => t(`answer.yesNo.${asks ? 'yes' : 'no'}`)],
  told: ['act.field.told', (channel: Channel) => t(`record.channels.${channel}`)],
  stage: ['history.stage', (stage: number) => String(stage)],
  said: ['answer.label.safe', (safe: 'no') => t(`answer.yesNo.${safe}`)],
  now: ['now.label', (now: Now) => t(`now.said.${now}`)],
  for: ['history.for', (asked: AsksFor) => t(`asks.for.${asked}`)],
  until: ['act.field.until', (date: IsoDate, today) => shortDate(date, today)],
  comeAgainOn: ['act.field.comeAgainOn', (date: IsoDate, today) => shortDate(date, today)],
  meetsOn: ['act.field.meetsOn', (date: IsoDate, today) => shortDate(date, today)],
  to: ['act.field.to', (to: Assignee, _, services) => assigneeName(to, services)],
  people: ['history.people', (people: string[]) => people.join(', ')],
  themes: ['act.field.themes', (themes: string[]) => themes.join(', ')],
  actions: [
    'history.actions',
    (actions: LearningAction[], today) =>
      actions
        .map(({ what, owner, due }) => t('history.learned', { what, owner, due: shortDate(due, today) }))
        .join('\n'),
  ],
};

export function historyRows(event: Happening, today: IsoDate, services: PublicCouncil['services']): HistoryRow[] {
  if (isAboutName(event)) return nameRows(event, today);
  return Object.entries(event).flatMap(([name, value]: [string, unknown]): HistoryRow[] => {
    if (name === 'reason') return [reasonRow(event, String(value))];
    const label = event.type === 'way-back-given' ? (ofWayBack[name] ?? typed[name]) : typed[name];
    if (label) return [{ label: t(label), text: String(value), isTyped: true }];
    const [key, say] = said[name] ?? [];
    if (!key || !say) return [];
    const text = say(value as never, today, services);
    return text ? [{ label: t(key), text, isTyped: typeof value === 'object' }] : [];
  });
}

function reasonRow({ type }: Happening, reason: string): HistoryRow {
  const label = t('act.field.reason');
  return type === 'paused'
    ? { label, text: t(`act.pause.${reason as 'court'}`), isTyped: false }
    : { label, text: reason, isTyped: true };
}

// A team that the council's file no longer knows is shown by its id.
function assigneeName(to: Assignee, services: PublicCouncil['services']): string {
  if ('staff' in to) return to.name;
  return services.flatMap(({ teams }) => teams).find(({ id }) => id === to.team)?.name ?? to.team;
}
