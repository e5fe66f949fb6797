import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { App } from '../../src/app/App.tsx';
import { freshStart } from '../../src/app/start.ts';
import { newFollowKey } from '../../src/device/keys.ts';
import { listSent } from '../../src/device/sent.ts';
import { followLink } from '../../src/domain/follow-link.ts';
import { problem } from '../../src/domain/problems.ts';
import type { StandInAnswer } from '../council-stand-in.ts';
import { forgetEverything, later } from '../device/this-device.ts';
import { reachedTheCouncil, theCouncilAnswers } from '../sync/the-council.ts';

beforeEach(forgetEverything);
afterEach(() => {
  cleanup();
  globalThis.heardLink = undefined;
  sessionStorage.clear();
  localStorage.clear();
});

const id = '00000000-0000-4000-8000-000000000000';
const found: StandInAnswer = {
  body: JSON.stringify({
    id,
    reference: 'H-1234-AB',
    kind: 'compliment',
    receivedAt: later,
    asOf: '2026-11-21',
    route: null,
    timeline: [],
    letters: [{ about: 'passed-on', at: later, words: 'We told her.' }],
  }),
};
const unknown: StandInAnswer = {
  status: 404,
  headers: { 'Content-Type': 'application/problem+json' },
  body: JSON.stringify(problem('unknown-key')),
};

async function openForm(): Promise<HTMLTextAreaElement> {
  render(<App start={freshStart('/follow')} />);
  fireEvent.click(screen.getByText('I have a key'));
  const box = await screen.findByRole('textbox', { name: 'Your key or your link' });
  return box as HTMLTextAreaElement;
}

function look(box: HTMLTextAreaElement, text: string): void {
  fireEvent.input(box, { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: /^(Look|Try again)$/ }));
}

const said = async () => (await screen.findByRole('alert')).textContent;

test('a key that the council knows opens its item, and the box is empty again', async () => {
  const followKey = newFollowKey();
  await theCouncilAnswers(followKey, found);
  const box = await openForm();
  look(box, followKey);
  expect(await screen.findByText('We told her.')).toBeDefined();
  await expect.poll(() => document.activeElement?.closest('details')?.id).toBe(id);
  expect(document.getElementById(id)).toHaveProperty('open', true);
  expect(box.value).toBe('');
  expect(await listSent()).toHaveLength(1);
});

describe('nothing that was typed is lost on', () => {
  test.each([
    ['nothing', '', 'Please put in your key first.'],
    ['a letter too few', newFollowKey().slice(1), 'A bit is missing. It is 1 letter too short.'],
    ['far too much', 'a'.repeat(90), /too long for a key/],
    ['what no key has', '!!!!!', 'No key has “!” in it. It has - or _, 0 to 9, a to z and A to Z.'],
  ])('%s', async (_, text, words) => {
    const box = await openForm();
    look(box, text);
    expect(await said()).toMatch(words);
    expect(box.value).toBe(text);
    expect(document.activeElement).toBe(box);
  });

  test('a key that nobody knows', async () => {
    const followKey = newFollowKey();
    await theCouncilAnswers(followKey, unknown);
    const box = await openForm();
    look(box, followKey);
    expect(await said()).toMatch(/^We do not know this key yet/);
    expect(box.value).toBe(followKey);
  });

  test('a look at the numbers to ring', async () => {
    const box = await openForm();
    fireEvent.input(box, { target: { value: 'half a k' } });
    fireEvent.click(screen.getByRole('button', { name: 'I am not safe' }));
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    fireEvent.click(screen.getByText('I have a key'));
    expect(await screen.findByRole('textbox')).toHaveProperty('value', 'half a k');
    fireEvent.input(screen.getByRole('textbox'), { target: { value: '' } });
  });
});

test('a link to another address is asked of nobody, and can be chosen', async () => {
  const followKey = newFollowKey();
  const box = await openForm();
  look(box, followLink('https://heard.elsewhere.org', followKey));
  const link = await screen.findByRole('link', { name: 'Go to heard.elsewhere.org' });
  expect(link.getAttribute('href')).toBe(followLink('https://heard.elsewhere.org', followKey));
  expect(await reachedTheCouncil(followKey)).toEqual([]);
});

test('without a network it is asked again when there is one', async () => {
  const followKey = newFollowKey();
  await theCouncilAnswers(followKey, { broken: 'at-once' });
  const box = await openForm();
  look(box, followKey);
  expect(await said()).toMatch(/^It needs internet the first time\. Your key is not lost\./);
  await theCouncilAnswers(followKey, found);
  dispatchEvent(new Event('online'));
  expect(await screen.findByText('We told her.')).toBeDefined();
});

test('what is typed anew stops the asking for what was typed before', async () => {
  const followKey = newFollowKey();
  await theCouncilAnswers(followKey, { broken: 'at-once' });
  const box = await openForm();
  look(box, followKey);
  await said();
  const asked = (await reachedTheCouncil(followKey)).length;
  fireEvent.input(box, { target: { value: 'something else' } });
  expect(screen.queryByRole('alert')).toBeNull();
  dispatchEvent(new Event('online'));
  expect(await reachedTheCouncil(followKey)).toHaveLength(asked);
  fireEvent.input(box, { target: { value: '' } });
});

test('an answer that comes after something else was typed leaves what was typed', async () => {
  const followKey = newFollowKey();
  await theCouncilAnswers(followKey, { ...found, delay: 300 });
  const box = await openForm();
  look(box, followKey);
  fireEvent.input(box, { target: { value: 'another' } });
  expect(await screen.findByText('We told her.')).toBeDefined();
  expect(box.value).toBe('another');
  fireEvent.input(box, { target: { value: '' } });
});

test('a file is read, whatever stands around the link in it', async () => {
  const followKey = newFollowKey();
  await theCouncilAnswers(followKey, found);
  await openForm();
  choose(`Open this link.\n\nYour number is H-1234-AB.\n\n${followLink(location.origin, followKey)}\n`);
  expect(await screen.findByText('We told her.')).toBeDefined();
});

test('a file without a key says so, and what was typed stays', async () => {
  const box = await openForm();
  fireEvent.input(box, { target: { value: 'typed' } });
  choose('\u0000PNG and so on');
  expect(await said()).toBe('There is no key in this file. Try another one.');
  expect(box.value).toBe('typed');
  fireEvent.input(box, { target: { value: '' } });
});

test('a link opened while the app stands somewhere else brings the messages, and what it leads to', async () => {
  const followKey = newFollowKey();
  await theCouncilAnswers(followKey, found);
  render(<App start={freshStart('/follow')} />);
  fireEvent.click(screen.getByRole('button', { name: 'I am not safe' }));
  // As `before.ts` does it, which stands in the page and not in the app.
  globalThis.heardLink = followLink(location.origin, followKey);
  dispatchEvent(new Event('hashchange'));
  expect(await screen.findByText('We told her.')).toBeDefined();
});

function choose(text: string): void {
  const picker = document.querySelector('input[type=file]');
  if (!(picker instanceof HTMLInputElement)) throw new Error('There is no way to choose a file.');
  const files = new DataTransfer();
  files.items.add(new File([text], 'my-key.txt', { type: 'text/plain' }));
  picker.files = files.files;
  fireEvent.change(picker);
}
