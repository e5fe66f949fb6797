import { type ActionName, actionNames } from './case-actions.ts';
import { type CaseState, type Lines, type Phase, phases } from './case-state.ts';
import type { ProblemCode } from './problems.ts';

/**
 * The procedure as one table: in which state which action is allowed, and why not in the others. Dates and figures are
 * looked at elsewhere (`plan-action.ts`); here stands only what follows what.
 */

type Cell = ProblemCode | 'allowed';

const cells: Readonly<Record<string, Cell>> = {
  '+': 'allowed',
  d: 'already-done',
  n: 'not-yet',
  o: 'stage-over',
  c: 'case-closed',
  k: 'not-for-this-kind',
  r: 'not-on-this-route',
  f: 'route-fixed',
  l: 'past-limit',
  i: 'nothing-to-rest',
  x: 'not-closed',
};

// The columns are the phases in their order. A compliment or comment: new, acknowledged, passed on before that, done.
// A complaint: new, acknowledged, stage 1, late, answered; stage 2 of the statutory route: requested, appointed,
// agreed, reported, answered; that of the corporate route: running, answered; the panel: requested, appointed, met,
// reported, answered. And over: refused, withdrawn, closed.
const table = `
                    feedback   stage 1      stage 2      corp.  panel        over
  accept-safety       + + + +   + + + + +    + + + + +    + +    + + + + +    + + +
  note-worse          + + + +   + + + + +    + + + + +    + +    + + + + +    + + +
  match-named-person  + + + +   + + + + +    + + + + +    + +    + + + + +    + + +
  named-person-not-staff + + + + + + + + +    + + + + +    + +    + + + + +    + + +
  ask-safety-access   + + + +   + + + + +    + + + + +    + +    + + + + +    + + +
  agree-safety-access + + + +   + + + + +    + + + + +    + +    + + + + +    + + +
  acknowledge         + d + d   + d d d d    d d d d d    d d    d d d d d    c c c
  pass-on             + + d d   k k k k k    k k k k k    k k    k k k k k    c c c
  set-route           k k k k   n + + + f    f f f f f    f f    f f f f f    c c c
  refuse              k k k k   + + + + o    o o o o o    o o    o o o o o    d c c
  change-kind         + + + +   + + + + o    o o o o o    o o    o o o o o    c c c
  assign              + + + +   + + + + +    + + + + +    + +    + + + + +    c c c
  record-consent      + + + +   + + + + +    + + + + +    + +    + + + + +    c c c
  judge-maturity      + + + +   + + + + +    + + + + +    + +    + + + + +    c c c
  request-advocate    + + + +   + + + + +    + + + + +    + +    + + + + +    + + +
  refer-advocate      + + + +   + + + + +    + + + + +    + +    + + + + +    + + +
  accept-advocate     + + + +   + + + + +    + + + + +    + +    + + + + +    + + +
  meet-advocate       + + + +   + + + + +    + + + + +    + +    + + + + +    + + +
  write-message       + + + +   + + + + +    + + + + +    + +    + + + + +    + + +
  extend              k k k k   n n + l o    + + + + o    + o    o o o o o    c c c
  pause               k k k k   n + + l i    + + + + i    + i    + + + + i    c c c
  resume              k k k k   + + + + +    + + + + +    + +    + + + + +    c c c
  answer-stage1       k k k k   n n + + d    o o o o o    o o    o o o o o    c c c
  request-stage2      k k k k   n n n + +    d d d d d    d d    d d d d d    c c c
  acknowledge-stage2  k k k k   n n n n n    + + + + o    + o    o o o o o    c c c
  appoint-stage2      k k k k   n n n n n    + + + o o    + o    o o o o o    c c c
  agree-statement     k k k k   n n n n n    n + d o o    r r    o o o o o    c c c
  report-stage2       k k k k   n n n n n    n + + d o    r r    o o o o o    c c c
  answer-stage2       k k k k   n n n n n    n n n + d    + d    o o o o o    c c c
  request-stage3      k k k k   n n n n n    n n n n +    r r    d d d d d    c c c
  appoint-panel       k k k k   n n n n n    n n n n n    r r    + + o o o    c c c
  hold-panel          k k k k   n n n n n    n n n n n    r r    n + d o o    c c c
  report-panel        k k k k   n n n n n    n n n n n    r r    n n + d o    c c c
  answer-stage3       k k k k   n n n n n    n n n n n    r r    n n n + d    c c c
  ask-ombudsman       k k k k   + + + + +    + + + + +    + +    + + + + +    + + +
  answer-ombudsman    k k k k   + + + + +    + + + + +    + +    + + + + +    + + +
  withdraw            + + + o   + + + + o    + + + + o    + o    + + + + o    c d c
  close               n n n +   n n n n +    n n n n +    n +    n n n n +    + + d
  finish-learning     + + + +   + + + + +    + + + + +    + +    + + + + +    + + +
  reopen              x x x x   x x x x x    x x x x x    x x    x x x x x    + + +
`;

