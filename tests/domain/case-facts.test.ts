import { expect, test } from 'vitest';
import type { CaseEvent } from '../../src/domain/case-events.ts';
import { givenTo } from '../../src/domain/case-facts.ts';
import { receivedOn } from './hand-checked/any-case.ts';
import { on } from './hand-checked/row.ts';

test('a case is whose it was given to last: of a team until one of the staff has it, and again when that ended', () => {
  const at = on('2026-11-23');
  const ola = { staff: 'ola', name: 'Ola Reed' };
  const team: CaseEvent = { type: 'assigned', to: { team: 'compass' }, at };
  const person: CaseEvent = { type: 'assigned', to: ola, at };
  const ended: CaseEvent = { type: 'assignment-ended', from: { id: 'ola', name: 'Ola Reed' }, at };
  const whose = (...events: CaseEvent[]) => givenTo([receivedOn('2026-11-20'), ...events]);
  expect(whose()).toBeNull();
  expect(whose(team)).toEqual({ team: 'compass' });
  expect(whose(team, person)).toEqual(ola);
  expect(whose(team, person, ended)).toEqual({ team: 'compass' });
  expect(whose(person, ended)).toBeNull();
  expect(whose(person, team)).toEqual({ team: 'compass' });
});
