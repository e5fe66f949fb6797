import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSimilarName, wordsOf } from '../../src/domain/similar-names.ts';

const account = (name: string, email = 'x7@example.gov.uk') => ({ name, email });

describe('a name that was typed is like an account’s', () => {
  const like: [typed: string, name: string, why: string][] = [
    ['Sarah', 'Sarah Green', 'one word of it'],
    ['sarah GREEN', 'Sarah Green', 'whatever the case'],
    ['Mrs Green', 'Sarah Green', 'with a title'],
    ['my social worker Tom', 'Tom Hill', 'among other words'],
    ['Zoë', 'Zoe Lee', 'without the accent'],
    ["O'Brien", 'Pat OBrien', 'without the sign'],
    ['Smith-Jones', 'Ann Jones', 'half of a double name'],
    ['Mary Anne', 'Maryanne Lee', 'written apart'],
    ['sarahgreen', 'Sarah Green', 'written together'],
    ['sara greene', 'Sarah Green', 'nearly so spelt'],
    ['Hnanah', 'Hannah Cole', 'two letters swapped'],
    ['Stephen', 'Steven Ray', 'as it sounds'],
    ['Cathrin', 'Kathryn Ray', 'as it sounds'],
    ['Filip', 'Phillip Ray', 'as it sounds'],
    ['Sam', 'Samantha Ray', 'its beginning'],
    ['Jo', 'Joanna Ray', 'its beginning, in two letters'],
    ['Thomas', 'Tom Hill', 'longer than theirs'],
    ['Bill', 'William Moss', 'a short form'],
    ['Becky', 'Rebecca Moss', 'a short form'],
    ['SG', 'Sarah Green', 'initials'],
    ['S. G.', 'Sarah Green', 'initials apart'],
    ['Miss T', 'Kit Tan', 'one initial and a title'],
    ['Miss A', 'Ann Hill', 'an initial that is a word elsewhere'],
    ['my foster carer', 'Jane Foster', 'a word that is a name as well'],
    ['Tom and Sarah', 'Sarah Green', 'one of two'],
    ['王', '王 伟', 'in another writing'],
  ];
  test.each(like)('%s, %s: %s', (typed, name) => {
    expect(isSimilarName(typed, account(name))).toBe(true);
  });

  test('by the part of its address before the @, and not by the rest', () => {
    expect(isSimilarName('Priya', account('P. Shah', 'priya.shah@example.gov.uk'))).toBe(true);
    expect(isSimilarName('example', account('P. Shah', 'priya.shah@example.gov.uk'))).toBe(false);
  });
});

describe('a name that was typed is not like an account’s', () => {
  const unlike: [typed: string, name: string][] = [
    ['Tom', 'Sarah Green'],
    ['Tom', 'Tim Hill'],
    ['Sarah Green', 'Kit Moss'],
    // These name nobody: an officer must say who it is, and until then it keeps nobody out.
    ['my social worker', 'Sarah Walker'],
    ['the team manager', 'Theo Mannering'],
    ['the Education Welfare Officer', 'Officer'],
    ['my manager, Kit', 'Manager'],
    ['nobody', 'Nora Body'],
    ['the man who came', 'Amanda Camden'],
    ['I do not know her name', 'Ida Nameth'],
    ['a', 'Ann Hill'],
    ['🙂', 'Ann Hill'],
    ['???', 'Ann Hill'],
    // A letter beside a name is no initial of somebody else.
    ['Tom H', 'Hilda Moss'],
  ];
  test.each(unlike)('%s, %s', (typed, name) => {
    expect(isSimilarName(typed, account(name))).toBe(false);
  });
});

const letters = fc.stringMatching(/^[b-z]{4,12}$/);

describe('whatever a name is', () => {
  test('it is like itself, and each of its words is, in any case and among others', () => {
    fc.assert(
      fc.property(letters, letters, letters, (first, last, before) => {
        const own = account(`${first} ${last}`);
        for (const typed of [`${first} ${last}`, last.toUpperCase(), `${before}, ${first}!`, `Ms ${last}`]) {
          expect(isSimilarName(typed, own)).toBe(true);
        }
      }),
    );
  });

  test('one letter more, less or other does not make it another', () => {
    fc.assert(
      fc.property(letters, fc.nat(), fc.constantFrom('x', 'é', ''), (name, at, sign) => {
        const place = at % name.length;
        const typed = `the ${name.slice(0, place)}${sign}${name.slice(place + 1)}`;
        expect(isSimilarName(typed, account(`Q ${name}`))).toBe(true);
      }),
    );
  });

  test('it is compared as it is kept: its words alone decide', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), letters, (typed, name) => {
        const kept = wordsOf(typed).join(' ');
        expect(wordsOf(kept)).toEqual(wordsOf(typed));
        expect(isSimilarName(kept, account(name))).toBe(isSimilarName(typed, account(name)));
      }),
    );
  });
});
