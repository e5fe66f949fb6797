import fc from 'fast-check';
import type { CaseEvent } from '../../../src/domain/case-events.ts';
import { addDays, type IsoDate } from '../../../src/domain/dates.ts';
import { editionsInForce, type Rules, rulesOf } from '../../../src/domain/procedure.ts';
import { firstWorkingDay } from '../../../src/domain/working-days.ts';
import { procedure } from '../hand-checked-dates.ts';
import { on } from './row.ts';

export interface AnyCase {
  events: CaseEvent[];
  closed: IsoDate[];
  today: IsoDate;
}

/** Any date from 2024 to 2034: published years and years by the rule, both corporate editions. */
export const anyDate = fc.integer({ min: 0, max: 4017 }).map((days) => addDays('2024-01-01', days));

export const anyClosures = fc.array(anyDate, { maxLength: 400, size: 'max' });

export function rulesWith(received: IsoDate, closed: IsoDate[], fromNextWorkingDay = false): Rules {
  return rulesOf(
    {
      ...procedure,
      receivedOnNonWorkingDay: fromNextWorkingDay ? 'counts-from-next-working-day' : 'counts-from-that-date',
      closureDays: closed.map((date) => ({ date, reason: 'closed' })),
    },
    editionsInForce(procedure, on(received)),
  );
}

export function receivedOn(date: IsoDate, kind: 'complaint' | 'compliment' | 'comment' = 'complaint'): CaseEvent {
  return { type: 'received', at: on(date), kind, editions: editionsInForce(procedure, on(date)) };
}

/** What may happen to a complaint, in its order; any part of it may be left out and any wait may come between. */
const story = [
  'acknowledged',
  'route-confirmed',
  'extended-1',
  'paused',
  'resumed',
  'stage1-answered',
  'stage2-requested',
  'stage2-acknowledged',
  'stage2-statement-agreed',
  'extended-2',
  'stage2-responded',
  'stage3-requested',
  'stage3-panel-met',
  'stage3-panel-reported',
  'stage3-responded',
  'ombudsman-asked',
  'ombudsman-answered',
  'withdrawn',
] as const;

export const anyCase: fc.Arbitrary<AnyCase> = fc
  .record({
    received: anyDate,
    kind: fc.constantFrom('complaint', 'complaint', 'complaint', 'compliment', 'comment'),
    route: fc.constantFrom('statutory', 'corporate'),
    reason: fc.constantFrom('advocate', 'court', 'police'),
    parts: fc.subarray([...story]),
    waits: fc.array(fc.integer({ min: 0, max: 25 }), { minLength: story.length, maxLength: story.length }),
    extension: fc.integer({ min: 1, max: 120 }),
    after: fc.integer({ min: 0, max: 90 }),
    closed: anyClosures,
  })
  .map(({ received, kind, route, reason, parts, waits, extension, after, closed }) => {
    let date = received;
    const rest = parts.map((part, index): CaseEvent => {
      date = addDays(date, waits[index] ?? 0);
      const at = on(date);
      if (part === 'route-confirmed') return { type: part, at, route };
      if (part === 'paused') return { type: part, at, reason };
      if (part === 'extended-1' || part === 'extended-2') {
        // Staff give a day on which the council is open.
        const until = firstWorkingDay(addDays(date, extension), rulesWith(received, closed).councilDays);
        return { type: 'extended', stage: part === 'extended-1' ? 1 : 2, until, reason: 'complexity', at };
      }
      return { type: part, at };
    });
    return { events: [receivedOn(received, kind), ...rest], closed, today: addDays(date, after) };
  });
