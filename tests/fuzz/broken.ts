import fc from 'fast-check';
import { anyText, planted } from './any-text.ts';
import { Known } from './from-schema.ts';
import { Raw } from './written.ts';

/** Ways to break a value, and ways to break a text of JSON. Whether what comes out is truly wrong, the schema says. */

type Where = (string | number)[];

const nested = (open: string, close: string, depth: number) => new Raw(open.repeat(depth) + close.repeat(depth));

/** Takes the place of something, wherever that is. */
const stranger: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, '', ' ', [], {}, [[]], [null], { a: 1 }, planted),
  fc.constantFrom(
    new Raw('1e400'),
    new Raw('-0'),
    new Raw('9007199254740993'),
    new Raw(`${'9'.repeat(400)}`),
    new Raw('1E-400'),
    new Raw('"\\ud800"'),
    new Raw(`"${planted}\\udfff"`),
    new Raw(`"${planted} \\u0000"`),
    new Raw('{"__proto__":{"admin":true}}'),
    nested('[', ']', 100),
    new Raw(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`),
    nested('[', ']', 20_000),
  ),
  fc.integer(),
  fc.double(),
  anyText(0, 300),
  // From nothing to ten times the longest.
  fc.constantFrom(201, 2_000, 20_001, 40_000, 200_000).map((length) => planted.repeat(length / 8).padEnd(length, 'x')),
  fc.constantFrom(20_001, 200_000).map((length) => '😀'.repeat(length)),
  fc.array(fc.integer(), { maxLength: 300 }),
);

const strangeNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  'Words',
  planted,
  '\u0000',
];

type Mutation =
  | { how: 'replace'; by: unknown }
  | { how: 'drop' }
  | { how: 'add'; name: string; by: unknown }
  | { how: 'more'; times: number };

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 4, arbitrary: stranger.map((by): Mutation => ({ how: 'replace', by })) },
  { weight: 1, arbitrary: fc.constant<Mutation>({ how: 'drop' }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...strangeNames), stranger)
      .map(([name, by]): Mutation => ({ how: 'add', name, by })),
  },
  { weight: 1, arbitrary: fc.constantFrom(2, 10, 1000).map((times): Mutation => ({ how: 'more', times })) },
);

/** Draws such a value with one to three of its places broken. */
export function broken(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const breaks = fc.array(fc.tuple(fc.nat({ max: 999 }), mutation), { minLength: 1, maxLength: 3 });
  return fc.tuple(valid, breaks).map(([value, all]) =>
    all.reduce((made, [pick, how]) => {
      const places = placesOf(made);
      return changed(made, places[pick % places.length] ?? [], how);
    }, value),
  );
}

function isPlain(value: unknown): value is Record<string, unknown> | unknown[] {
  return typeof value === 'object' && value !== null && !(value instanceof Known) && !(value instanceof Raw);
}

function placesOf(value: unknown, at: Where = []): Where[] {
  if (!isPlain(value) || at.length > 6) return [at];
  const entries = Array.isArray(value) ? [...value.entries()].slice(0, 20) : Object.entries(value);
  return [at, ...entries.flatMap(([name, each]) => placesOf(each, [...at, name]))];
}

function changed(value: unknown, [first, ...rest]: Where, how: Mutation): unknown {
  if (first === undefined) return changedHere(value, how);
  if (Array.isArray(value)) {
    const isHere = rest.length === 0 && how.how === 'drop';
    if (isHere) return value.filter((_, index) => index !== first);
    return value.map((each, index) => (index === first ? changed(each, rest, how) : each));
  }
  if (!isPlain(value)) return value;
  const entries = Object.entries(value).filter(
    ([name]) => !(name === first && rest.length === 0 && how.how === 'drop'),
  );
  return Object.fromEntries(entries.map(([name, each]) => [name, name === first ? changed(each, rest, how) : each]));
}

function changedHere(value: unknown, how: Mutation): unknown {
  if (how.how === 'replace') return how.by;
  if (how.how === 'add' && isPlain(value) && !Array.isArray(value)) {
    // `__proto__` as a name of its own, as JSON has it.
    return Object.fromEntries([...Object.entries(value), [how.name, how.by]]);
  }
  if (how.how === 'more') {
    if (Array.isArray(value))
      return Array.from(
        { length: value.length * how.times || how.times },
        (_, index) => value[index % Math.max(1, value.length)],
      );
    if (typeof value === 'string') return value.repeat(how.times).slice(0, 300_000);
    if (typeof value === 'number') return value * how.times;
  }
  return how.how === 'drop' ? null : value;
}

/** Changes a text of JSON into one that may be none, or into bytes that are no text. */
export const textBreaks = {
  'cut short': (text: string) => text.slice(0, Math.floor(text.length * 0.7)),
  'something behind it': (text: string) => `${text}${planted}`,
  twice: (text: string) => text + text,
  'a comma too many': (text: string) => text.replace(/\}$/, ',}'),
  'a name twice, the last wrong': (text: string) => text.replace(/\}$/, ',"version":"no","action":7,"token":[]}'),
  'a name twice, the first wrong': (text: string) => text.replace(/^\{/, '{"version":"no",'),
  'a comment': (text: string) => `/* ${planted} */${text}`,
  'single quotes': (text: string) => text.replaceAll('"', "'"),
  'brackets without end': () => '['.repeat(100_000),
  'names without end': () => '{"a":'.repeat(100_000),
  'brackets to a great depth': () => '['.repeat(100_000) + ']'.repeat(100_000),
  nothing: () => '',
  'white space': () => ' \t\r\n',
  'no JSON': () => `words=${planted}&kind=complaint`,
  NaN: () => 'NaN',
  NUL: () => '\0',
  'a NUL behind it': (text: string) => `${text}\0`,
  'bytes that are no UTF-8': (text: string) => bytes(text.replace(/"\}?$/, ''), [0xff, 0xfe, 0x22, 0x7d]),
  'an overlong slash': (text: string) => bytes(text, [0xc0, 0xaf]),
  'half a letter': (text: string) => bytes(text, [0xf0, 0x9f, 0x98]),
  'a surrogate in UTF-8': (text: string) => bytes(`${text.slice(0, -1)},"words":"`, [0xed, 0xa0, 0x80, 0x22, 0x7d]),
  'UTF-16': (text: string) => Buffer.from(text, 'utf16le'),
  'a byte order mark': (text: string) => `\ufeff${text}`,
  'as long as the limit': (text: string) => text.padEnd(512 * 1024, ' '),
  'a byte longer than the limit': (text: string) => text.padEnd(512 * 1024 + 1, ' '),
  'ten times the limit': (text: string) => text.padEnd(5 * 1024 * 1024, ' '),
} satisfies Record<string, (text: string) => string | Uint8Array>;

export type TextBreak = keyof typeof textBreaks;

/** So long that they are drawn seldom. */
export const longBreaks: readonly TextBreak[] = ['ten times the limit'];

function bytes(text: string, more: number[]): Uint8Array {
  return Buffer.concat([Buffer.from(text), Buffer.from(more)]);
}
