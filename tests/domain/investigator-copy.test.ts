import { describe, expect, test } from 'vitest';
import type { CaseEvent } from '../../src/domain/case-events.ts';
import type { Version } from '../../src/domain/desk-api.ts';
import {
  CopyPart,
  CopyQuery,
  InvestigatorCopy,
  investigatorCopy,
  usualParts,
} from '../../src/domain/investigator-copy.ts';
import { complaint } from './acting.ts';
import { on } from './hand-checked/row.ts';
import { procedure } from './hand-checked-dates.ts';

// Each secret names the part with which alone it may be on the paper; what must be in every copy is "always".
const versions: Version[] = [
  {
    receivedAt: on('2026-09-07'),
    kind: 'complaint',
    words: 'always-words',
    wanted: 'always-wanted',
    voice: 'advocate',
    whoseWords: 'child-typed-by-helper',
    agreement: { agrees: 'partly', askedBy: 'always-asked-by', how: 'always-how' },
    person: 'always-person',
    about: { who: 'child', name: 'names-child' },
    name: 'names-speaker',
    trusted: 'names-trusted',
    helper: { name: 'names-helper', contact: 'contact-helper' },
    notThisPerson: 'never-this-person',
    safe: 'no',
    whereNow: 'safety-where',
    reply: { by: 'phone', to: 'contact-number', when: 'contact-when', whoElse: 'contact-who-else' },
    helperMaySee: 'dates',
    typedBy: { who: 'names-typist', answers: { words: 'someone', notThisPerson: 'me', reply: 'me' } },
    saidBack: {
      at: on('2026-09-07'),
      points: [
        { name: 'words', is: 'right' },
        { name: 'notThisPerson', is: 'changed' },
        { name: 'safe', is: 'shown' },
      ],
    },
  },
  {
    receivedAt: on('2026-09-08'),
    kind: 'complaint',
    addition: '99999999-9999-4999-8999-999999999999',
    words: 'always-second',
    message: 'letters-message',
    saidBack: { at: on('2026-09-08'), points: [{ name: 'message', is: 'shown' }] },
    typedBy: { answers: { message: 'me' } },
  },
];
const at = { at: on('2026-09-10'), by: 'Jo' };
const events: CaseEvent[] = [
  ...complaint('statutory'),
  { type: 'safety-raised', said: 'no', at: on('2026-09-07') },
  { type: 'safety-accepted', concern: 'safety-concern', action: 'safety-action', ...at },
  { type: 'assigned', to: { staff: '1', name: 'never-assignee' }, ...at },
  { type: 'consent-recorded', agrees: 'yes', who: 'always-who', how: 'always-consent', ...at },
  { type: 'maturity-judged', canDecide: 'yes', why: 'notes-why', ...at },
  { type: 'extended', stage: 1, until: '2026-10-01', reason: 'notes-reason', message: 'letters-letter', ...at },
  { type: 'stage2-appointed', investigatingOfficer: 'always-officer', independentPerson: 'always-watches', ...at },
];
const copyWith = (parts: readonly CopyPart[]) =>
  investigatorCopy({ reference: 'H-3QX9-RT', events, versions }, parts, procedure, on('2026-09-10'));
const secretsIn = (parts: readonly CopyPart[]) =>
  new Set(JSON.stringify(copyWith(parts)).match(/(?:always|names|letters|notes|safety|contact|never)-[a-z-]+/g));
const all = secretsIn(CopyPart.options);

describe('a copy for the investigator', () => {
  test.each(CopyPart.options)('has what belongs to "%s" with that part, and not without it', (part) => {
    const others = CopyPart.options.filter((each) => each !== part);
    const own = [...all].filter((secret) => secret.startsWith(`${part}-`));
    expect(own.length).toBeGreaterThan(0);
    const without = secretsIn(others);
    expect(own.filter((secret) => without.has(secret))).toEqual([]);
    expect(own.every((secret) => all.has(secret))).toBe(true);
  });

  test('has in every case what was said, whose words, agreement and what happened', () => {
    const always = [...secretsIn([])].sort();
    expect(always).toEqual(
      [
        ...['always-words', 'always-wanted', 'always-second', 'always-asked-by', 'always-how', 'always-person'],
        ...['always-who', 'always-consent', 'always-officer', 'always-watches'],
      ].sort(),
    );
    expect(copyWith([])).toMatchObject({
      versions: [{ whoseWords: 'child-typed-by-helper', about: { who: 'child' } }, {}],
      parts: [],
      letters: [],
    });
  });

  test('never says who must not handle it, or to whom it was given', () => {
    expect([...all].filter((secret) => secret.startsWith('never-'))).toEqual([]);
    expect(JSON.stringify(copyWith(CopyPart.options))).not.toContain('notThisPerson');
  });

  test('says of what is not in it neither who typed it nor that it was said back', () => {
    const [first, second] = copyWith([]).versions;
    expect(second).not.toHaveProperty('typedBy');
    expect(second).not.toHaveProperty('saidBack');
    expect(first?.typedBy).toEqual({ answers: { words: 'someone' } });
    expect(first?.saidBack?.points).toEqual([{ name: 'words', is: 'right' }]);
    const [whole] = copyWith(CopyPart.options).versions;
    expect(Object.keys(whole?.typedBy?.answers ?? {})).toEqual(['words', 'reply']);
    expect(whole?.saidBack?.points.map(({ name }) => name)).toEqual(['words', 'safe']);
  });

  test('has names and letters unless somebody chooses otherwise', () => {
    expect(usualParts).toEqual(['names', 'letters']);
    expect(copyWith(usualParts).history.map(({ type }) => type)).toEqual([
      ...['received', 'acknowledged', 'route-confirmed', 'consent-recorded', 'extended', 'stage2-appointed'],
    ]);
  });

  test('is what the API says it is', () => {
    expect(InvestigatorCopy.parse(copyWith(CopyPart.options))).toEqual(copyWith(CopyPart.options));
  });

  test('is asked for by codes alone', () => {
    expect(CopyQuery.parse({ parts: 'names,contact' })).toEqual({ parts: ['names', 'contact'] });
    expect(CopyQuery.parse({ parts: '' })).toEqual({ parts: [] });
    for (const parts of [undefined, 'everything', 'names,', 'names contact']) {
      expect(CopyQuery.safeParse({ parts }).success).toBe(false);
    }
  });
});
