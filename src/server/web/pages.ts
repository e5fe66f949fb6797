import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';

/** Addresses with a page of their own; everything else under `/` is a file or not there. */
const pages: Record<string, string> = {
  '/': '/index.html',
  '/tell': '/tell/index.html',
  '/follow': '/follow/index.html',
  '/desk': '/desk.html',
};

/**
 * The built app and desk. Files under `/assets/` carry their content's hash in their name and are kept for ever by
 * whoever has them; everything else is asked for afresh.
 */
export function pageRoutes(distFolder: string): Hono {
  const caching = (_: string, c: Context) => {
    const forEver = c.req.path.startsWith('/assets/');
    c.header('Cache-Control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache');
  };
  const files = serveStatic({
    root: distFolder,
    precompressed: true,
    rewriteRequestPath: (asked) => pages[asked] ?? asked,
    onFound: caching,
  });
  return new Hono().get('*', files);
}
