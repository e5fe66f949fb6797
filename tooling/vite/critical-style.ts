import { type Selector, transform } from 'lightningcss';

/** What `before.ts` calls the page as a whole; no element of it is named so when it is served. */
const ofThePage = ['covered', 'insecure', 'hidden-away', 'safe-now'];

/**
 * As much of a style sheet as a page needs before its script has come: the rules for every class that stands in it.
 * The other rules come with the script, which alone can show what they are for.
 */
export function criticalStyle(css: string, html: string): string {
  const named = new Set(ofThePage);
  for (const [, names = ''] of html.matchAll(/\bclass="([^"]*)"/g)) {
    for (const name of names.split(/\s+/)) named.add(name);
  }
  const isNeeded = (selector: Selector) => selector.every((part) => part.type !== 'class' || named.has(part.name));
  const { code } = transform({
    filename: 'critical.css',
    code: Buffer.from(css),
    minify: true,
    // A rule that is left without a selector goes with its last one.
    visitor: { Selector: (selector) => (isNeeded(selector) ? undefined : []) },
  });
  return code.toString().trim();
}
