import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono, type Next } from 'hono';
import { problemResponse } from './problem-response.ts';

/** Addresses with a page of their own; everything else under `/` is a file or not there. */
const ownPages: Record<string, string> = {
  '/': '/index.html',
  '/tell': '/tell/index.html',
  '/follow': '/follow/index.html',
  '/privacy': '/privacy/index.html',
  '/what-happens': '/what-happens/index.html',
  '/accessibility': '/accessibility/index.html',
  '/about': '/about/index.html',
  '/clock': '/clock/index.html',
  '/desk': '/desk.html',
};

/**
 * The built app and desk. Files under `/assets/` carry their content's hash in their name and are kept for ever by
 * whoever has them; everything else is asked for afresh.
 */
export function pageRoutes(distFolder: string): Hono {
  const pages: Record<string, string> = { ...ownPages, ...translatedPages(distFolder) };
  const files = serveStatic({
    root: distFolder,
    precompressed: true,
    rewriteRequestPath: (asked) => pages[asked] ?? asked,
  });
  const routes = new Hono();
  // Named by path alone: behind a proxy the server does not know by which scheme and name it was asked.
  for (const page of Object.keys(pages).filter((each) => each !== '/')) {
    routes.get(`${page}/`, (c) => c.redirect(page + new URL(c.req.url).search, 301));
  }
  return routes.get('*', caching, files, notThere(distFolder));
}

/** Pages in another language lie in a folder that is named by its code: `/cy/privacy`. */
function translatedPages(distFolder: string): Record<string, string> {
  if (!existsSync(distFolder)) return {};
  const languages = readdirSync(distFolder).filter((name) => /^[a-z]{2,3}$/.test(name));
  const addresses = languages.flatMap((language) =>
    readdirSync(path.join(distFolder, language)).map((name) => `/${language}/${name}`),
  );
  return Object.fromEntries(addresses.map((address) => [address, `${address}/index.html`]));
}

async function caching(c: Context, next: Next): Promise<void> {
  await next();
  const { headers, ok } = c.res;
  if (!ok) return;
  const isForEver = c.req.path.startsWith('/assets/');
  headers.set('Cache-Control', isForEver ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (isForEver) return;
  // Not every browser tells its pages that the person saves data; the page then reads it here.
  headers.append('Vary', 'Save-Data');
  if (c.req.header('save-data') === 'on') headers.set('Server-Timing', 'save-data');
}

/** A person who mistyped an address is told so in words; a program is told as everywhere else. */
function notThere(distFolder: string): (c: Context) => Response {
  const file = path.join(distFolder, '404.html');
  const page = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  return (c) => {
    const isAskedByPerson = c.req.header('accept')?.includes('text/html');
    const answer = page && isAskedByPerson ? c.html(page, 404) : problemResponse(c, 'not-found');
    answer.headers.set('Cache-Control', 'no-store');
    answer.headers.set('Vary', 'Accept');
    return answer;
  };
}
