import { expect, test } from 'vitest';
import { historyRows } from '../../src/desk/history-rows.ts';
import type { CaseEvent } from '../../src/domain/case-events.ts';

const at = '2026-11-20T10:00:00.000Z';
const sarah = { id: 's1', name: 'Sarah Green' };
const tell = (event: CaseEvent) => historyRows(event, '2026-11-20', []).map(({ label, text }) => `${label}: ${text}`);

test('the history says of a name whose it is, who was let in and until when, and no id', () => {
  expect(tell({ type: 'named-person-matched', said: 'Sara', staff: [sarah], at, by: 'Jo' })).toEqual([
    'Name: Sara',
    'Colleague: Sarah Green',
  ]);
  expect(tell({ type: 'named-person-not-staff', said: 'Sara', reason: 'At her school.', at, by: 'Jo' })).toEqual([
    'Name: Sara',
    'Reason: At her school.',
  ]);
  expect(tell({ type: 'assignment-ended', from: sarah, at })).toEqual(['Colleague: Sarah Green']);
  const asked = { staff: sarah, reason: 'On duty.', askedBy: 'j1', at, by: 'Jo' };
  expect(tell({ type: 'safety-access-asked', ...asked })).toEqual(['Colleague: Sarah Green', 'Reason: On duty.']);
  const until = '2026-11-20T14:00:00.000Z';
  expect(tell({ type: 'safety-access-agreed', staff: sarah, until, at, by: 'Ola' })).toEqual([
    'Colleague: Sarah Green',
    'Until: Fri 20 Nov 14:00',
  ]);
});
