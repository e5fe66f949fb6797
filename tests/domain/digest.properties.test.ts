import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseEvent } from '../../src/domain/case-events.ts';
import { addDays } from '../../src/domain/dates.ts';
import { isLate, isToTell, morningOf } from '../../src/domain/digest.ts';
import { indexRow } from '../../src/domain/index-row.ts';
import { messageAnswerBy } from '../../src/domain/messages.ts';
import { timelineOf } from '../../src/domain/timeline.ts';
import { anyCase, rulesWith } from './hand-checked/any-case.ts';
import { on } from './hand-checked/row.ts';
import { procedure } from './hand-checked-dates.ts';

// A message that came on the day of one of the events, or none.
const withMessage = fc.tuple(anyCase, fc.option(fc.nat({ max: 20 }))).map(([it, at]) => {
  if (at === null) return it;
  const place = (at % it.events.length) + 1;
  const wrote: CaseEvent = { type: 'message-received', at: it.events[place - 1]?.at ?? on(it.today) };
  return { ...it, events: it.events.toSpliced(place, 0, wrote) };
});

test('whatever a case is late with, its row says so, and nothing else is called late', () => {
  let late = 0;
  fc.assert(
    fc.property(withMessage, fc.nat({ max: 40 }), ({ events, closed, today: last }, days) => {
      const today = addDays(last, days);
      const closing = { ...procedure, closureDays: closed.map((date) => ({ date, reason: 'closed' })) };
      const rules = rulesWith((events[0]?.at ?? '').slice(0, 10), closed);
      const answerBy = messageAnswerBy(events, rules);
      const isLateWithSomething =
        timelineOf(events, rules, today).some(({ state }) => state === 'late') ||
        (answerBy !== undefined && answerBy < today);
      const material = { id: 'a', reference: 'H-1', events, versions: [], readUpTo: events.length };
      const row = indexRow(material, closing, today);
      expect(isLate(row, today)).toBe(isLateWithSomething);
      if (!isLateWithSomething) return;
      late += 1;
      expect(isToTell(row, today)).toBe(true);
      expect(morningOf([row], today)?.parts).toHaveLength(1);
    }),
    { numRuns: 500 },
  );
  expect(late).toBeGreaterThan(50);
});
