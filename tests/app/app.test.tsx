import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '../../src/app/App.tsx';
import { freshStart, readStart, type Start, withTyped } from '../../src/app/start.ts';
import { listDrafts, saveDraft } from '../../src/device/drafts.ts';
import { drain } from '../../src/sync/drain.ts';
import { aDraft, forgetEverything, layInto, lyingIn } from '../device/this-device.ts';
import { reachedTheCouncil, theCouncilAnswers } from '../sync/the-council.ts';

beforeEach(forgetEverything);
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  // What was begun to be sent ends before the next test forgets it.
  await drain('time');
  sessionStorage.clear();
  localStorage.clear();
});

const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const wordsKept = async () => (await listDrafts()).map(({ answers }) => answers.words);

async function startAtAdvocate(): Promise<Start> {
  const draft = await saveDraft(
    aDraft({ step: 'advocate', seen: ['who', 'kind', 'words', 'wanted', 'safe', 'reply'] }),
  );
  await theCouncilAnswers(draft.followKey, { status: 503, headers: { 'Retry-After': '60' } });
  return { ...(await readStart('/', () => '')), draft };
}

describe('sending', () => {
  test('in the very moment in which the check appears sends what it shows', async () => {
    const start = await startAtAdvocate();
    render(<App start={start} />);
    press(/^Not now/);
    await screen.findByRole('heading', { name: 'Is this right?' });
    press('Send');
    await expect.poll(heading).toBe('It is on this phone');
    expect(await lyingIn('drafts')).toEqual([]);
    expect(await lyingIn('outbox')).toMatchObject([{ id: start.draft.id, body: expect.stringContaining('not-now') }]);
  });

  test('twice with two quick presses sends once', async () => {
    const start = await startAtAdvocate();
    render(<App start={start} />);
    press(/^Not now/);
    await screen.findByRole('heading', { name: 'Is this right?' });
    press('Send');
    press('Sending');
    await expect.poll(heading).toBe('It is on this phone');
    expect(await lyingIn('outbox')).toHaveLength(1);
    await expect.poll(async () => (await reachedTheCouncil(start.draft.followKey)).length).toBe(1);
  });

  test('what another tab has changed meanwhile asks to look again, and shows it', async () => {
    const start = await startAtAdvocate();
    render(<App start={start} />);
    press(/^Not now/);
    await screen.findByRole('heading', { name: 'Is this right?' });
    await expect.poll(async () => (await listDrafts())[0]?.answers.advocate).toBe('not-now');
    const [stored] = await listDrafts();
    if (!stored) throw new Error('There is no draft.');
    // As another tab does it, whose word of it has not come through yet.
    const theirs = { ...stored.answers, words: 'New.' };
    await layInto('drafts', { ...stored, revision: stored.revision + 1, answers: theirs });
    press('Send');
    expect((await screen.findByRole('alert')).textContent).toBe(
      'Your words changed in another tab. Please look again.',
    );
    expect(screen.getByText('New.')).toBeDefined();
    expect(await lyingIn('outbox')).toEqual([]);
  });

  test('leaves nothing behind in the drafts, whatever the page does afterwards', async () => {
    const start = await startAtAdvocate();
    render(<App start={start} />);
    const full = fillTheDraftsOnly();
    press(/^Not now/);
    await screen.findByRole('heading', { name: 'Is this right?' });
    press('Send');
    await expect.poll(heading).toBe('It is on this phone');
    full.mockRestore();
    dispatchEvent(new Event('pagehide'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await lyingIn('drafts')).toEqual([]);
  });
});

test('what was typed before the app came is kept without another letter', async () => {
  render(<App start={withTyped(freshStart('/tell'), 'typed early')} />);
  expect(screen.getByRole('textbox')).toHaveProperty('value', 'typed early');
  await expect.poll(wordsKept).toEqual(['typed early']);
});

test('a page that is only looked at keeps nothing', async () => {
  render(<App start={freshStart('/tell')} />);
  dispatchEvent(new Event('pagehide'));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await wordsKept()).toEqual([]);
});

/** From here on no draft can be written, as on a disk that is full at the wrong moments. */
function fillTheDraftsOnly() {
  const { put } = IDBObjectStore.prototype;
  return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...what) {
    const request = put.apply(this, what);
    if (this.name === 'drafts') this.transaction.abort();
    return request;
  });
}
