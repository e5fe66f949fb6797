import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectGoodScreen } from './look.ts';
import { andKept, choose, chooseLook, untilOfflineReady, untilStored, watchRequests } from './tell.ts';

const sizeOfLetters = (page: Page) =>
  page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
/** Which clear letters have come, by the letters they are for. */
const lettersOf = (page: Page) =>
  page.evaluate(() => {
    const come = [...document.fonts].filter(({ family, status }) => family === 'Clear' && status === 'loaded');
    return [...new Set(come.map(({ unicodeRange }) => unicodeRange))];
  });
const most = 'U+0-10FFFF';
const others = 'U+100-24F, U+1E00-1EFF';
const fonts = (asked: string[]) => asked.filter((url) => url.endsWith('.woff2'));

test('letters grow in four steps up to twice as large, in the middle of a word, and stay so on every page', async ({
  page,
  heard,
}) => {
  await page.goto(`${heard.url}/tell`);
  await page.getByRole('textbox').fill('They said th');
  const normal = await sizeOfLetters(page);
  const found: number[] = [];
  for (const size of ['Big', 'Bigger', 'Biggest']) {
    await chooseLook(page, size);
    found.push((await sizeOfLetters(page)) / normal);
  }
  expect(found.map((size) => size.toFixed(2))).toEqual(['1.25', '1.50', '2.00']);
  await expect(page.getByRole('textbox')).toHaveValue('They said th');
  await expect(page.getByRole('button', { name: 'How it looks' })).toBeFocused();
  await untilStored(page, 'They said th');
  for (const address of ['/tell', '/follow', '/privacy']) {
    await page.goto(heard.url + address);
    expect((await sizeOfLetters(page)) / normal).toBeCloseTo(2);
    await page.getByRole('button', { name: 'How it looks' }).click();
    await expect(page.getByRole('radio', { name: 'Biggest' })).toBeChecked();
  }
});

test('what was chosen is there with the first picture, before the app', async ({ page, heard }) => {
  await page.goto(heard.url);
  const normal = await sizeOfLetters(page);
  await chooseLook(page, 'Bigger', 'Extra clear');
  await page.route('**/assets/*.js', () => {});
  await page.goto(heard.url, { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect((await sizeOfLetters(page)) / normal).toBeCloseTo(1.5);
  await expect.poll(() => lettersOf(page)).toEqual([most]);
});

test('clear letters are asked for when they are chosen and not before, Welsh ones too, and are there offline', async ({
  page,
  heard,
}) => {
  const asked = watchRequests(page.context());
  await page.goto(heard.url);
  await page.getByRole('button', { name: 'How it looks' }).click();
  await expect(page.getByRole('radio', { name: 'Extra clear' })).toBeVisible();
  expect(fonts(asked).filter((url) => !url.includes('__WB'))).toEqual([]);
  await page.keyboard.press('Escape');
  await untilOfflineReady(page);
  await heard.stop();
  await page.reload();
  await chooseLook(page, 'Extra clear');
  await expect.poll(() => lettersOf(page)).toEqual([most]);
  await andKept(page, () => choose(page, 'I am a young person'));
  await choose(page, 'Something is wrong');
  await page.getByRole('textbox').fill('ŵ ŷ Ŵ Ŷ ẁ ẃ ẅ ỳ');
  await expect.poll(() => lettersOf(page)).toEqual([most, others]);
});

test('a page that is only read is looked at in the same way, chosen by keyboard alone', async ({ page, heard }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.goto(`${heard.url}/about`);
  const button = page.getByRole('button', { name: 'How it looks' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Normal' }).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Big', exact: true })).toBeChecked();
  await expectGoodScreen(page, 'how it looks, on a page that is only read');
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await expect(page.getByRole('radio', { name: 'Big', exact: true })).toBeHidden();
  await page.goto(heard.url);
  await button.click();
  await expect(page.getByRole('radio', { name: 'Big', exact: true })).toBeChecked();
  // A press on anything else folds it away, and what has the focus then keeps it.
  await page.getByRole('heading', { level: 1 }).click({ force: true, position: { x: 2, y: 2 } });
  await page.mouse.click(5, 300);
  await expect(page.getByRole('radio', { name: 'Big', exact: true })).toHaveCount(0);
});
