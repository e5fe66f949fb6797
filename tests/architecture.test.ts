import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { roomOf, wrongImports } from './architecture/check-imports.ts';
import { mostLines, rooms, vagueNames } from './architecture/rules.ts';

function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, ...file.split(path.sep)))
    .filter((file) => ending.test(file));
}

const code = filesIn('src', /\.tsx?$/).filter((file) => !file.endsWith('.d.ts'));
const read = (file: string) => readFileSync(file, 'utf8');

test('every file stands in a room and imports only what its room may', () => {
  expect(code.flatMap((file) => wrongImports(file, read(file)))).toEqual([]);
});

test('the rules are about rooms that may be: none allows itself what it must never have', () => {
  const never = [
    ['app', 'worker'],
    ['worker', 'app'],
    ['server/intake', 'server/desk'],
    ['server/desk', 'server/intake'],
  ] as const;
  for (const [room, other] of never) expect(rooms[room]?.rooms).not.toContain(other);
});

describe('the domain is pure', () => {
  const impure =
    /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.|\bfetch\(|\blocalStorage\b|\bindexedDB\b|\bprocess\./;
  test.each(code.filter((file) => roomOf(file) === 'domain'))('%s', (file) => expect(read(file)).not.toMatch(impure));
});

test('only device/db opens the device’s database', () => {
  const opens = code.filter((file) => /\bopenDB\b|\bindexedDB\.open\b/.test(read(file)));
  expect(opens.filter((file) => file !== 'src/device/db.ts')).toEqual([]);
});

test('no file is so long that it is two', () => {
  const all = [...code, ...filesIn('tests', /\.tsx?$/), ...filesIn('tooling', /\.(mjs|ts)$/)];
  const long = all.filter((file) => read(file).split('\n').length > mostLines);
  expect(long).toEqual([]);
});

test('no file or folder is named for nothing', () => {
  const names = [...filesIn('src', /./), ...filesIn('tests', /./)].flatMap((file) => file.split('/'));
  expect(names.filter((name) => vagueNames.test(name.replace(/\..*$/, '')))).toEqual([]);
});
