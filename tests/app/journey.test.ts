import { describe, expect, test } from 'vitest';
import {
  answersThatCount,
  asked,
  beginning,
  check,
  isQuestion,
  offered,
  progressOf,
  stepAfter,
  stepBefore,
} from '../../src/app/journey.ts';
import { offerPictures } from '../../src/app/offer-pictures.ts';
import { questions } from '../../src/app/questions/all.ts';
import { registerOf } from '../../src/app/speaker.ts';
import type { Answers } from '../../src/device/answers.ts';

/** The steps from a beginning to the check, every question answered or skipped on the way. */
function wayFrom(path: '/' | '/tell', answers: Answers): string[] {
  const { step: first, seen: before } = beginning(path);
  const [steps, seen] = [[first], [...before]];
  let step = first;
  while (step !== check && steps.length < 30) {
    seen.push(step);
    // The words are the one thing that must be given before it goes on.
    step = stepAfter({ answers: seen.includes('words') ? { words: 'Some.', ...answers } : answers, step, seen });
    steps.push(step);
  }
  return steps;
}

const complaint = ['who', 'kind', 'words', 'wanted', 'safe', 'advocate', 'reply', 'check'];
const complaintOfUnsafe = complaint.toSpliced(5, 0, 'help-now');
const thanks = ['who', 'kind', 'words', 'person', 'check'];

describe('the way of a child, a young person and whoever did not say', () => {
  test.each<[string, '/' | '/tell', Answers, string[]]>([
    ['of a complaint', '/', { kind: 'complaint' }, complaint],
    ['of a complaint of somebody who is not safe', '/', { safe: 'no' }, complaintOfUnsafe],
    ['of somebody who is not sure', '/', { safe: 'not-sure' }, complaintOfUnsafe],
    ['to be answered by phone', '/', { replyBy: 'phone' }, complaint.toSpliced(7, 0, 'reply-how')],
    ['of an idea', '/', { kind: 'comment' }, ['who', 'kind', 'words', 'check']],
    ['of a thank you asks only whom it is for', '/', { kind: 'compliment' }, thanks],
    ['from /tell begins with the words', '/tell', { kind: 'complaint' }, ['words', 'kind', ...complaint.slice(3)]],
    ['from /tell with a thank you', '/tell', { kind: 'compliment' }, ['words', 'kind', 'person', 'check']],
    ['of somebody who has not said what it is yet', '/', {}, complaint],
  ])('%s', (_, path, answers, steps) => expect(wayFrom(path, answers)).toEqual(steps));
});

describe('the way of an adult', () => {
  const parent = { voice: 'parent-or-carer', kind: 'complaint' } as const;
  const before = ['who', 'kind', 'words', 'safe', 'about'];
  const after = ['wanted', 'not-this-person', 'court', 'reply', 'check'];

  test('about a child asks who it is, how they are linked and whether the child knows', () => {
    const way = [...before, 'child-name', 'relation', 'knows', ...after];
    expect(wayFrom('/', { ...parent, aboutWho: 'child' })).toEqual(way);
  });

  test('about themselves asks nothing about a child', () => {
    expect(wayFrom('/', { ...parent, aboutWho: 'me' })).toEqual([...before, ...after]);
  });

  test('about somebody else asks for a name and nothing more', () => {
    const answers = { ...parent, voice: 'someone-else', aboutWho: 'somebody-else' } as const;
    expect(wayFrom('/', answers)).toEqual([...before, 'child-name', ...after]);
  });

  test('to be answered by phone asks where and when it is safe', () => {
    expect(wayFrom('/', { ...parent, replyBy: 'phone' })).toContain('reply-how');
    expect(wayFrom('/', { ...parent, replyBy: 'app' })).not.toContain('reply-how');
  });

  test('of a thank you is as short as a child’s', () => {
    expect(wayFrom('/', { ...parent, kind: 'compliment' })).toEqual(thanks);
  });
});

