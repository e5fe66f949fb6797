import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { oneSided } from './either-side.ts';

const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));

test('there are style sheets to look at', () => expect(sheets.length).toBeGreaterThan(20));

test.each(sheets)('%s knows no left and no right: Arabic is read from the other side', (sheet) => {
  expect(oneSided(readFileSync(path.join('src', sheet), 'utf8'))).toEqual([]);
});

describe('what knows left from right', () => {
  test.each([
    'margin-left: 1rem',
    'padding-right: 0',
    'border-left-color: red',
    'border-top-right-radius: 4px',
    'left: 0',
    'right: 1px',
    'text-align: left',
    'float: right',
    'padding: 0 1rem 0 2rem',
    'margin: 1px 2px 3px calc(2px + 1px)',
    'inset: 0 auto 0 0',
  ])('is %s', (declaration) => expect(oneSided(`.a { ${declaration}; }`)).toEqual([declaration]));

  test.each([
    'margin-inline-start: 1rem',
    'padding: 0 1rem 0 1rem',
    'margin: 1rem 0 0',
    'text-align: start',
    'inset-inline: 0 auto',
    'padding: 0.5rem max(min(1rem, 5vw), calc(50vw - 17.5rem))',
    'transition: left 1s',
    'color: red /* margin-left: 1rem */',
  ])('is not %s', (declaration) => expect(oneSided(`.a { ${declaration}; }`)).toEqual([]));
});
