import { describe, expect, test } from 'vitest';
import app from '../../locales/en/app.json' with { type: 'json' };
import desk from '../../locales/en/desk.json' with { type: 'json' };
import mail from '../../locales/en/mail.json' with { type: 'json' };
import pages from '../../locales/en/pages.json' with { type: 'json' };
import poster from '../../locales/en/poster.json' with { type: 'json' };
import { type Texts, textsIn } from './texts.ts';

const ofTheApp = import.meta.glob<string>('../../src/app/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const ofTheDesk = import.meta.glob<string>(
  ['../../src/desk/**/*.{ts,tsx}', '../../src/server/desk/*.ts', '!../../src/desk/poster/Poster.tsx'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);
const ofThePoster = import.meta.glob<string>('../../src/desk/poster/Poster.tsx', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const ofTheMail = import.meta.glob<string>('../../src/server/jobs/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The literal texts in a room's code, and its template literals as patterns: `steps.${step}.done`. */
function readCode(files: Record<string, string>): { literals: Set<string>; patterns: RegExp[] } {
  const code = Object.values(files).join('\n');
  const literals = [...code.matchAll(/['"]([\w.-]+)['"]/g)].map(([, literal = '']) => literal);
  const patterns = [...code.matchAll(/`([\w-]+\.[^`\s]*\$\{[^`]*)`/g)].map(([, template = '']) => {
    const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
    return new RegExp(`^${parts.join('[^.]+')}$`);
  });
  return { literals: new Set(literals), patterns };
}

// How many keys stand in the code, whole and put together, at least: fewer, and this looks in the wrong place.
const files: [string, Texts, Record<string, string>, asked: number, together: number][] = [
  ['app.json', app, ofTheApp, 20, 3],
  ['desk.json', desk, ofTheDesk, 20, 3],
  ['poster.json', poster, ofThePoster, 5, 0],
  ['mail.json', mail, ofTheMail, 5, 1],
];

describe.each(files)('%s', (_, texts, code, fewestAsked, fewestTogether) => {
  const keys = new Set(textsIn(texts).map(({ key }) => key));
  const { literals, patterns } = readCode(code);

  test('every text is used by somebody', () => {
    const unused = [...keys].filter((key) => !literals.has(key) && !patterns.some((pattern) => pattern.test(key)));
    expect(unused).toEqual([]);
  });

  test('every key that stands in the code has its text', () => {
    const asked = Object.values(code).flatMap((file) => [...file.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key));
    const looksLikeKey = [...literals].filter((literal) => /^\w+\.[\w.-]+$/.test(literal) && startsLikeOne(literal));
    expect([...asked, ...looksLikeKey].filter((key = '') => !keys.has(key))).toEqual([]);
    expect(asked.length).toBeGreaterThan(fewestAsked);
  });

  test('every key that is put together in the code leads somewhere', () => {
    const lost = patterns.filter((pattern) => startsLikeOne(pattern.source.slice(1)));
    expect(lost.filter((pattern) => ![...keys].some((key) => pattern.test(key)))).toEqual([]);
    expect(lost.length).toBeGreaterThanOrEqual(fewestTogether);
  });

  test('no text is empty, and none is there twice under one key', () => {
    const all = textsIn(texts);
    expect(all.filter(({ text }) => !text.trim())).toEqual([]);
    expect(new Set(all.map(({ key, ending }) => key + ending)).size).toBe(all.length);
  });

  test('what has a register’s or a plural’s form has the form that others fall back to', () => {
    const all = textsIn(texts);
    const without = all.filter(({ key, ending }) => {
      const forms = all.filter((each) => each.key === key).map((each) => each.ending);
      return ending && !forms.includes('') && !forms.includes('_other');
    });
    expect(without).toEqual([]);
  });

  test('every form of a text is filled with the same things', () => {
    const places = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort().join();
    for (const { key, ending, text } of textsIn(texts)) {
      const [plain] = textsIn(texts).filter((each) => each.key === key && ['', '_other'].includes(each.ending));
      // "Today" needs no number.
      if (ending !== '_zero') expect(places(text), key + ending).toBe(places(plain?.text ?? ''));
    }
  });

  function startsLikeOne(text: string): boolean {
    const [first = ''] = text.replaceAll('\\', '').split('.');
    return typeof texts[first] === 'object';
  }
});

test('a number that is said has a form for one', () => {
  const counted = [...textsIn(app), ...textsIn(desk), ...textsIn(mail)].filter(({ text }) =>
    text.includes('{{count}}'),
  );
  const noun = counted.filter(({ ending, text }) => !ending && !/at least/i.test(text));
  expect(noun.map(({ key }) => key)).toEqual([]);
});

test('what should happen is never promised', () => {
  const promised = [...textsIn(app), ...textsIn(pages), ...textsIn(poster)].filter(({ text }) =>
    /\b(will|won’t|shall|promise|always)\b/i.test(text),
  );
  expect(promised).toEqual([]);
});
