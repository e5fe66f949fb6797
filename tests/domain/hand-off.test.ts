import { describe, expect, test } from 'vitest';
import { type HandOff, parseHandOff } from '../../src/domain/hand-off.ts';

const origin = 'https://heard.example.org';
const file: HandOff = {
  heard: 'hand-off',
  version: 1,
  note: 'This is sealed.',
  to: origin,
  id: '0b3c5f0e-6d0a-4f0e-9d3b-1c2d3e4f5a6b',
  items: [{ deposit: 'D'.repeat(43), digest: 'S'.repeat(43), body: 'eyJhbGciOiJFQ0RILUVTIn0..aaaa.bbbb.cccc' }],
};
const parse = (change: object) => parseHandOff(JSON.stringify({ ...file, ...change }), origin);

test('a file for this council’s Heard is read, and what a later one may say beside it is passed over', () => {
  expect(parse({ pieces: [] })).toEqual(file);
  expect(parseHandOff(`\uFEFF${JSON.stringify(file, null, 2)}\r\n`, origin)).toEqual(file);
});

describe('no file to send is', () => {
  test.each([
    ['nothing', ''],
    ['a follow key', 'Open this link.\n\nhttps://heard.example.org/follow#key=ZXhhbXBsZS1mb2xsb3cta2'],
    ['a picture', '\u0089PNG\r\n\u001a\n'],
    ['other JSON', JSON.stringify({ id: file.id, items: file.items })],
    ['JSON that is no object', 'null'],
  ])('%s', (_, text) => {
    expect(parseHandOff(text, origin)).toEqual({ reason: 'not-ours' });
  });
});

describe('damaged is', () => {
  test('a file that was cut short, wherever', () => {
    const text = JSON.stringify(file);
    for (let length = 20; length < text.length; length += 1) {
      expect(parseHandOff(text.slice(0, length), origin)).toEqual({ reason: 'damaged' });
    }
  });

  test.each([
    ['another quotation mark, as a mail program makes them', JSON.stringify(file).replaceAll('"', '”')],
    ['nothing in it', JSON.stringify({ ...file, items: [] })],
    ['words that anybody reads in it', JSON.stringify({ ...file, items: [{ ...file.items[0], body: '{}' }] })],
    ['an id that is none', JSON.stringify({ ...file, id: '../status' })],
    ['an address that is none', JSON.stringify({ ...file, to: 'javascript:alert(1)' })],
    ['an address with more to it', JSON.stringify({ ...file, to: 'https://heard.example.org@evil.example' })],
    ['no version', JSON.stringify({ ...file, version: undefined })],
  ])('%s', (_, text) => {
    expect(parseHandOff(text, origin)).toEqual({ reason: 'damaged' });
  });
});

test('one for another council names it, and where it can be sent', () => {
  expect(parse({ to: 'https://heard.example.net:8443' })).toEqual({
    reason: 'other-address',
    host: 'heard.example.net:8443',
    link: 'https://heard.example.net:8443/follow',
  });
});

test('one of a later version is not taken for a damaged one', () => {
  expect(parse({ version: 2, items: undefined })).toEqual({ reason: 'newer' });
});
