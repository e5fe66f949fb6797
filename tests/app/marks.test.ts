import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pointsOf, pointsShown } from '../../src/app/answer-lines.ts';
import {
  anotherSitting,
  answered,
  keptForLater,
  marksTogether,
  nameToSend,
  saidBackOnce,
  ticked,
  typedByOf,
} from '../../src/app/marks.ts';
import type { Answers } from '../../src/device/answers.ts';
import type { Draft } from '../../src/device/drafts.ts';
import { aDraft } from '../device/this-device.ts';

const begun = (answers: Answers = {}): Draft => aDraft({ answers, seen: ['who'], step: 'kind' });
/** One answer after the other, as a person gives them. */
function saying(begin: Draft, ...parts: Answers[]): Draft {
  let draft = begin;
  for (const part of parts) draft = { ...draft, ...answered(draft, part) };
  return draft;
}
const marksOf = (...parts: Answers[]) => saying(begun(), ...parts).answers.marks;

const helped = { withMe: 'someone' } as const;
const alone = { withMe: 'nobody' } as const;

describe('whose words an answer is', () => {
  test('is nobody’s mark as long as nobody has said who is with them', () => {
    expect(marksOf({ kind: 'complaint' }, { words: 'She did not ring.' })).toBeUndefined();
  });

  test('is that of who is there when it is given', () => {
    expect(marksOf({ kind: 'complaint' }, helped, { words: 'H' }, { words: 'He' }, alone, { safe: 'yes' })).toEqual({
      words: 'someone',
      safe: 'me',
    });
  });

  test('is of both where one wrote on at what the other had written, and not where it was begun anew', () => {
    expect(marksOf(alone, { words: 'Mine' }, helped, { words: 'Mine and' })).toEqual({ words: 'both' });
    expect(marksOf({ words: 'Mine' }, helped, { words: 'Mine and' })).toEqual({ words: 'both' });
    expect(marksOf(helped, { words: 'Hers' }, alone, { words: '' }, { words: 'Mine' })).toEqual({ words: 'me' });
  });

  test('changes with a choice that is pressed again, and not with words that are only passed by', () => {
    expect(marksOf(helped, { safe: 'yes' }, alone, { safe: 'yes' })).toEqual({ safe: 'me' });
    expect(marksOf(helped, { words: 'Hers' }, alone, { words: 'Hers' })).toEqual({ words: 'someone' });
  });

  test('goes with what is taken out', () => {
    expect(marksOf(helped, { words: 'Hers' }, { words: '' })).toBeUndefined();
  });

  test('is not asked of an adult who tells of a child: whose words an advocate sends is said for all of it', () => {
    const { answers } = saying(begun({ voice: 'advocate' }), helped, { words: 'Hers' });
    expect(answers.marks).toBeUndefined();
    expect(typedByOf({ ...answers, marks: { words: 'me' } }, answers)).toBeUndefined();
  });

  test('stays when the words are said in another register, and whoever helped is not there the next time', () => {
    const { answers } = saying(begun(), helped, { words: 'Hers' }, { register: 'younger' });
    expect(answers.marks).toEqual({ words: 'someone' });
    const later = saying(anotherSitting(begun(answers)), { safe: 'yes' });
    expect(later.answers.marks).toEqual({ words: 'someone' });
  });

  const part = fc.oneof(
    fc.constantFrom<Answers>(alone, helped, { register: 'older' }, { withMeWho: 'Mum' }),
    fc.constantFrom('', ' ', 'a', 'ab').map((words): Answers => ({ words })),
    fc.constantFrom('', 'a', 'b').map((name): Answers => ({ name })),
    fc.constantFrom<Answers>({ safe: 'yes' }, { safe: 'no' }, { advocate: 'yes' }, { advocate: undefined }),
  );

  test('is only ever on what was said, and only one person’s where only one was ever there', () => {
    let marked = 0;
    fc.assert(
      fc.property(fc.array(part, { maxLength: 15 }), (parts) => {
        const { answers } = saying(begun(), ...parts);
        const sent = typedByOf(answers, answers)?.answers ?? {};
        for (const name of Object.keys(sent)) expect(String(answers[name as keyof Answers]).trim()).not.toBe('');
        const there = new Set(parts.flatMap(({ withMe }) => withMe ?? []));
        if (!there.has('someone')) expect(Object.values(sent)).not.toContain('someone');
        if (!there.has('nobody')) expect(Object.values(sent)).not.toContain('me');
        if (there.size === 0) expect(sent).toEqual({});
        marked += Object.keys(sent).length;
      }),
    );
    expect(marked).toBeGreaterThan(0);
  });
});

