import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { App } from '../../src/app/App.tsx';
import { readStart } from '../../src/app/start.ts';
import type { Answers } from '../../src/device/answers.ts';
import { listDrafts, saveDraft } from '../../src/device/drafts.ts';
import { aDraft, forgetEverything } from '../device/this-device.ts';

beforeEach(forgetEverything);
afterEach(() => {
  cleanup();
  sessionStorage.clear();
  localStorage.clear();
});

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
const isPressed = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-pressed');

async function atWords(answers: Answers): Promise<void> {
  const draft = await saveDraft(aDraft({ step: 'words', seen: ['who', 'kind'], answers }));
  render(<App start={{ ...(await readStart('/', () => '')), draft }} />);
}

test('what happened, kept for later, waits with everything else, and whoever helped is not there any more', async () => {
  await atWords({ voice: 'young-person', kind: 'complaint', withMe: 'someone', withMeWho: 'Mum' });
  press('Keep this for later');
  await expect.poll(heading).toBe('My messages');
  await expect.poll(async () => (await listDrafts())[0]?.answers.later).toEqual(['words']);
  fireEvent.click(await screen.findByRole('button', { name: 'Carry on' }));
  await expect.poll(heading).toBe('What happened?');
  expect([isPressed('Just me'), isPressed('Someone helps me')]).toEqual(['false', 'false']);
});

test('an adult who tells of a child is not asked who is with them', async () => {
  await atWords({ voice: 'parent-or-carer', kind: 'complaint' });
  expect(screen.queryByText('Who is with you?')).toBeNull();
});

test('nobody who is alone is offered to keep anything for later', async () => {
  await atWords({ voice: 'young-person', kind: 'complaint', words: 'Some.' });
  press('Just me');
  expect(screen.queryByRole('button', { name: 'Say more later' })).toBeNull();
  press('Someone helps me');
  expect(screen.getByRole('button', { name: 'Say more later' })).toBeTruthy();
});
