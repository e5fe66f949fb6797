import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Problem, type ProblemCode, problems } from '../../../src/domain/problems.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { testStores } from '../open-test-store.ts';
import { countKept, createTestApp, newSent, type Sent, send } from '../test-app.ts';

/** Stands in everything that is sent here, and must not stand in any answer. */
const marker = 'Zanzibar-4711';
const good = { version: 1, kind: 'complaint', words: marker };
const bytes = (text: string) => new TextEncoder().encode(text);

interface Refusal {
  why: string;
  code: ProblemCode;
  sent: Partial<Sent>;
}

const shape: [string, unknown][] = [
  ['no words', { version: 1, kind: 'complaint' }],
  ['no kind', { version: 1, words: marker }],
  ['no version', { kind: 'complaint', words: marker }],
  ['a version that is no number', { ...good, version: marker }],
  ['a version that is no whole number', { ...good, version: 1.5 }],
  ['words that are a number', { ...good, words: 4711 }],
  ['words that are a list', { ...good, words: [marker] }],
  ['words that are null', { ...good, words: null }],
  ['an unknown kind', { ...good, kind: marker }],
  ['an unknown voice', { ...good, voice: marker }],
  ['an unknown register', { ...good, register: marker }],
  ['an unknown wish for an advocate', { ...good, advocate: marker }],
  ['a language that is none', { ...good, language: `${marker} ${marker}` }],
  ['a date that is none', { ...good, writtenAt: marker }],
  ['a field nobody knows', { ...good, [marker]: marker }],
  ['empty words', { ...good, words: '' }],
  ['words of white space alone', { ...good, words: ' \t\n\u00a0\u3000 ' }],
  ['words of invisible characters alone', { ...good, words: '\u200b\u200d\u2060\ufeff' }],
  ['20,001 letters', { ...good, words: marker.padEnd(20_001, 'a') }],
  ['20,001 emoji', { ...good, words: '😀'.repeat(20_001) }],
  ['a list', [good]],
  ['a text', marker],
  ['a number', 1],
  ['null', null],
];

const text: [string, string][] = [
  ['a lone surrogate', `{"version":1,"kind":"complaint","words":"${marker} \\ud83d"}`],
  ['NUL', `{"version":1,"kind":"complaint","words":"${marker} \\u0000"}`],
  ['__proto__ as a key', `{"version":1,"kind":"complaint","words":"${marker}","__proto__":{"voice":"child"}}`],
  ['constructor as a key', `{"version":1,"kind":"complaint","words":"${marker}","constructor":{"prototype":1}}`],
  ['deep nesting', `{"version":1,"kind":"complaint","words":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
  ['__proto__ alone', `{"__proto__":{"version":1,"kind":"complaint","words":"${marker}"}}`],
];

const notJson: [string, string | Uint8Array][] = [
  ['nothing', ''],
  ['half of it', `{"version":1,"words":"${marker}`],
  ['no JSON', `version=1&words=${marker}`],
  ['bytes that are no UTF-8', new Uint8Array([...bytes(`{"words":"${marker}`), 0xff, 0xfe, ...bytes('"}')])],
  ['UTF-16', new Uint8Array(Buffer.from(JSON.stringify(good), 'utf16le'))],
  ['a NUL byte', JSON.stringify(good).replace(marker, `${marker}\u0000`)],
];

const media: [string, Record<string, string | undefined>][] = [
  ['plain text', { 'Content-Type': 'text/plain' }],
  ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }],
  ['no content type', { 'Content-Type': '' }],
  ['another charset', { 'Content-Type': 'application/json; charset=iso-8859-1' }],
  ['another JSON', { 'Content-Type': 'application/ld+json' }],
  ['gzip', { 'Content-Encoding': 'gzip' }],
  ['an encoding nobody knows', { 'Content-Encoding': marker }],
];

