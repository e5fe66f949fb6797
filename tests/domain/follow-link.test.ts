import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followLink, readFollowKey } from '../../src/domain/follow-link.ts';

const origin = 'https://heard.example.org';
const key = 'ZXhhbXBsZS1mb2xsb3cta2';
const link = followLink(origin, key);
const read = (given: string) => readFollowKey(given, origin);

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'];
const anyLetter = fc.constantFrom(...letters);
const keyOf = (minLength: number, maxLength: number) => fc.string({ unit: anyLetter, minLength, maxLength });
/** As this app makes them. */
const ownKey = keyOf(22, 22);
const anyOrigin = fc.constantFrom(origin, 'http://localhost:8080', 'https://a.b:8443');
const gap = fc.constantFrom(' ', '\n', '\r\n', '\t', '\r\n> ', ' \n ', '\u200b', '\u00ad');

test('the link leads to the page for following, with the key where no server sees it', () => {
  expect(link).toBe('https://heard.example.org/follow#key=ZXhhbXBsZS1mb2xsb3cta2');
  expect(new URL(link)).toMatchObject({ pathname: '/follow', search: '', hash: `#key=${key}` });
});

describe('every key', () => {
  test('is read back from its link, wherever that stands in a text', () => {
    const around = fc.constantFrom('', 'Open this:\n', 'Your number is H-1234-AB.\n\n', '<', '"', '(');
    const behind = fc.constantFrom('', '\n', '>', '"', '.', ')', '\n\nSent from my phone', ' thanks');
    fc.assert(
      fc.property(keyOf(22, 86), anyOrigin, around, behind, (made, at, before, after) => {
        expect(readFollowKey(`${before}${followLink(at, made)}${after}`, at)).toEqual({ followKey: made });
      }),
    );
  });

  test('is read alone, with gaps in it', () => {
    fc.assert(
      fc.property(keyOf(22, 86), fc.nat(), gap, (made, place, hole) => {
        const at = place % made.length;
        expect(read(` ${made.slice(0, at)}${hole}${made.slice(at)}\n`)).toEqual({ followKey: made });
      }),
    );
  });

  test('of this app is read from a link that a mail has broken anywhere', () => {
    fc.assert(
      fc.property(ownKey, anyOrigin, fc.array(fc.tuple(fc.nat(), gap), { maxLength: 4 }), (made, at, holes) => {
        let broken = followLink(at, made);
        for (const [place, hole] of holes) {
          const where = 1 + (place % (broken.length - 1));
          broken = broken.slice(0, where) + hole + broken.slice(where);
        }
        expect(readFollowKey(`Look:\n${broken}\n\nYours`, at)).toEqual({ followKey: made });
      }),
    );
  });
});

describe('what is no key', () => {
  test('for every text: an answer of a known shape, and never a key that is none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), keyOf(0, 100)), fc.boolean(), (text, isMarked) => {
        const answer = read(isMarked ? `#key=${text}` : text);
        if ('followKey' in answer) expect(answer.followKey).toMatch(/^[A-Za-z0-9_-]{22,86}$/);
        else expect(['empty', 'not-a-key', 'other-address']).toContain(answer.reason);
      }),
    );
  });

  test('says how many letters are missing, in a link too', () => {
    fc.assert(
      fc.property(keyOf(1, 21), (short) => {
        const answer = { reason: 'not-a-key', how: 'too-short', missing: 22 - short.length };
        expect(read(short)).toEqual(answer);
        expect(read(followLink(origin, short))).toEqual(answer);
      }),
    );
  });

  test('says how many are too many', () => {
    fc.assert(
      fc.property(keyOf(87, 120), (long) => {
        const answer = { reason: 'not-a-key', how: 'too-long', extra: long.length - 86 };
        expect(read(long)).toEqual(answer);
        expect(read(followLink(origin, long))).toEqual(answer);
      }),
    );
  });

  test.each(['+', '/', 'ß', '😀', '.', '!'])('says that no key has a %s', (letter) => {
    const wrong = `${key.slice(0, 9)}${letter}${key.slice(9, 12)}${letter}${key.slice(12)}`;
    const answer = { reason: 'not-a-key', how: 'other-letters', letters: [letter] };
    expect(read(wrong)).toEqual(answer);
    expect(read(followLink(origin, wrong))).toEqual(answer);
  });

  test.each(['', '  \n', '\u200b'])('nothing is nothing: %j', (nothing) => {
    expect(read(nothing)).toEqual({ reason: 'empty' });
  });

  test('a link without its key is too short by all of it', () => {
    expect(read(`${origin}/follow#key=`)).toEqual({ reason: 'not-a-key', how: 'too-short', missing: 22 });
  });
});

describe('what stands for the same', () => {
  test.each([
    ['an address as browsers show it', `heard.example.org/follow#key=${key}`],
    ['the end of an address', `/follow#key=${key}`],
    ['only the end', `#key=${key}`],
    ['http instead of https', link.replace('https', 'http')],
    ['capital letters in the host', link.replace('heard', 'HEARD')],
    ['the usual port', link.replace('.org', '.org:443')],
    ['signs that a mail wrote out', link.replace('#', '%23').replace('key=', 'key%3D')],
    ['quotation marks around the key', `“${key}”`],
    ['a full stop behind the key', `${key}.`],
    ['something added behind the key', `${link}&from=mail`],
    ['a link in the lines of a quotation', `> Look here:\n> ${link.slice(0, 45)}\n> ${link.slice(45)}`],
  ])('%s', (_, given) => {
    expect(read(given)).toEqual({ followKey: key });
  });

  test('hyphens that a keyboard has made dashes of', () => {
    const hyphens = 'ab-cd--efghijklmnopqrs';
    expect(read('ab–cd—efghijklmnopqrs')).toEqual({ followKey: hyphens });
  });
});

describe('a link of another installation', () => {
  test.each([
    ['another council', `https://heard.elsewhere.org/follow#key=${key}`, 'heard.elsewhere.org', 'https'],
    ['another port', `http://localhost:8080/follow#key=${key}`, 'localhost:8080', 'http'],
    ['without a scheme', `heard.elsewhere.org/follow#key=${key}`, 'heard.elsewhere.org', 'https'],
    [
      'one that begins like ours',
      `${origin}.elsewhere.org/follow#key=${key}`,
      'heard.example.org.elsewhere.org',
      'https',
    ],
    ['one dressed up as ours', `https://heard.example.org@elsewhere.org/follow#key=${key}`, 'elsewhere.org', 'https'],
    ['one broken by a mail', `https://heard.else\nwhere.org/fol low#key=${key}`, 'heard.elsewhere.org', 'https'],
  ])('%s', (_, given, host, scheme) => {
    const itsLink = `${scheme}://${host}/follow#key=${key}`;
    expect(read(given)).toEqual({ reason: 'other-address', host, link: itsLink });
  });

  test('whose key is mistyped is a mistyped key first', () => {
    expect(read('https://elsewhere.org/follow#key=short')).toMatchObject({ reason: 'not-a-key', how: 'too-short' });
  });
});
