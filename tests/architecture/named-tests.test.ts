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

describe.each(documents)('%s', (document) => {
  test('names tests, and each is there under that name', () => {
    const named = namedIn(document);
    expect(named.filter(({ test: name }) => name !== undefined).length).toBeGreaterThan(20);
    expect(named.filter((each) => !stands(each))).toEqual([]);
  });

  test('says of every row of its tables what shows it, or why nothing does', () => {
    const rows = readFileSync(document, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| ') && !/^\| (they try|it may|it brings|-|number)/.test(line));
    expect(rows.filter((row) => !/`(tests|src|tooling|docs)\/|not applicable|open/.test(row))).toEqual([]);
  });
});

test('a name that is in no file, and a file that is not there, are found', () => {
  expect(stands({ file: 'tests/architecture/named-tests.test.ts', test: 'names tests, and each is there' })).toBe(true);
  expect(stands({ file: 'tests/architecture/rules.ts', test: ['a name', 'that nobody gave'].join(' ') })).toBe(false);
  expect(stands({ file: 'tests/gone.test.ts', test: undefined })).toBe(false);
});
