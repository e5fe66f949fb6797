import { createHash } from 'node:crypto';
import * as z from 'zod';

/**
 * What is inside a backup, once it is decrypted (age) and decompressed (gzip): lines of JSON. An object says what
 * follows; a list is one row of the table named last, its values in the order of the columns named with it.
 *
 *     {"heard":"backup","version":1,"madeAt":"…","engine":"sqlite","migrations":["0001-spine",…]}
 *     {"secret":"audit-key","value":"…"}
 *     {"table":"cases","columns":["id","reference",…]}
 *     ["0b3c…","H-7K2M-9QXW",…]
 *     {"end":"cases","rows":1,"digest":"…"}
 *     {"end":"backup","rows":1}
 *
 * A value is text, a whole number or null, the same whichever database it comes from: instants are ISO text, yes and
 * no are 1 and 0. `digest` is the sum, modulo 2^256, of the SHA-256 of each row's line, in hexadecimal: the same in
 * whatever order a database gives them.
 */
export const formatVersion = 1;

/** A backup cannot be made, or not be restored; the message says why and what to do. */
export class BackupRefused extends Error {}

export type Value = string | number | null;
export type Row = readonly Value[];

export const Header = z.object({
  heard: z.literal('backup'),
  version: z.literal(formatVersion),
  madeAt: z.string(),
  engine: z.enum(['sqlite', 'postgres']),
  migrations: z.array(z.string()).min(1),
});
export type Header = z.infer<typeof Header>;

/** As much of a header as every version, also of later ones, has. */
export const AnyHeader = z.object({ heard: z.literal('backup'), version: z.number() });

export const Secret = z.object({ secret: z.string().regex(/^[a-z][a-z0-9-]*$/), value: z.string().min(1) });
export type Secret = z.infer<typeof Secret>;

export const TableBegin = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });
export type TableBegin = z.infer<typeof TableBegin>;

export const TableEnd = z.object({ end: z.string(), rows: z.number(), digest: z.string() });
export type TableEnd = z.infer<typeof TableEnd>;
export const BackupEnd = z.object({ end: z.literal('backup'), rows: z.number() });

export const Values = z.array(z.union([z.string(), z.number(), z.null()]));

/** Counts rows and sums them up, so that two tables can be compared without keeping either. */
export class Tally {
  rows = 0;
  #sum = 0n;

  /** Gives the row's line. */
  add(row: Row): string {
    const line = JSON.stringify(row);
    this.rows += 1;
    this.#sum = BigInt.asUintN(256, this.#sum + BigInt(`0x${createHash('sha256').update(line).digest('hex')}`));
    return line;
  }

  get digest(): string {
    return this.#sum.toString(16).padStart(64, '0');
  }
}
