import { expect, type Page } from '@playwright/test';
import { contrast, everything, expectNothing, usualContrast } from './axe.ts';

/** What holds of every screen of the app, whoever it is for. */

/** The smallest phone; 1280 × 1024 at 400 %; a common phone; a tablet; a desk. */
const windows = [
  { width: 320, height: 568 },
  { width: 320, height: 256 },
  { width: 360, height: 640 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
];

/** As tall as all of any screen: what is half under a bar that stays would else be found too small. */
const tall = 6_000;

/**
 * Looks at a screen as it stands, in both themes, in forced colours, in windows of every size, in the largest letters,
 * in Welsh and in Arabic: axe finds nothing, contrast of 7 to 1 included; nothing goes sideways; everything to press is at least 44
 * by 44 pixels. Leaves it as it was, light.
 *
 * @param inOtherWords not where another language ends what is looked at: what is being read aloud falls silent
 */
export async function expectGoodScreen(page: Page, screen: string, { inOtherWords = true } = {}): Promise<void> {
  const before = page.viewportSize();
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  if (before) await page.setViewportSize({ ...before, height: tall });
  expect(await rememberedByTheBrowser(page), `${screen}: what is typed is offered to whoever comes next`).toEqual([]);
  await expectNothing(page, everything, screen);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expectNothing(page, contrast, `${screen}, dark`);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });

  await page.emulateMedia({ forcedColors: 'active' });
  await expectNothing(page, usualContrast, `${screen}, in forced colours`);
  await page.emulateMedia({ forcedColors: 'none' });

  for (const size of windows) {
    await page.setViewportSize(size);
    expect(await misfits(page), `${screen} at ${size.width} × ${size.height}`).toEqual([]);
  }
  await expectGoodWithLargestLetters(page, screen);
  if (inOtherWords) await expectGoodInOtherWords(page, screen);
  if (before) await page.setViewportSize(before);
}

/** The same screen in longer words, and from the other side: chosen as in another tab, so that nothing else changes. */
async function expectGoodInOtherWords(page: Page, screen: string): Promise<void> {
  const [phone = { width: 320, height: 568 }] = windows;
  const isApp = await page.evaluate(() => 'heardIsReady' in globalThis && document.documentElement.lang === 'en');
  if (!isApp) return;
  await page.setViewportSize(phone);
  await speakHere(page, 'cy');
  await expectGoodWithLargestLetters(page, `${screen} in Welsh`);
  await speakHere(page, 'ar');
  await page.setViewportSize(phone);
  expect(await misfits(page), `${screen} in Arabic at ${phone.width} × ${phone.height}`).toEqual([]);
  await page.setViewportSize({ ...phone, height: tall });
  await expectNothing(page, everything, `${screen} in Arabic`);
  await speakHere(page, 'en');
  await expectContrastFromTheOtherSide(page, screen);
}

// axe takes letters that join for icons and passes over their colours, which are those of every language.
async function expectContrastFromTheOtherSide(page: Page, screen: string): Promise<void> {
  const turn = (direction: 'ltr' | 'rtl') =>
    page.evaluate((to) => {
      document.documentElement.dir = to;
    }, direction);
  await turn('rtl');
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectNothing(page, contrast, `${screen} from the other side, ${colorScheme}`);
  }
  await turn('ltr');
}

async function speakHere(page: Page, language: 'ar' | 'cy' | 'en'): Promise<void> {
  await page.evaluate((spoken) => {
    const key = 'heard-language';
    if (spoken === 'en') localStorage.removeItem(key);
    else localStorage.setItem(key, spoken);
    dispatchEvent(new StorageEvent('storage', { key }));
  }, language);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

/** The largest letters there are to choose, where there is least room for them. */
async function expectGoodWithLargestLetters(page: Page, screen: string): Promise<void> {
  const [phone = { width: 320, height: 568 }, near = phone] = windows;
  const chosen = await page.evaluate(() => document.documentElement.dataset.look ?? '');
  const wear = (look: string) =>
    page.evaluate(async (worn) => {
      document.documentElement.dataset.look = worn;
      await document.fonts.ready;
    }, look);
  await wear('biggest clear');
  for (const size of [phone, near]) {
    await page.setViewportSize(size);
    expect(await misfits(page), `${screen} in the largest letters at ${size.width} × ${size.height}`).toEqual([]);
  }
  await wear(chosen);
}

/** Boxes whose words the browser keeps for its own suggestions, past everything that hides them. */
function rememberedByTheBrowser(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, input')]
      .filter(({ type }) => !['radio', 'checkbox', 'file', 'date'].includes(type))
      .filter(({ autocomplete }) => autocomplete !== 'off')
      .map(({ name, id }) => name || id),
  );
}

/** What is wider than the window, what is too small for a thumb, and what of the bars lies over something else. */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const tooWide = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : [];
    const pressed = document.querySelectorAll('button, a, summary, textarea, label:has(input)');
    const tooSmall = [...pressed].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 0 && (width < 44 || height < 44) ? [`${element.textContent} is ${width} × ${height}`] : [];
    });
    const overlapping = [...document.querySelectorAll('.bar')].flatMap((bar) => {
      const boxes = [...bar.querySelectorAll('a, button')].map((each) => [each, each.getBoundingClientRect()] as const);
      const seen = boxes.filter(([each, { width }]) => width > 0 && !each.closest('.look-panel'));
      return seen.flatMap(([a, one], index) =>
        seen
          .slice(index + 1)
          .filter(([, other]) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1)
          .filter(([, other]) => Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1)
          .map(([b]) => `${a.textContent} lies over ${b.textContent}`),
      );
    });
    return [...tooWide, ...tooSmall, ...overlapping];
  });
}
