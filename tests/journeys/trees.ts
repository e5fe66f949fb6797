import { expect, type Page } from '@playwright/test';

/**
 * Every screen of a walk as a screen reader meets it: names, roles and order. They stand in one file for each walk under
 * `trees/`, to be read in a review; after a change that is meant, `npx playwright test everyone by-pictures -u` writes
 * them anew.
 */
export function collectTrees(page: Page): { add: (screen: string) => Promise<void>; expectAs: (name: string) => void } {
  const trees: string[] = [];
  return {
    async add(screen) {
      trees.push(`# ${screen}\n${await barsOf(page)}\n${steady(await page.getByRole('main').ariaSnapshot())}\n`);
    },
    expectAs: (name) => expect(trees.join('\n')).toMatchSnapshot(`${name}.txt`),
  };
}

/** What is always in reach, in its order. */
async function barsOf(page: Page): Promise<string> {
  const bars = page.locator('.bar').filter({ visible: true });
  const reached = bars.locator('a, button').filter({ visible: true });
  const names = await reached.evaluateAll((all) => all.map((each) => each.ariaLabel ?? each.textContent?.trim()));
  return `always there: ${names.join(' · ')}`;
}

// What is another on another day, or for another run.
function steady(tree: string): string {
  return tree
    .replaceAll(/\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d+ [A-Z][a-z]+\b/g, '«date»')
    .replaceAll(/\bH-[A-Z0-9]{4}-[A-Z0-9]{2}\b/g, '«reference»')
    .replaceAll(/\b(today|yesterday)\b|\b\d+ [A-Z][a-z]+( at)? \d\d:\d\d\b/g, '«date»');
}
