import { describe, expect, it } from 'vitest';
import { bodyOf, faultsOf } from '../../src/desk/act-body.ts';
import { type FieldPlace, fieldsOfAction } from '../../src/desk/act-fields.ts';
import { type ActionName, actionNames } from '../../src/domain/case-actions.ts';
import { caseOf } from './a-case.ts';

const it_ = caseOf('complaint', { route: 'statutory' });
const place: FieldPlace = { it: it_, services: [], staff: [], learningRows: 2 };

function made(action: ActionName, draft: Record<string, string>) {
  return bodyOf(action, it_, fieldsOfAction(action, place), draft);
}

describe('what stands in a form', () => {
  it('is sent in the shape of the API, without what was left empty', () => {
    expect(made('request-stage2', { on: '2026-11-20', reason: '  ' })).toEqual({
      body: { action: 'request-stage2', on: '2026-11-20', revision: 1 },
    });
    expect(made('assign', { to: 'team:looked-after' })).toEqual({
      body: { action: 'assign', to: { team: 'looked-after' }, revision: 1 },
    });
    expect(made('appoint-panel', { 'people.0': 'A', 'people.1': 'B', 'people.2': 'C' })).toMatchObject({
      body: { people: ['A', 'B', 'C'] },
    });
  });

  it('closes with themes, one on each line, and the actions that were written', () => {
    const draft = {
      outcome: 'upheld',
      category: 'policy',
      themes: 'Contact\n\n Plans ',
      learning: 'Say it sooner.',
      'actions.0.what': 'Say it.',
      'actions.0.owner': 'Jo',
      'actions.0.due': '2026-12-01',
    };
    expect(made('close', draft)).toEqual({
      body: {
        action: 'close',
        outcome: 'upheld',
        category: 'policy',
        themes: ['Contact', 'Plans'],
        learning: 'Say it sooner.',
        actions: [{ what: 'Say it.', owner: 'Jo', due: '2026-12-01' }],
        revision: 1,
      },
    });
    const { learning: _, 'actions.0.what': __, ...without } = draft;
    expect(made('close', without)).toMatchObject({
      faults: { learning: expect.any(String), 'actions.0.what': expect.any(String) },
    });
  });

  it('is told beside its field when it is missing, too long, or still in brackets', () => {
    expect(made('record-consent', { who: 'x'.repeat(201) })).toEqual({
      faults: {
        who: 'This is too long. 200 characters are the most.',
        agrees: 'Please choose one.',
        how: 'Please write this first.',
      },
    });
    expect(made('answer-stage1', { message: 'We found [what].' })).toEqual({
      faults: { message: 'Please replace what stands in brackets.' },
    });
    expect(made('answer-stage1', { message: '' })).toEqual({ faults: { message: 'Please write the letter first.' } });
    expect(made('appoint-panel', { 'people.0': 'A', 'people.2': 'C' })).toMatchObject({
      faults: { 'people.1': 'Please write this first.' },
    });
  });

  it('is told beside its field when the server has something against it', () => {
    const fields = fieldsOfAction('appoint-panel', place);
    expect(faultsOf([{ pointer: '/people/1', code: 'same_person' }], fields, {})).toEqual({
      'people.1': 'This person is named already. They must be different people.',
    });
  });

  it('has a form for everything that may be done, but for what has one of its own beside a name', () => {
    const without = actionNames.filter((action) => fieldsOfAction(action, place).length === 0);
    expect(without.sort()).toEqual([
      'agree-safety-access',
      'ask-safety-access',
      'match-named-person',
      'named-person-not-staff',
    ]);
  });
});
