import { describe, expect, it } from 'vitest';
import {
  type AnswerRow,
  agreedRows,
  answerRows,
  picturesLine,
  rowsOfVersion,
  typedWords,
  whoseWords,
} from '../../src/desk/answer-rows.ts';
import { answerNames } from '../../src/domain/answers.ts';
import type { CaseDetail, Version } from '../../src/domain/desk-api.ts';
import { PointName } from '../../src/domain/submission.ts';

const receivedAt = '2026-11-20T21:14:00.000Z';
const place = { today: '2026-11-21', services: [{ id: 'looked-after', name: 'Children looked after', teams: [] }] };

function caseOf(said: Partial<Version>[], more: Partial<CaseDetail> = {}): CaseDetail {
  return {
    id: '11111111-1111-4111-8111-111111111111',
    reference: 'H-3QX9-RT',
    kind: 'complaint',
    receivedAt,
    route: null,
    givenTo: null,
    holderLeft: false,
    unsafe: null,
    unsafeBefore: null,
    opening: '',
    waitingFor: null,
    versions: said.map((each) => ({ receivedAt, kind: 'complaint', ...each })),
    raisings: [],
    safetyNotes: [],
    helperAccess: null,
    timeline: [],
    asOf: '2026-11-21',
    at: '2026-11-21T10:00:00.000Z',
    letters: [],
    named: [],
    safetyAccess: { asked: null, open: [] },
    message: null,
    asksFor: null,
    asks: [],
    worse: null,
    now: [],
    recorded: null,
    learning: [],
    learningDue: null,
    waitsForPerson: false,
    routeChoices: [],
    allowed: [],
    extension: null,
    history: [],
    revision: 1,
    ...more,
  };
}

const everything: Partial<Version> = {
  ...{ aboutWhat: 'hurt-or-scared', feeling: 'scared', better: 'it-stops' },
  ...{ thankWhom: 'social-worker', whatWasGood: 'they-listened' },
  voice: 'advocate',
  name: 'Robin',
  about: { who: 'child', name: 'Ali' },
  relation: 'professional',
  whoseWords: 'child-typed-by-helper',
  agreement: { knows: 'yes', agrees: 'partly', askedBy: 'Sam', how: 'Pictures', on: '2026-11-20', why: 'Not school' },
  advocate: 'has-someone',
  helper: { name: 'Sam', organisation: 'A service', contact: 'sam@example.org' },
  helperMaySee: 'everything',
  wanted: 'She rings.',
  service: 'looked-after',
  person: 'My worker',
  notThisPerson: 'Her manager',
  notThisRole: ['social-worker'],
  mayTell: ['school', 'advocate'],
  court: 'not-sure',
  reply: { by: 'phone', to: '01632 960123', when: 'After school', whoElse: 'My aunt' },
  safe: 'no',
  whereNow: 'In the park',
  trusted: 'My neighbour',
};

const textOf = (rows: AnswerRow[], name: string) =>
  rows
    .find((row) => row.name === name)
    ?.parts.map(({ label, text }) => (label ? `${label}: ${text}` : text))
    .join('; ');

