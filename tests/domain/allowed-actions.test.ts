import { describe, expect, test } from 'vitest';
import { allowedActions, refusalOf } from '../../src/domain/allowed-actions.ts';
import { type ActionName, actionNames } from '../../src/domain/case-actions.ts';
import { type CaseState, lines, phases } from '../../src/domain/case-state.ts';
import { type ByPhase, expectedByPhase, groups } from './expected-actions.ts';

/** Every state that there can be: each phase with each combination of what runs beside it. */
function everyState(): CaseState[] {
  let states: object[] = phases.map((phase) => ({ phase }));
  for (const [line, each] of Object.entries(lines)) {
    states = states.flatMap((state) => each.map((value) => ({ ...state, [line]: value })));
  }
  return states as CaseState[];
}

const advocateIsNot =
  (...each: CaseState['advocate'][]) =>
  (it: CaseState) =>
    each.includes(it.advocate) ? 'already-done' : 'allowed';
const onlyWhenNamed = (it: CaseState) => (it.named === 'somebody' ? 'allowed' : 'nobody-named');
const onlyWhileGoing = (it: CaseState) => (it.rest === 'resting' ? 'case-rests' : 'allowed');

/** What runs beside the phases and forbids something, written out. */
const besideThePhase: Partial<Record<ActionName, (it: CaseState) => string>> = {
  'accept-safety': ({ safety }) => ({ none: 'not-raised', open: 'allowed', seen: 'already-done' })[safety],
  'note-worse': ({ worse }) => (worse === 'open' ? 'allowed' : 'not-raised'),
  'match-named-person': onlyWhenNamed,
  'named-person-not-staff': onlyWhenNamed,
  'ask-safety-access': (it) => (it.safety === 'open' ? onlyWhenNamed(it) : 'no-open-concern'),
  'agree-safety-access': ({ safety, safetyAccess }) => {
    if (safety !== 'open') return 'no-open-concern';
    return safetyAccess === 'asked' ? 'allowed' : 'not-yet';
  },
  'request-advocate': advocateIsNot('requested', 'referred'),
  'refer-advocate': advocateIsNot('referred'),
  'accept-advocate': advocateIsNot('accepted', 'met'),
  'meet-advocate': ({ advocate }) =>
    ({ none: 'not-yet', requested: 'not-yet', referred: 'not-yet', accepted: 'allowed', met: 'already-done' })[
      advocate
    ],
  extend: ({ extension }) => (extension === 'possible' ? 'allowed' : 'past-limit'),
  pause: ({ extension }) => (extension === 'late' ? 'past-limit' : 'allowed'),
  resume: ({ rest }) => (rest === 'resting' ? 'allowed' : 'not-resting'),
  'answer-stage1': (it) => (it.rest === 'going' && it.route === 'none' ? 'not-yet' : onlyWhileGoing(it)),
  'answer-stage2': onlyWhileGoing,
  'hold-panel': onlyWhileGoing,
  'answer-stage3': onlyWhileGoing,
  'acknowledge-stage2': ({ stage2Letter }) => (stage2Letter === 'sent' ? 'already-done' : 'allowed'),
  'ask-ombudsman': ({ ombudsman }) => (ombudsman === 'asked' ? 'already-done' : 'allowed'),
  'answer-ombudsman': ({ ombudsman }) =>
    ({ 'not-asked': 'not-yet', asked: 'allowed', answered: 'already-done' })[ombudsman],
  'finish-learning': ({ learning }) => ({ none: 'not-yet', open: 'allowed', done: 'already-done' })[learning],
};

function inPhase(action: ActionName, phase: CaseState['phase']): string {
  const row: ByPhase = expectedByPhase[action];
  const found = Object.entries(row).filter(([, where]) => where?.includes(phase));
  expect(found.length, `${action} in ${phase} stands in the expectations once`).toBe(1);
  return found[0]?.[0] ?? '';
}

describe('the table of what follows what', () => {
  const states = everyState();

  test('has every phase in one group of the expectations', () => {
    expect(Object.values(groups).flat().sort()).toEqual([...phases].sort());
  });

  test('has as many states as its parts multiply to', () => {
    expect(states).toHaveLength(24 * 2 * 3 * 5 * 3 * 2 * 2 * 2 * 2 * 2 * 3 * 3);
  });

  for (const action of actionNames) {
    test(`says of ${action}, in every state, what is expected`, () => {
      const wrong = new Set<string>();
      const expected = new Map(phases.map((phase) => [phase, inPhase(action, phase)]));
      for (const state of states) {
        const byPhase = expected.get(state.phase) ?? '';
        const should = byPhase === 'allowed' ? (besideThePhase[action]?.(state) ?? 'allowed') : byPhase;
        const is = refusalOf(state, action) ?? 'allowed';
        if (is !== should) wrong.add(`${state.phase}: ${is}, not ${should}`);
      }
      expect([...wrong]).toEqual([]);
    });
  }

  test('lists as allowed exactly what it does not refuse', () => {
    for (const state of states.filter((_, index) => index % 37 === 0)) {
      const refused = actionNames.filter((action) => refusalOf(state, action) !== undefined);
      expect([...allowedActions(state), ...refused].sort()).toEqual([...actionNames].sort());
    }
  });
});