const keys: [string, ProblemCode, string | undefined][] = [
  ['no key', 'key-missing', undefined],
  ['an empty key', 'key-malformed', 'Bearer '],
  ['a short key', 'key-malformed', `Bearer ${marker}`],
  ['a key with other signs', 'key-malformed', `Bearer ${'%'.repeat(22)}`],
  ['another scheme', 'key-malformed', `Basic ${marker}`],
  ['a Deposit that is no hash', 'key-malformed', `Deposit ${marker}`],
  ['two keys', 'key-malformed', `Bearer ${'a'.repeat(22)} ${'b'.repeat(22)}`],
  ['a key that never ends', 'key-malformed', `Bearer ${'a'.repeat(5_000)}`],
];

const refusals: Refusal[] = [
  ...shape.map(([why, value]) => ({ why, code: 'invalid-submission' as const, sent: { body: JSON.stringify(value) } })),
  ...text.map(([why, body]) => ({ why, code: 'invalid-submission' as const, sent: { body } })),
  ...notJson.map(([why, body]) => ({ why, code: 'malformed-json' as const, sent: { body } })),
  ...media.map(([why, headers]) => ({ why, code: 'unsupported-media-type' as const, sent: { headers } })),
  ...keys.map(([why, code, Authorization]) => ({ why, code, sent: { headers: { Authorization } } })),
  ...['not-a-uuid', marker, '0b3c5f0e6d0a4f0e9d3b1c2d3e4f5a6b', '%00', 'a'.repeat(3_000)].map((id) => ({
    why: `the id ${id.slice(0, 40)}`,
    code: 'invalid-id' as const,
    sent: { id },
  })),
  { why: 'a version of the future', code: 'unknown-version', sent: { body: { ...good, version: 2, new: marker } } },
  { why: 'a version below the first', code: 'unknown-version', sent: { body: { ...good, version: 0 } } },
  { why: 'a body over the limit', code: 'too-large', sent: { body: { ...good, words: marker.repeat(50_000) } } },
  { why: 'a stream over the limit', code: 'too-large', sent: { body: endless() } },
];

/** A body whose length nobody says beforehand. */
function endless(): ReadableStream {
  let left = 64;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(bytes(marker.repeat(1_000)));
      left -= 1;
      if (left === 0) controller.close();
    },
  });
}

// What is refused never comes as far as a store, so one engine shows it.
describe('what is refused', () => {
  let store: Store;
  let app: Hono;
  beforeAll(async () => {
    store = (await testStores[0]?.open()) as Store;
    app = createTestApp(store);
  });
  afterAll(() => store.close());

  test.each(refusals)('$why: $code, without an echo, and nothing is kept', async ({ code, sent }) => {
    const response = await send(app, newSent({ body: good, ...sent }));
    const answer = await response.text();
    expect(JSON.parse(answer)).toMatchObject({ code });
    expect(response.status).toBe(problems[code].status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(Problem.parse(JSON.parse(answer)).type).toBe(`urn:heard:problem:${code}`);
    expect(answer + JSON.stringify([...response.headers])).not.toContain(marker);
    expect(await countKept(store)).toEqual({ cases: 0, versions: 0, events: 0 });
  });

  test('a refusal tells where the body is wrong', async () => {
    const response = await send(app, newSent({ body: { ...good, kind: marker, words: 3 } }));
    const { errors } = Problem.parse(await response.json());
    expect(errors?.map(({ pointer }) => pointer).sort()).toEqual(['/kind', '/words']);
  });

  test('a method this address does not take', async () => {
    for (const method of ['GET', 'POST', 'DELETE', 'PATCH']) {
      const response = await app.request(`/api/submissions/${newSent().id}`, { method });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toContain('PUT');
      expect(await response.json()).toMatchObject({ code: 'method-not-allowed' });
    }
  });

  test('an address that is not there', async () => {
    const response = await app.request(`/api/${marker}`);
    expect(response.status).toBe(404);
    const answer = await response.text();
    expect(JSON.parse(answer)).toMatchObject({ code: 'not-found' });
    expect(answer).not.toContain(marker);
  });
});