describe('the way of an advocate', () => {
  const advocate = { voice: 'advocate', kind: 'complaint' } as const;

  test('asks for their details and the child before anything is said, and for the agreement after it', () => {
    expect(wayFrom('/', { ...advocate, agrees: 'partly' })).toEqual([
      ...['who', 'helper', 'child-name', 'whose-words', 'kind', 'words', 'safe', 'wanted', 'not-this-person'],
      ...['agrees', 'asked', 'helper-may-see', 'check'],
    ]);
  });

  test('who skips the agreement is not asked how it was asked', () => {
    expect(wayFrom('/', advocate)).not.toContain('asked');
  });
});

describe('the step after', () => {
  test('a change at the check is the check at once', () => {
    const seen = complaint.slice(0, -1);
    expect(stepAfter({ answers: { kind: 'complaint', words: 'Some.' }, step: 'kind', seen })).toBe(check);
  });

  test('a thank you became a complaint is what was not asked before', () => {
    const [answers, seen] = [{ words: 'Some.' }, ['who', 'kind', 'words', 'person']];
    expect(stepAfter({ answers: { ...answers, kind: 'compliment' }, step: 'kind', seen })).toBe(check);
    expect(stepAfter({ answers: { ...answers, kind: 'complaint' }, step: 'kind', seen })).toBe('wanted');
  });

  test('"no" to being safe, said at the check, is help at once', () => {
    const seen = ['who', 'kind', 'words', 'safe', 'advocate'];
    expect(stepAfter({ answers: { words: 'Some.', safe: 'no' }, step: 'safe', seen })).toBe('help-now');
  });

  test('words that were taken out again is the words', () => {
    expect(stepAfter({ answers: { words: ' ' }, step: 'kind', seen: ['who', 'kind', 'words'] })).toBe('words');
  });

  test('a question of an addition is the check, but for what follows from the answer', () => {
    const addition = { isAddition: true, seen: [] };
    expect(stepAfter({ ...addition, answers: { wanted: 'A call.' }, step: 'wanted' })).toBe(check);
    expect(stepAfter({ ...addition, answers: { replyBy: 'phone' }, step: 'reply' })).toBe('reply-how');
    expect(stepAfter({ ...addition, answers: { safe: 'not-sure' }, step: 'safe' })).toBe('help-now');
  });
});

test('who has somebody already may say who, and nobody else is asked', () => {
  expect(wayFrom('/', { advocate: 'has-someone' })).toEqual(complaint.toSpliced(6, 0, 'trusted'));
  expect(wayFrom('/', { advocate: 'yes' })).not.toContain('trusted');
});

describe('the way back', () => {
  test.each<[string, string, Answers, string | undefined]>([
    ['ends at the start', 'who', {}, undefined],
    ['from the words leads to what it is', 'words', {}, 'kind'],
    ['from the check leads to how to reply', 'check', { kind: 'complaint' }, 'reply'],
    ['from the check of a thank you leads to whom it is for', 'check', { kind: 'compliment' }, 'person'],
    ['from a question that was chosen at the check leads there', 'court', { kind: 'complaint' }, 'check'],
    ['from a step that nobody knows ends too', 'a step of a newer version', {}, undefined],
  ])('%s', (_, step, answers, before) => expect(stepBefore({ answers, step })).toBe(before));

  test('of an addition leads from each question to the check, and from there nowhere', () => {
    expect(stepBefore({ answers: {}, step: 'words', isAddition: true })).toBe(check);
    expect(stepBefore({ answers: {}, step: check, isAddition: true })).toBeUndefined();
  });
});

describe('how far it is', () => {
  test.each<[string, Answers, { step: number; steps: number } | undefined]>([
    ['who', {}, { step: 1, steps: 8 }],
    ['words', { kind: 'complaint' }, { step: 3, steps: 8 }],
    ['words', { kind: 'compliment' }, { step: 3, steps: 5 }],
    ['check', { kind: 'compliment' }, { step: 5, steps: 5 }],
    ['check', { kind: 'comment' }, { step: 4, steps: 4 }],
    ['court', { kind: 'comment' }, undefined],
  ])('at %s with %o', (step, answers, progress) => expect(progressOf({ answers, step })).toEqual(progress));

  test('is not said of an addition', () => {
    expect(progressOf({ answers: {}, step: 'words', isAddition: true })).toBeUndefined();
  });
});

