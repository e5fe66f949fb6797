import type { MiddlewareHandler } from 'hono';
import { problemResponse } from './problem-response.ts';

/**
 * Turns away what a page of another site makes a browser send with this site's cookies. A browser always names the
 * page's origin when it changes something; a program that names none carries no one's cookies but its own.
 */
export function sameOrigin(origins: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const isOurs = origin !== undefined ? origins.includes(origin) : site === undefined || site === 'same-origin';
    if (!isOurs) return problemResponse(c, 'foreign-origin');
    return next();
  };
}
