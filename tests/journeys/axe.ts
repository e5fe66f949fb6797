import { expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

/** What axe finds on a page as it stands. */

/** WCAG 2.2 AA, and what is good besides; contrast of 7 to 1 too, which is AAA. */
export const everything: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'color-contrast-enhanced': { enabled: true } },
};

/** Of what axe looks at, a theme changes the colours alone. */
export const contrast: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced'] },
};

/** Forced colours are the system's own, and the usual measure is theirs. */
export const usualContrast: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast'] } };

/**
 * Fails with what axe finds. Its script is brought once to each page, where `@axe-core/playwright` brings it with each
 * look; there are no frames here, for which that is.
 */
export async function expectNothing(page: Page, options: RunOptions, screen: string): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const { violations, passed } = await page.evaluate(async (wanted) => {
    const found = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, wanted);
    const named = found.violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target}`);
    return { violations: named, passed: found.passes.length };
  }, options);
  expect(
    violations.map((each) => `${screen}: ${each}`),
    screen,
  ).toEqual([]);
  expect(passed, `${screen}: axe has looked`).toBeGreaterThan(0);
}
