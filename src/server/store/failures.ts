// SQLite result codes (https://sqlite.org/rescode.html): locked by someone else, out of memory, read-only, i/o error,
// disk full, cannot open.
const sqliteUnavailable = new Set([5, 6, 7, 8, 10, 13, 14]);
const sqliteUnique = new Set([1555, 2067]);

// PostgreSQL SQLSTATE classes: 08 connection, 53 out of resources (disk full), 57P operator intervention, 58 system
// error, 25006 read-only (a standby), and transactions that may simply be tried again.
const postgresUnavailable = /^(08|53|57P|58|25006|40001|40P01|55P03|57014)/;
const networkUnavailable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
]);

// The driver gives these no code: a connection that broke under a query, or before the rollback that followed it; none
// to be had in time; and no answer in time.
const driverUnavailable =
  /^(Connection terminated|Client .* is not queryable|timeout exceeded when trying to connect|Query read timeout)/;

/** More wait for the store than it can soon answer. */
export class StoreBusy extends Error {}

/** The store could not do it now but may in a moment: full, locked, restarting, unreachable. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof StoreBusy) return true;
  const sqlite = property(error, 'errcode');
  if (typeof sqlite === 'number') return sqliteUnavailable.has(sqlite & 0xff);
  const code = property(error, 'code');
  if (typeof code === 'string' && (postgresUnavailable.test(code) || networkUnavailable.has(code))) return true;
  return error instanceof Error && driverUnavailable.test(error.message);
}

/** Somebody else has taken the place: a primary key or a unique index said no. */
export function isUniqueViolation(error: unknown): boolean {
  const sqlite = property(error, 'errcode');
  return typeof sqlite === 'number' ? sqliteUnique.has(sqlite) : property(error, 'code') === '23505';
}

function property(error: unknown, name: 'code' | 'errcode'): unknown {
  return error instanceof Error ? (error as Error & { code?: unknown; errcode?: unknown })[name] : undefined;
}
