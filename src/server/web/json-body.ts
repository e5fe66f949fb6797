import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ZodMiniType } from 'zod/mini';
import { errorsOf } from '../../domain/problems.ts';
import { sealedType } from '../../domain/sealing.ts';
import { problemResponse } from './problem-response.ts';

/** 20,000 characters, each written as two JSON escapes, are 240,000 bytes; the rest is room to spare. */
export const mostBytes = 512 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Stops reading a body beyond half a mebibyte, unless it is said how many bytes. */
export function limitBody(most = mostBytes): MiddlewareHandler {
  return bodyLimit({ maxSize: most, onError: (c) => problemResponse(c, 'too-large') });
}

/**
 * JSON in UTF-8 and nothing else. A page of another site cannot send this type without asking leave first (a CORS
 * preflight), which is never given.
 */
export function isPlainJson(c: Context): boolean {
  const type = c.req.header('content-type') ?? '';
  return /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type) && isUnencoded(c);
}

/** Sealed, and not compressed beside it. */
export function isSealedType(c: Context): boolean {
  return (c.req.header('content-type') ?? '').trim().toLowerCase() === sealedType && isUnencoded(c);
}

function isUnencoded(c: Context): boolean {
  return (c.req.header('content-encoding') ?? 'identity') === 'identity';
}

export function parseJson(body: ArrayBuffer): { value: unknown } | { problem: 'malformed-json' } {
  try {
    return { value: JSON.parse(utf8.decode(body)) };
  } catch {
    return { problem: 'malformed-json' };
  }
}

/** Reads the body as `schema` wants it, or gives the answer that says why it is not that; never with its values. */
export async function readJson<Body>(
  c: Context,
  schema: ZodMiniType<Body>,
): Promise<{ body: Body } | { refusal: Response }> {
  if (!isPlainJson(c)) return { refusal: problemResponse(c, 'unsupported-media-type') };
  const json = parseJson(await c.req.arrayBuffer());
  if ('problem' in json) return { refusal: problemResponse(c, json.problem) };
  const parsed = schema.safeParse(json.value);
  if (!parsed.success) return { refusal: problemResponse(c, 'invalid-body', errorsOf(parsed.error)) };
  return { body: parsed.data };
}
