import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Documents that say what is so, and name the test that shows it. */
const documents = ['docs/security.md', 'docs/asvs.md'].filter((file) => existsSync(file));

interface Named {
  file: string;
  /** The test in it, or the part of its name that does not change from row to row. */
  test: string | undefined;
}

function namedIn(document: string): Named[] {
  const text = readFileSync(document, 'utf8');
  return [...text.matchAll(/`((?:tests|src|tooling|docs|locales)\/[^`]+)`(?: “([^”]+)”)?/g)].map(([, file, test]) => ({
    file: file ?? '',
    test,
  }));
}

/** As a name stands in the code, whichever quotes are around it. */
function stands({ file, test: name }: Named): boolean {
  if (!existsSync(file)) return false;
  return name === undefined || readFileSync(file, 'utf8').replaceAll("\\'", "'").includes(name);
}

function rowsOf(document: string): string[] {
  return readFileSync(document, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (they try|it may|it brings|-|number)/.test(line));
}

/** The first part of each of OWASP's chapters asks that something is written down: there a document shows it. */
const asksForDocument = /^\| \d+\.1\.\d+ /;

function isShown(row: string): boolean {
  const stand = row.split('|').at(-2)?.trim() ?? '';
  if (/^(not applicable|open)\b/.test(stand)) return true;
  return /`tests\/[^`]+` “[^”]+”/.test(stand) || (asksForDocument.test(row) && stand.includes('`docs/'));
}

describe.each(documents)('%s', (document) => {
  test('names tests, and each is there under that name', () => {
    const named = namedIn(document);
    expect(named.filter(({ test: name }) => name !== undefined).length).toBeGreaterThan(20);
    expect(named.filter((each) => !stands(each))).toEqual([]);
  });

  test('says of every row of its tables what shows it, or why nothing does', () => {
    expect(rowsOf(document).filter((row) => !isShown(row))).toEqual([]);
  });
});

test('what is said to be so is shown by a test with its name, and a source file shows nothing', () => {
  const named = '`tests/server/main.test.ts` “a port that is in use is said, with what to do”';
  expect(isShown(`| 6.2.6 | masked | met: ${named} |`)).toBe(true);
  expect(isShown('| 6.2.6 | masked | met: `src/desk/SignIn.tsx` |')).toBe(false);
  expect(isShown('| 6.2.6 | masked | met: `docs/asvs.md` |')).toBe(false);
  expect(isShown('| 6.2.6 | masked | met: the same, `tests/server/main.test.ts` |')).toBe(false);
  expect(isShown('| 6.1.3 | written down | met: `docs/asvs.md` |')).toBe(true);
  expect(isShown('| 6.1.3 | written down | met: `src/desk/SignIn.tsx` |')).toBe(false);
  expect(isShown('| 6.6.1 | no SMS | not applicable: none is sent |')).toBe(true);
  expect(isShown('| open it | a key opens nothing | `src/desk/SignIn.tsx` |')).toBe(false);
});

test('a name that is in no file, and a file that is not there, are found', () => {
  expect(stands({ file: 'tests/architecture/named-tests.test.ts', test: 'names tests, and each is there' })).toBe(true);
  expect(stands({ file: 'tests/architecture/rules.ts', test: ['a name', 'that nobody gave'].join(' ') })).toBe(false);
  expect(stands({ file: 'tests/gone.test.ts', test: undefined })).toBe(false);
});
