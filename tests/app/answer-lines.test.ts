import { expect, test } from 'vitest';
import { linesOf, pointsOf } from '../../src/app/answer-lines.ts';
import { answersThatCount } from '../../src/app/journey.ts';
import type { Answers } from '../../src/device/answers.ts';

const typed = {
  words: 'typed-words',
  name: 'typed-name',
  whereNow: 'typed-where',
  trusted: 'typed-trusted',
  wanted: 'typed-wanted',
  person: 'typed-person',
  notThisPerson: 'typed-not-this',
  replyTo: 'typed-to',
  replyWhen: 'typed-when',
  replyWhoElse: 'typed-who-else',
  aboutName: 'typed-child',
  askedBy: 'typed-by',
  askedHow: 'typed-how',
  askedOn: 'typed-on',
  agreementWhy: 'typed-why',
  helperName: 'typed-helper',
  helperOrganisation: 'typed-organisation',
  helperContact: 'typed-contact',
} satisfies Answers;

const voices = ['child', 'young-person', 'parent-or-carer', 'advocate', 'someone-else', 'not-said'] as const;
const kinds = ['complaint', 'compliment', 'comment'] as const;

/** Everything was typed, and then every way of changing one's mind about the rest. */
function everyMind(): Answers[] {
  return [
    voices.map((voice) => ({ voice })),
    kinds.map((kind) => ({ kind })),
    (['yes', 'no'] as const).map((safe) => ({ safe })),
    (['has-someone', 'not-now'] as const).map((advocate) => ({ advocate })),
    (['yes', 'partly', 'not-asked'] as const).map((agrees) => ({ agrees })),
    (['app', 'phone'] as const).map((replyBy) => ({ replyBy })),
    (['me', 'child', 'somebody-else'] as const).map((aboutWho) => ({ aboutWho })),
  ].reduce<Answers[]>((minds, ways) => minds.flatMap((mind) => ways.map((way) => ({ ...mind, ...way }))), [typed]);
}

const tokens = (text: string) => [...new Set(text.match(/typed-[a-z-]+/g))].sort();

test.each([false, true])('what is sent is what stands there to be looked at (an addition: %s)', (isAddition) => {
  for (const answers of everyMind()) {
    const shown = linesOf({ answers, isAddition }).map(({ text }) => text);
    const sent = answersThatCount({ answers, isAddition });
    expect(tokens(JSON.stringify(sent)), JSON.stringify(answers)).toEqual(tokens(shown.join(' ')));
    expect(
      shown.some((text) => text === 'No' || text.startsWith('No, someone')),
      JSON.stringify(answers),
    ).toBe(sent.safe === 'no');
  }
});

test('who must not handle it, by role alone, is a point that was said back', () => {
  const answers: Answers = { kind: 'complaint', words: 'She did not ring.', aboutWhat: 'social-worker' };
  expect(linesOf({ answers }).map(({ step }) => step)).toContain('not-this-person');
  const names = pointsOf({ answers: { ...answers, saidBack: { 'not-this-person': 'right' } } });
  expect(names).toContainEqual({ name: 'notThisRole', is: 'right' });
  expect(names.map(({ name }) => name)).not.toContain('notThisPerson');
});
