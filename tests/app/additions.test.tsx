import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { App } from '../../src/app/App.tsx';
import { additionTo, mayAddTo } from '../../src/app/new-drafts.ts';
import { readStart } from '../../src/app/start.ts';
import type { Answers } from '../../src/device/answers.ts';
import { saveDraft } from '../../src/device/drafts.ts';
import type { Holder } from '../../src/domain/api.ts';
import { drain } from '../../src/sync/drain.ts';
import { aDraft, forgetEverything, lyingIn, now } from '../device/this-device.ts';
import { theCouncilAnswers } from '../sync/the-council.ts';

beforeEach(forgetEverything);
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  // What was begun to be sent ends before the next test forgets it.
  await drain('time');
  sessionStorage.clear();
  localStorage.clear();
});

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

const sent = (part: object = {}) => {
  const { id, followKey } = aDraft();
  return { id, followKey, kind: 'complaint', queuedAt: now, whereabouts: 'received', ...part } as const;
};

async function addAt(step: string, answers: Answers = {}): Promise<void> {
  const addition = additionTo(sent());
  const draft = await saveDraft({ ...addition, step, answers: { ...addition.answers, ...answers } });
  await theCouncilAnswers(draft.followKey, { status: 503, headers: { 'Retry-After': '60' } });
  render(<App start={{ ...(await readStart('/', () => '')), draft }} />);
}

test('a helper’s access that is kept after all is not ended', async () => {
  await addAt('helper-access', { helperEnded: true });
  press('No, keep it');
  await screen.findByRole('heading', { name: 'Add more' });
  expect(screen.queryByText('My helper cannot look any more')).toBeNull();
  expect(screen.getByRole('button', { name: 'Nothing to add' })).toBeTruthy();
});

test('"ask me first" alone can be sent: it takes back what was allowed before', async () => {
  await addAt('may-tell');
  // What was said before is not known here, and nothing is said by looking.
  expect(screen.getByLabelText<HTMLInputElement>('Ask me first').checked).toBe(false);
  fireEvent.click(screen.getByLabelText('Ask me first'));
  await expect.poll(() => screen.getByLabelText<HTMLInputElement>('Ask me first').checked).toBe(true);
  press('Next');
  await screen.findByRole('heading', { name: 'Add more' });
  press('Send what I added');
  await expect.poll(heading).toBe('It is on this phone');
  expect(await lyingIn('outbox')).toMatchObject([{ body: expect.stringContaining('"mayTell":[]') }]);
});

test('choosing somebody takes "ask me first" back, and choosing that takes back everybody', async () => {
  await addAt('may-tell');
  const isTicked = (name: string) => screen.getByLabelText<HTMLInputElement>(name).checked;
  fireEvent.click(screen.getByLabelText('My school'));
  await expect.poll(() => isTicked('Ask me first')).toBe(false);
  expect(isTicked('My school')).toBe(true);
  fireEvent.click(screen.getByLabelText('Ask me first'));
  await expect.poll(() => isTicked('My school')).toBe(false);
  expect(isTicked('Ask me first')).toBe(true);
});

test('a question that was only looked at answers nothing in place of what was answered before', async () => {
  await addAt('reply');
  press('Skip this');
  await screen.findByRole('heading', { name: 'Add more' });
  expect(screen.getByRole('button', { name: 'Nothing to add' })).toBeTruthy();
});

test('a draft at a step that only a newer version knows shows what was said, to be sent', async () => {
  const draft = await saveDraft(aDraft({ step: 'photo', answers: { kind: 'comment', words: 'Some words.' } }));
  render(<App start={{ ...(await readStart('/', () => '')), draft }} />);
  expect(heading()).toBe('Is this right?');
  expect(screen.getByText('Some words.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Send' })).toBeTruthy();
});

test.each<[string, Holder | undefined, string | undefined, boolean]>([
  ['with the person’s own key', 'person', undefined, true],
  ['before the council has answered', undefined, undefined, true],
  ['with a helper’s key, where it was sent', 'helper', 'D'.repeat(43), true],
  ['not with a helper’s key that came from another phone: the council would refuse it', 'helper', undefined, false],
])('more can be said %s', (_, holder, deposit, may) => {
  expect(mayAddTo({ ...sent({ holder }), ...(deposit && { deposit }) })).toBe(may);
});