describe('what may be added', () => {
  test('before sending is what was not asked', () => {
    const answers = { kind: 'complaint' } as const;
    expect(offered({ answers })).toEqual([...['person', 'service', 'not-this-person', 'may-tell', 'court', 'name']]);
    expect(offered({ answers }).filter((name) => asked(answers).includes(name))).toEqual([]);
  });

  test('has a picture for a child who does not read yet, whatever it is', () => {
    const child = {
      voice: 'child',
      aboutWhat: 'school',
      advocate: 'has-someone',
      replyBy: 'phone',
      safe: 'no',
    } as const;
    const all = (['complaint', 'compliment', 'comment'] as const).flatMap((kind) =>
      [false, true].flatMap((isAddition) => offered({ answers: { ...child, kind }, isAddition })),
    );
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter((name) => !offerPictures[name])).toEqual([]);
  });

  test('afterwards is everything, an advocate and not being safe among it', () => {
    const names = offered({ answers: { kind: 'complaint', voice: 'child' }, isAddition: true });
    expect(names).toEqual(expect.arrayContaining(['words', 'safe', 'advocate', 'wanted', 'may-tell']));
    expect(names).not.toContain('agrees');
  });

  test('to a thank you is little', () => {
    expect(offered({ answers: { kind: 'compliment' }, isAddition: true })).toEqual([
      'words',
      'person',
      'service',
      'name',
    ]);
  });

  test('by an advocate is the child’s agreement too', () => {
    const answers = { kind: 'complaint', voice: 'advocate' } as const;
    expect(offered({ answers, isAddition: true })).toEqual(expect.arrayContaining(['agrees', 'helper-may-see']));
  });
});

describe('what counts', () => {
  const told: Answers = {
    kind: 'complaint',
    words: 'Some.',
    aboutWho: 'child',
    aboutName: 'Sam',
    knows: 'no',
    relation: 'parent',
  };

  test('is everything that was asked of who is speaking', () => {
    expect(answersThatCount({ answers: { ...told, voice: 'parent-or-carer' } })).toEqual({
      ...told,
      voice: 'parent-or-carer',
    });
  });

  test('is nothing about a child once it is a child who speaks', () => {
    const answers: Answers = { ...told, voice: 'child' };
    expect(answersThatCount({ answers })).toEqual({ voice: 'child', kind: 'complaint', words: 'Some.' });
  });

  test('is nothing of how to be answered elsewhere once it is here', () => {
    const answers: Answers = { kind: 'complaint', words: 'Some.', replyBy: 'app', replyTo: '0123' };
    expect(answersThatCount({ answers })).toEqual({ kind: 'complaint', words: 'Some.', replyBy: 'app' });
  });

  test('is not where somebody is, once they are safe', () => {
    const answers: Answers = { kind: 'complaint', words: 'Some.', safe: 'yes', whereNow: 'At the park' };
    expect(answersThatCount({ answers })).toEqual({ kind: 'complaint', words: 'Some.', safe: 'yes' });
  });

  test('is not an advocate for a thank you', () => {
    const answers: Answers = { kind: 'compliment', words: 'Some.', advocate: 'yes', safe: 'yes' };
    expect(answersThatCount({ answers })).toEqual({ kind: 'compliment', words: 'Some.' });
  });
});

test.each<[Answers['voice'], string]>([
  ['child', 'younger'],
  ['young-person', 'older'],
  ['not-said', 'older'],
  [undefined, 'older'],
  ['parent-or-carer', 'adult'],
  ['advocate', 'adult'],
  ['someone-else', 'adult'],
])('to %s it speaks in the register "%s"', (voice, register) => {
  expect(registerOf({ ...(voice && { voice }) })).toBe(register);
});

test('every question of the journey has a screen, and nothing else is one', () => {
  expect(Object.keys(questions).every(isQuestion)).toBe(true);
  expect(isQuestion(check)).toBe(false);
});