describe('what was answered, in words for staff', () => {
  it('leaves out no answer, and shows no key where a word should stand', () => {
    const rows = answerRows(caseOf([everything]), place);
    expect(rows.map(({ name }) => name)).toEqual([...answerNames]);
    expect(JSON.stringify(rows.map(({ label, parts }) => [label, parts]))).not.toMatch(/answer\.|\{\{|undefined/);
    expect(textOf(rows, 'aboutWhat')).toBe('Someone hurts or scares them');
    expect(textOf(rows, 'service')).toBe('Children looked after');
    expect(textOf(rows, 'about')).toBe('A child; Ali');
    expect(textOf(rows, 'agreement')).toBe(
      'Child knows: Yes; Child agrees: Partly; Asked by: Sam; How: Pictures; When: Fri 20 Nov; Why: Not school',
    );
    expect(textOf(rows, 'reply')).toBe(
      'By phone; To: 01632 960123; When it is safe: After school; Who else might answer: My aunt',
    );
  });

  it('says in one line what was told by pictures', () => {
    const pictures = { better: 'see-family', aboutWhat: 'home', feeling: 'not-sure' } as const;
    expect(picturesLine(pictures, place)).toBe('Where they live · They don’t know · They see their family');
    expect(picturesLine({}, place)).toBe('');
  });

  it('knows what somebody typed from what they chose', () => {
    const typed = answerRows(caseOf([everything]), place).flatMap(({ parts }) =>
      parts.filter(({ isTyped }) => isTyped),
    );
    expect(typed.map(({ text }) => text)).toEqual([
      'Robin',
      'Ali',
      'Sam',
      'Pictures',
      'Not school',
      'My neighbour',
      'Sam',
      'A service',
      'sam@example.org',
      'She rings.',
      'My worker',
      'Her manager',
      '01632 960123',
      'After school',
      'My aunt',
      'In the park',
    ]);
  });

  it('says "ask first" when somebody chose nobody, and nothing when nobody was asked', () => {
    expect(textOf(answerRows(caseOf([{ mayTell: [] }]), place), 'mayTell')).toBe('Nobody chosen: ask first');
    expect(answerRows(caseOf([{ words: 'Only words.' }]), place)).toEqual([]);
  });

  it('reads whom we may tell with what was agreed before, the newest first, each from its day on', () => {
    const addition = '44444444-4444-4444-8444-444444444444';
    const said: Partial<Version>[] = [
      { receivedAt: '2026-11-18T10:00:00.000Z', mayTell: [] },
      { receivedAt: '2026-11-19T10:00:00.000Z', mayTell: ['school', 'advocate'], addition },
      // The same again, in another order, is no other answer.
      { receivedAt: '2026-11-20T10:00:00.000Z', mayTell: ['advocate', 'school'], addition },
    ];
    const [row] = answerRows(caseOf(said), place).filter(({ name }) => name === 'mayTell');
    expect(row?.parts.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'From Thu 19 Nov 10:00: School, Advocate',
      'From Wed 18 Nov 10:00: Nobody chosen: ask first',
    ]);
  });

  it('shows a service that the council’s file no longer has as it was sent', () => {
    expect(textOf(answerRows(caseOf([{ service: 'gone' }]), place), 'service')).toBe('gone');
  });

  it.each<[string, Partial<Version>, CaseDetail['helperAccess'], RegExp | undefined]>([
    ['nobody helps', { voice: 'child' }, null, undefined],
    ['an advocate speaks and nothing was agreed', { voice: 'advocate' }, null, /^Nothing was agreed/],
    ['somebody helps', { helper: { name: 'Sam' } }, null, /^Nothing was agreed/],
    ['everything was agreed', { helperMaySee: 'everything' }, null, /^Everything the child is told, letters too\.$/],
    ['they follow', { helperMaySee: 'dates' }, { isOpen: true, maySee: 'dates' }, /^Steps.*key of their own\.$/],
    ['their access was ended', { voice: 'child' }, { isOpen: false, maySee: 'dates' }, /^Nothing.*was ended\.$/],
  ])('says plainly what a helper may be told when %s', (_, said, helperAccess, expected) => {
    const [version] = caseOf([said]).versions;
    const rows = answerRows(caseOf([said], { helperAccess, ...(version?.voice && { voice: version.voice }) }), place);
    const told = textOf(rows, 'helperMaySee');
    if (expected) expect(told).toMatch(expected);
    else expect(told).toBeUndefined();
  });

  it('say who typed each, where the person said who was with them', () => {
    const typedBy = { who: 'Mum', answers: { wanted: 'both', safe: 'me' } } as const;
    const rows = answerRows(caseOf([{ wanted: 'A call.', safe: 'yes', court: 'no', typedBy }]), place);
    const whose = rows.map(({ name, typedBy: how }) => [name, how && typedWords(how)]);
    expect(whose).toEqual([
      ['wanted', 'typed by them and \u2068Mum\u2069'],
      ['court', undefined],
      ['safe', 'their own words'],
    ]);
    expect(typedWords({ by: 'someone' })).toBe('typed by who helps');
  });

  it('of one version alone are those it brought', () => {
    const it = caseOf([everything, { addition: '44444444-4444-4444-8444-444444444444', court: 'yes' }]);
    const later = it.versions[1];
    expect(later && rowsOfVersion(later, place).map(({ name, came }) => [name, came])).toEqual([['court', 'first']]);
  });
});

describe('what was said back before sending', () => {
  const [version] = caseOf([
    {
      saidBack: {
        at: receivedAt,
        points: PointName.options.map((name, index) => ({ name, is: index % 2 ? 'right' : 'shown' })),
      },
    },
  ]).versions;

  it('names every point in words, by how it was agreed', () => {
    const rows = version ? agreedRows(version) : [];
    expect(rows.map(({ is }) => is)).toEqual(['right', 'shown']);
    const names = rows.flatMap(({ labels }) => labels.split('; '));
    expect(names).toHaveLength(PointName.options.length);
    expect(names.join()).not.toMatch(/answer\.|undefined/);
  });

  it('is nothing where nothing was', () => {
    const [without] = caseOf([{ words: 'Only words.' }]).versions;
    expect(without && agreedRows(without)).toEqual([]);
  });
});

describe('whose words a version holds', () => {
  it.each<[string, Partial<Version>, string | undefined]>([
    ['as an advocate says of all of it', { whoseWords: 'helper-account' }, 'The helper’s own account'],
    ['as was said of the words', { typedBy: { answers: { words: 'me' } } }, 'their own words'],
    ['nobody has said', { typedBy: { answers: { safe: 'me' } } }, undefined],
  ])('%s', (_, said, whose) => {
    const [version] = caseOf([said]).versions;
    expect(version && whoseWords(version)).toBe(whose);
  });
});
