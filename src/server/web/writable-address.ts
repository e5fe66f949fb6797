import type { MiddlewareHandler } from 'hono';
import { problemResponse } from './problem-response.ts';

/**
 * Turns away an address with NUL in it before anybody looks for what it names: no id holds one, and PostgreSQL, asked
 * for one, would break off what was begun. Cases are named by UUIDs, which are read as such first.
 */
export const writableAddress: MiddlewareHandler = async (c, next) =>
  /\0|%00/.test(c.req.path) ? problemResponse(c, 'not-found') : next();