type Row = ReadonlyMap<Phase, Cell>;
const byPhase: ReadonlyMap<string, Row> = new Map(
  table
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [name = '', ...signs] = line.trim().split(/\s+/);
      return [name, new Map(phases.map((phase, index) => [phase, cells[signs[index] ?? ''] ?? unreadable(name)]))];
    }),
);

function unreadable(name: string): never {
  throw new Error(`The table of actions cannot be read at "${name}".`);
}

/** What else an action depends on, beside the phase. A state that is not named allows it. */
const byLine: {
  readonly [Name in ActionName]?: { readonly [Line in keyof Lines]?: Partial<Record<Lines[Line], Cell>> };
} = {
  'accept-safety': { safety: { none: 'not-raised', seen: 'already-done' } },
  'note-worse': { worse: { none: 'not-raised' } },
  'match-named-person': { named: { nobody: 'nobody-named' } },
  'named-person-not-staff': { named: { nobody: 'nobody-named' } },
  'ask-safety-access': {
    safety: { none: 'no-open-concern', seen: 'no-open-concern' },
    named: { nobody: 'nobody-named' },
  },
  'agree-safety-access': {
    safety: { none: 'no-open-concern', seen: 'no-open-concern' },
    safetyAccess: { 'not-asked': 'not-yet' },
  },
  'request-advocate': { advocate: { requested: 'already-done', referred: 'already-done' } },
  'refer-advocate': { advocate: { referred: 'already-done' } },
  'accept-advocate': { advocate: { accepted: 'already-done', met: 'already-done' } },
  'meet-advocate': { advocate: { none: 'not-yet', requested: 'not-yet', referred: 'not-yet', met: 'already-done' } },
  extend: { extension: { exhausted: 'past-limit', late: 'past-limit' } },
  pause: { extension: { late: 'past-limit' } },
  resume: { rest: { going: 'not-resting' } },
  // Under which rules it was answered must be known; stage 2 names the route with which it is asked for.
  'answer-stage1': { rest: { resting: 'case-rests' }, route: { none: 'not-yet' } },
  'answer-stage2': { rest: { resting: 'case-rests' } },
  'hold-panel': { rest: { resting: 'case-rests' } },
  'answer-stage3': { rest: { resting: 'case-rests' } },
  'acknowledge-stage2': { stage2Letter: { sent: 'already-done' } },
  'ask-ombudsman': { ombudsman: { asked: 'already-done' } },
  'answer-ombudsman': { ombudsman: { 'not-asked': 'not-yet', answered: 'already-done' } },
  'finish-learning': { learning: { none: 'not-yet', done: 'already-done' } },
};

/** Why an action is not allowed in a state; undefined when it is. */
export function refusalOf(state: CaseState, action: ActionName): ProblemCode | undefined {
  const inPhase = byPhase.get(action)?.get(state.phase) ?? unreadable(action);
  if (inPhase !== 'allowed') return inPhase;
  for (const [line, row] of Object.entries(byLine[action] ?? {})) {
    const cell = (row as Partial<Record<string, Cell>>)[state[line as keyof Lines]];
    if (cell && cell !== 'allowed') return cell;
  }
  return undefined;
}

/** Everything that may be done in a state, in the order of the procedure. */
export function allowedActions(state: CaseState): ActionName[] {
  return actionNames.filter((action) => refusalOf(state, action) === undefined);
}
