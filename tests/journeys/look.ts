import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What holds of every screen of the app, whoever it is for. */

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const contrast = ['color-contrast', 'color-contrast-enhanced'];

/** The smallest phone; 1280 × 1024 at 400 %; a common phone; a tablet; a desk. */
const windows = [
  { width: 320, height: 568 },
  { width: 320, height: 256 },
  { width: 360, height: 640 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
];

/**
 * Looks at a screen as it stands, in both themes and in windows of every size: axe finds nothing, contrast of 7 to 1
 * included; nothing goes sideways; everything to press is at least 44 by 44 pixels. Leaves it as it was, light.
 */
export async function expectGoodScreen(page: Page, screen: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const enhanced = { rules: { 'color-contrast-enhanced': { enabled: true } } };
  await expectNothing(new AxeBuilder({ page }).withTags(rules).options(enhanced), screen);
  // Of what axe looks at, a theme changes the colours alone.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expectNothing(new AxeBuilder({ page }).withRules(contrast), `${screen}, dark`);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });

  const before = page.viewportSize();
  for (const size of windows) {
    await page.setViewportSize(size);
    expect(await misfits(page), `${screen} at ${size.width} × ${size.height}`).toEqual([]);
  }
  if (before) await page.setViewportSize(before);
}

async function expectNothing(axe: AxeBuilder, screen: string): Promise<void> {
  const { violations, passes } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${screen}: ${id} at ${nodes[0]?.target}`)).toEqual([]);
  expect(passes, `${screen}: axe has looked`).not.toEqual([]);
}

/** What is wider than the window, and what is too small for a thumb. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const tooWide = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : [];
    const pressed = document.querySelectorAll('button, a, summary, textarea, label:has(input)');
    const tooSmall = [...pressed].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 0 && (width < 44 || height < 44) ? [`${element.textContent} is ${width} × ${height}`] : [];
    });
    return [...tooWide, ...tooSmall];
  });
}
