import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { choose, next, someWords } from './tell.ts';

/** Every frame and every timer of the page comes late, as on a phone that is busy with something else. */
function comeLate(): void {
  const late = 400;
  const { requestAnimationFrame, setTimeout } = window;
  window.requestAnimationFrame = (then) => requestAnimationFrame(() => setTimeout(() => then(performance.now()), late));
  window.setTimeout = ((then: () => void, after = 0, ...all: never[]) =>
    setTimeout(then, after + late, ...all)) as typeof window.setTimeout;
  const { addEventListener } = IDBTransaction.prototype;
  IDBTransaction.prototype.addEventListener = function (type: string, heard: EventListener, ...all: never[]) {
    const heardLate: EventListener = (event) => setTimeout(() => heard.call(this, event), 3 * late);
    return Reflect.apply(addEventListener, this, [type, type === 'complete' ? heardLate : heard, ...all]);
  };
}

/** Types as soon as there is a box, wherever the focus is, without looking. */
async function typeAtOnce(page: Page, title: string, words: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  const box = page.locator('textarea:focus');
  for (let presses = 0; presses < 25 && (await box.count()) === 0; presses += 1) await page.keyboard.press('Tab');
  await page.keyboard.type(words);
  await expect(page.getByRole('textbox')).toHaveValue(words);
}

test('on a slow phone, what is typed as soon as a question is there is not lost', async ({ page, heard }) => {
  await page.addInitScript(comeLate);
  await page.goto(heard.url);
  await choose(page, 'I am a young person');
  await choose(page, 'Something is wrong');
  await typeAtOnce(page, 'What happened?', someWords);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await typeAtOnce(page, 'What would put it right?', 'A call back.');
});

test('on a slow phone, nothing is said to be kept before there is something to keep', async ({ page, heard }) => {
  await page.addInitScript(comeLate);
  await page.goto(heard.url);
  await choose(page, 'I am a young person');
  await choose(page, 'Something is wrong');
  await next(page, 'Next');
  await expect(page.getByText('Please write something first.')).toBeVisible();
  const kept = page.getByText('Kept on this phone as you type.');
  // Long enough for all that was pressed to be on the disk.
  await page.waitForTimeout(3_000);
  await expect(kept).toBeHidden();
  await page.getByRole('textbox').fill('A');
  await expect(kept).toBeVisible();
});
