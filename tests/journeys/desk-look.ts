import { expect, type Page } from '@playwright/test';
import { contrast, everything, expectNothing } from './axe.ts';
import { misfits } from './look.ts';

/** What holds of every screen of the desk, whatever stands on it. */

/** 1280 wide at 400 %; a phone; a laptop. */
const windows = [
  { width: 320, height: 568 },
  { width: 360, height: 640 },
  { width: 1280, height: 800 },
];

/**
 * Looks at a screen as it stands: axe finds nothing, contrast of 7 to 1 included, large and light, small and dark, and
 * in the colours that the system forces; nothing goes sideways; everything to press is at least 44 by 44 pixels. Leaves
 * window and theme as they were.
 */
export async function expectGoodDesk(page: Page, screen: string): Promise<void> {
  const before = page.viewportSize();
  const colorScheme = await page.evaluate(() =>
    matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  );
  for (const size of windows) {
    await page.setViewportSize(size);
    expect(await misfits(page), `${screen} at ${size.width} × ${size.height}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await expectNothing(page, everything, `${screen}, large`);

  await page.setViewportSize({ width: 360, height: 640 });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expectNothing(page, contrast, `${screen}, small and dark`);
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' });
  expect(await lostInForcedColours(page), `${screen}, in forced colours`).toEqual([]);

  await page.emulateMedia({ colorScheme, forcedColors: 'none', reducedMotion: 'reduce' });
  if (before) await page.setViewportSize(before);
}

/**
 * The system sees to contrast then, and takes every background away: what is told by one alone is lost. (axe reads
 * colours there that are never painted.) A button is to be known by its border or its line, what is chosen by more.
 */
function lostInForcedColours(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const seen = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((element) => element.getClientRects().length > 0);
    const hasBorder = ({ borderBottomStyle, borderBottomWidth }: CSSStyleDeclaration) =>
      borderBottomStyle !== 'none' && borderBottomWidth !== '0px';
    const hasLine = ({ textDecorationLine }: CSSStyleDeclaration) => textDecorationLine !== 'none';
    const hasRing = ({ outlineStyle }: CSSStyleDeclaration) => outlineStyle !== 'none';
    const unknown = seen('button, input, select, textarea, summary').filter((element) => {
      const style = getComputedStyle(element);
      const isDrawn = element.matches('summary, [type=radio], [type=checkbox]');
      return !isDrawn && !hasBorder(style) && !hasLine(style);
    });
    // The page one is on is the one place without a line under it.
    const unmarked = seen('[aria-pressed=true], [aria-current]').filter((element) => {
      const style = getComputedStyle(element);
      return element.matches('[aria-current=page]') ? hasLine(style) && !hasRing(style) : !hasRing(style);
    });
    return [...unknown, ...unmarked].map((element) => element.outerHTML.slice(0, 120));
  });
}
