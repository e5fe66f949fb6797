import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowedActions } from '../../src/domain/allowed-actions.ts';
import { CaseAction } from '../../src/domain/case-actions.ts';
import { CaseEvent, type CaseEventType, caseEventTypes, dateHappened } from '../../src/domain/case-events.ts';
import { stateOf } from '../../src/domain/case-state.ts';
import { addDays, type IsoDate } from '../../src/domain/dates.ts';
import { type Acting, planAction } from '../../src/domain/plan-action.ts';
import { editionsInForce, rulesOf } from '../../src/domain/procedure.ts';
import { kindOf } from '../../src/domain/standing.ts';
import type { Step } from '../../src/domain/steps.ts';
import { confirmedRoute, timelineOf } from '../../src/domain/timeline.ts';
import { jo } from './acting.ts';
import { type AnyAction, actionOf, anyAction } from './any-action.ts';
import { anyDate, receivedOn } from './hand-checked/any-case.ts';
import { on } from './hand-checked/row.ts';
import { procedure } from './hand-checked-dates.ts';

interface Taken {
  today: IsoDate;
  before: CaseEvent[];
  after: CaseEvent[];
  steps: Step[];
}

/** Plays actions one after the other, each as the server would, and gives what each that was not refused has made. */
function play(received: IsoDate, tries: AnyAction[]): Taken[] {
  const rules = rulesOf(procedure, editionsInForce(procedure, received));
  let today = received;
  let events: CaseEvent[] = [receivedOn(received)];
  const taken: Taken[] = [];
  for (const each of tries) {
    today = addDays(today, each.wait);
    const standing = { events, rules, today, named: [] };
    const allowed = allowedActions(stateOf(standing));
    const name = allowed[each.pick % allowed.length];
    if (!name) throw new Error('There is always something that may be done.');
    // With a route where one is needed, as an officer is asked for it.
    const needsRoute =
      (name === 'acknowledge' || name === 'request-stage2') &&
      kindOf(events) === 'complaint' &&
      confirmedRoute(events) === undefined;
    const action = {
      ...actionOf(name, each, today, events.length),
      ...(needsRoute && { route: each.first ? 'statutory' : 'corporate' }),
    };
    const body = CaseAction.parse(action);
    const it: Acting = { ...standing, at: on(today), by: 'Jo Bloggs', actor: jo, assignee: { team: 'looked-after' } };
    const planned = planAction(it, body);
    if ('problem' in planned) continue;
    const before = events;
    events = [...events, ...planned];
    taken.push({ today, before, after: events, steps: timelineOf(events, rules, today) });
  }
  return taken;
}

const anySequence = fc.array(anyAction, { minLength: 40, maxLength: 160 });
function isAnswered({ step, state }: Step): boolean {
  return state === 'done' && /^stage\d-(answer|response)$/.test(step);
}

/** What comes by the phone, not from the desk; and what is accepted as seen, which none of these cases raises. */
const ofThePerson: CaseEventType[] = [
  ...([
    'further-version',
    'message-received',
    'next-step-asked',
    'things-now',
    'worse-seen',
    'safety-raised',
    'safety-accepted',
  ] as const),
  // Nobody was named, either.
  ...(['named-person-matched', 'named-person-not-staff', 'assignment-ended'] as const),
  ...(['safety-access-asked', 'safety-access-agreed'] as const),
  // Given beside the procedure, whatever state the case is in.
  ...(['way-back-given'] as const),
];
const stages: CaseEventType[] = ['acknowledged', 'stage1-answered', 'stage2-responded', 'stage3-responded'];

describe('whatever officers do, one thing after another', () => {
  test('the timeline can be told, and every event is one that can be kept', () => {
    fc.assert(
      fc.property(anyDate, anySequence, (received, tries) => {
        for (const { after, before, steps } of play(received, tries)) {
          expect(after.length).toBeGreaterThan(before.length);
          for (const event of after.slice(before.length)) {
            expect(CaseEvent.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
          }
          expect(new Set(steps.map(({ step }) => step)).size).toBe(steps.length);
        }
      }),
    );
  });

  test('nothing happens before it was received or in the future, and the stages never go backwards', () => {
    fc.assert(
      fc.property(anyDate, anySequence, (received, tries) => {
        for (const { after, today } of play(received, tries)) {
          expect(after.every((event) => dateHappened(event) >= received && dateHappened(event) <= today)).toBe(true);
          const dates = after.filter(
            ({ type }) => /^(acknowledged|stage\d-.*)$/.test(type) && type !== 'stage2-acknowledged',
          );
          const happened = dates.map(dateHappened);
          expect(happened).toEqual([...happened].sort());
        }
      }),
    );
  });

  test('a stage is answered once', () => {
    fc.assert(
      fc.property(anyDate, anySequence, (received, tries) => {
        const events = play(received, tries).at(-1)?.after ?? [];
        const twice = stages.filter((type) => events.filter((event) => event.type === type).length > 1);
        expect(twice).toEqual([]);
      }),
    );
  });

  test('what was answered stays answered, on its day, and its date is no more moved', () => {
    fc.assert(
      fc.property(anyDate, anySequence, (received, tries) => {
        const played = play(received, tries);
        for (const [index, { steps }] of played.entries()) {
          const next = played[index + 1]?.steps;
          if (next) for (const step of steps.filter(isAnswered)) expect(next).toContainEqual(step);
        }
      }),
    );
  });

  test('a case that is over waits for nobody but the Ombudsman, and for the day on which it may come again', () => {
    fc.assert(
      fc.property(anyDate, anySequence, (received, tries) => {
        for (const { after, steps } of play(received, tries)) {
          const last = after.findLast(({ type }) =>
            ['closed', 'withdrawn', 'route-refused', 'reopened'].includes(type),
          );
          if (!last || last.type === 'reopened') continue;
          const open = steps.filter(
            ({ state, step }) => state !== 'done' && !['ombudsman-answer', 'come-again'].includes(step),
          );
          // What the person may ask for next is theirs, and stays with a case that was answered and closed.
          expect(open.every(({ step, state }) => /request-by$/.test(step) && state !== 'late')).toBe(true);
          if (last.type !== 'closed') expect(open).toEqual([]);
        }
      }),
    );
  });

  test('chance reaches every event that the desk can make', () => {
    const reached = new Set<CaseEventType>();
    fc.assert(
      fc.property(anyDate, anySequence, (received, tries) => {
        for (const { after } of play(received, tries)) for (const { type } of after) reached.add(type);
      }),
      { numRuns: 300, seed: 20_261_120 },
    );
    expect([...reached].sort()).toEqual(caseEventTypes.filter((type) => !ofThePerson.includes(type)).sort());
  });
});