describe('what is sent of it', () => {
  test('is one mark for an answer of several parts, and who helped where somebody did', () => {
    const { answers } = saying(begun(), { withMeWho: ' Mum ' }, helped, { replyBy: 'phone' }, alone, { replyTo: '1' });
    expect(typedByOf(answers, answers)).toEqual({ who: 'Mum', answers: { reply: 'both' } });
    const own = saying(begun(), { withMeWho: 'Mum' }, alone, { words: 'Mine' }).answers;
    expect(typedByOf(own, own)).toEqual({ answers: { words: 'me' } });
  });

  test('is no mark of an answer that is not sent', () => {
    const { answers } = saying(begun(), helped, { words: 'Hers' }, { court: 'yes' });
    expect(typedByOf(answers, { words: 'Hers' })).toEqual({ answers: { words: 'someone' } });
  });

  test('is never more of a name than can be sent, cut between whole letters', () => {
    expect([...nameToSend('🐢'.repeat(300))]).toHaveLength(200);
  });
});

describe('of two tabs', () => {
  test('each answer keeps the mark of the tab it is from, and what both wrote at is both’s', () => {
    const theirs: Answers = { words: 'One.', safe: 'yes', marks: { words: 'me', safe: 'me' }, later: ['person'] };
    const ours: Answers = { words: 'Two.', name: 'Robin', marks: { words: 'someone', name: 'someone' } };
    const both = { ...theirs, ...ours, words: 'One.\nTwo.' };
    expect(marksTogether(theirs, ours, both)).toMatchObject({
      marks: { words: 'both', safe: 'me', name: 'someone' },
      later: ['person'],
    });
  });
});

describe('what was said back', () => {
  const told: Answers = { kind: 'complaint', words: 'She did not ring.', voice: 'young-person', safe: 'yes' };
  const is = (answers: Answers) => Object.fromEntries(pointsOf({ answers }).map((point) => [point.name, point.is]));

  test('is every point that stands there, as shown', () => {
    expect(is(told)).toEqual({ kind: 'shown', words: 'shown', voice: 'shown', safe: 'shown' });
  });

  test('is right where it was ticked, until the tick is taken back or the answer is another', () => {
    const once = ticked(told, 'words');
    expect(is(once)).toMatchObject({ words: 'right', safe: 'shown' });
    expect(is(ticked(once, 'words'))).toMatchObject({ words: 'shown' });
    expect(is(saying(begun(once), { words: 'She rang.' }).answers)).toMatchObject({ words: 'changed' });
    expect(is(saying(begun(once), { words: told.words }).answers)).toMatchObject({ words: 'right' });
  });

  test('is changed only where it stood there before', () => {
    const shown = saidBackOnce(told, pointsShown({ answers: told }));
    const { answers } = saying(begun(shown), { safe: 'not-sure' }, { advocate: 'yes' });
    expect(is(answers)).toMatchObject({ safe: 'changed', advocate: 'shown', words: 'shown' });
    expect(is(ticked(answers, 'safe'))).toMatchObject({ safe: 'right' });
  });

  test('counts an answer of two questions once: right where both are', () => {
    const answers: Answers = { ...told, replyBy: 'phone', replyTo: '01632 960123' };
    expect(is(ticked(answers, 'reply'))).toMatchObject({ reply: 'shown' });
    expect(is(ticked(ticked(answers, 'reply'), 'reply-how'))).toMatchObject({ reply: 'right' });
    expect(pointsOf({ answers }).filter(({ name }) => name === 'reply')).toHaveLength(1);
  });
});

describe('what is kept for later', () => {
  const place = (part: Partial<Draft>) => aDraft({ seen: ['who', 'kind'], step: 'words', ...part });

  test('is gone past, and what was written stays', () => {
    const draft = place({ answers: { voice: 'young-person', kind: 'complaint', words: 'Some.', withMe: 'someone' } });
    expect(keptForLater(draft)).toMatchObject({ step: 'wanted', answers: { words: 'Some.', later: ['words'] } });
  });

  test('waits with everything else where there is nothing to send without it', () => {
    const draft = place({ answers: { voice: 'young-person', kind: 'complaint', withMe: 'someone' } });
    expect(keptForLater(draft).step).toBe('words');
    const pictured = place({
      answers: { voice: 'child', kind: 'complaint', aboutWhat: 'school', feeling: 'sad' },
      seen: ['who', 'kind', 'about-what', 'feeling'],
    });
    expect(keptForLater(pictured).step).toBe('better');
  });

  test('is asked after all once nobody helps any more; an addition chooses for itself', () => {
    const draft = place({ answers: { ...helped, later: ['words'] }, seen: ['who', 'kind', 'words'] });
    expect(answered(draft, alone)).toMatchObject({ answers: { later: [] }, seen: ['who', 'kind'] });
    expect(answered({ ...draft, isAddition: true }, alone)).toMatchObject({ answers: { later: ['words'] } });
  });
});
