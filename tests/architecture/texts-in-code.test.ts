import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { textsInCode } from './texts-in-code.ts';

describe('a text for a person is found in code', () => {
  test.each([
    ['between tags', 'const A = () => <p>Hello <b>{name}</b></p>;', ['Hello']],
    ['in braces', "const A = () => <p>{'Hello'}</p>;", ['Hello']],
    ['in a choice', "const A = () => <p>{isIt ? 'Yes' : t('no')}</p>;", ['Yes']],
    ['behind a condition', `const A = () => <p>{isIt && \`It is \${name}\`}</p>;`, ['It is ']],
    ['in what is heard', 'const A = () => <a aria-label="Back" />;', ['Back']],
    ['in what is heard, in braces', "const A = () => <input placeholder={'Write'} />;", ['Write']],
    ['in a fragment', 'const A = () => <>Hello</>;', ['Hello']],
  ])('%s', (_, code, texts) => expect(textsInCode(code)).toEqual(texts));

  test.each([
    ['a key', "const A = () => <p>{t('who.title')}</p>;"],
    ['a class', 'const A = () => <p class="help" role="status">{text}</p>;'],
    ['a type', 'const a = useRef<HTMLElement>(null); const b = 1 < 2;'],
    ['signs without letters', 'const A = () => <p>{one} · {other}</p>;'],
  ])('and is not %s', (_, code) => expect(textsInCode(code)).toEqual([]));
});

const screens = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => path.join('src', file));

test.each(screens)('%s: every text stands in locales', (file) => {
  expect(textsInCode(readFileSync(file, 'utf8'))).toEqual([]);
});
