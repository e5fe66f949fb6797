import { expect, test } from 'vitest';
import type { CaseEvent } from '../../src/domain/case-events.ts';
import { lettersOf } from '../../src/domain/status.ts';

const at = '2026-11-20T10:00:00.000Z';

test('a letter of a past day says when and how it reached the person then, and one of today does not', () => {
  const events: CaseEvent[] = [
    { type: 'acknowledged', at, on: '2026-11-17', told: 'letter', message: 'We have it.', by: 'Jo' },
    { type: 'stage1-answered', at, message: 'This is our answer.' },
    { type: 'paused', at, on: '2026-11-19', reason: 'court', message: 'We have to wait.' },
  ];
  expect(lettersOf(events)).toEqual([
    { about: 'acknowledged', at, words: 'We have it.', from: 'Jo', reached: { on: '2026-11-17', how: 'letter' } },
    { about: 'stage1-answered', at, words: 'This is our answer.' },
    { about: 'paused', at, words: 'We have to wait.' },
  ]);
});
