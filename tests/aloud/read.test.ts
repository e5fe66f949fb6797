import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Ending, read, stopReading } from '../../src/aloud/read.ts';
import { american, english, faraway, standInVoices, welsh } from './stand-in-voices.ts';

let endings: Ending[] = [];

beforeEach(() => {
  endings = [];
  document.documentElement.lang = 'en';
  standInVoices([faraway, american, english]);
});

afterEach(() => {
  stopReading();
  document.body.replaceChildren();
});

function readPage(html: string): void {
  document.body.innerHTML = `<main><h1>Title</h1>${html}</main>`;
  start(document.querySelector('main') ?? '');
}

function start(what: Element | string): void {
  read({ what, language: 'en', rate: 1, onEnd: (ending) => endings.push(ending) });
}

/** The engine says so many sentences. */
function say(sentences: number): void {
  for (let said = 0; said < sentences; said += 1) {
    engine.begin();
    engine.finish();
  }
}

/** What is marked on the screen, by the name of its mark. */
function marked(name: 'heard-sentence' | 'heard-word'): string {
  return [...(CSS.highlights.get(name) ?? [])].map(String).join();
}

const texts = () => engine.said.map(({ text }) => text.trim());

test('a screen is read in its order, sentence by sentence, to its end', () => {
  readPage('<p>One. Two?</p><button>Press</button>');
  say(4);
  expect(texts()).toEqual(['Title', 'One.', 'Two?', 'Press']);
  expect(endings).toEqual(['read']);
  expect(engine.isSpeaking()).toBe(false);
});

test('the sentence is marked from its beginning and the word as it is said; nothing stays marked', () => {
  readPage('<p>We <b>listen</b> to you.</p>');
  say(1);
  engine.begin();
  expect(marked('heard-sentence')).toBe('We listen to you.');
  expect(marked('heard-word')).toBe('');
  engine.word(3, 6);
  expect(marked('heard-word')).toBe('listen');
  // Some engines do not say how long a word is.
  engine.word(13);
  expect(marked('heard-word')).toBe('you.');
  engine.finish();
  expect(marked('heard-sentence') + marked('heard-word')).toBe('');
});

test('only a voice of this device speaks, that of here before others', () => {
  readPage('');
  expect(engine.said).toEqual([{ text: 'Title', voice: 'english' }]);
  stopReading();
  engine.setVoices([faraway]);
  start('Something');
  expect(endings).toEqual(['stopped', 'no-voice']);
  expect(engine.said).toHaveLength(1);
});

test('the voice that the person has set is taken before any other', () => {
  engine.setVoices([english, { ...american, default: true }]);
  start('Something');
  expect(engine.said).toEqual([{ text: 'Something', voice: 'american' }]);
});

test('each part is read by a voice of its language, and by that of the page where there is none', () => {
  engine.setVoices([english, welsh]);
  readPage('<p lang="cy">Helo.</p><p lang="ar">مرحبا</p>');
  say(3);
  expect(engine.said.map(({ voice }) => voice)).toEqual(['english', 'welsh', 'english']);
});

test('when a voice disappears in mid-sentence another says that sentence, and without any it is said that there is none', async () => {
  readPage('<p>One.</p>');
  say(1);
  engine.begin();
  engine.fail('voice-unavailable');
  await vi.waitFor(() => expect(engine.said.at(-1)).toEqual({ text: 'One.', voice: 'american' }));
  engine.fail('synthesis-failed');
  await vi.waitFor(() => expect(endings).toEqual(['no-voice']));
  expect(marked('heard-sentence')).toBe('');
});

test('a browser that wants another press first is not a missing voice', () => {
  readPage('');
  engine.fail('not-allowed');
  expect(endings).toEqual(['stopped']);
});

test('reading something else takes the place of what is being read', async () => {
  readPage('<p>One.</p>');
  engine.begin();
  const first = endings;
  start('Another');
  expect(first).toEqual(['stopped']);
  await vi.waitFor(() => expect(texts().at(-1)).toBe('Another'));
  engine.finish();
  expect(endings).toEqual(['stopped', 'read']);
});

test.each<[string, () => void]>([
  ['another screen takes its place', () => document.querySelector('main')?.replaceChildren('Another')],
  ['its title changes', () => document.querySelector('h1')?.replaceChildren('Other words')],
  ['another register is spoken', () => document.documentElement.setAttribute('data-register', 'younger')],
  ['it is hidden', () => document.documentElement.classList.add('hidden-away')],
  ['the page is left', () => dispatchEvent(new PageTransitionEvent('pagehide'))],
])('silence when %s', async (_, leave) => {
  readPage('<p>One. Two.</p>');
  engine.begin();
  leave();
  await vi.waitFor(() => expect(endings).toEqual(['stopped']));
  expect(engine.isSpeaking()).toBe(false);
  expect(marked('heard-sentence')).toBe('');
  for (const name of ['class', 'data-register']) document.documentElement.removeAttribute(name);
});

test('what changes beside the words does not stop it', async () => {
  readPage('<p>One.</p><p id="kept"></p>');
  engine.begin();
  document.querySelector('#kept')?.append('Kept on this phone.');
  await new Promise((resolve) => setTimeout(resolve));
  expect(engine.isSpeaking()).toBe(true);
  expect(endings).toEqual([]);
});
