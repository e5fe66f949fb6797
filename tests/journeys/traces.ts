import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The files of a browser's profile in which any of these phrases stands, as UTF-8 or as UTF-16. The phrases are of
 * letters by chance: a file that is compressed holds such a one as it is, where it comes first.
 */
export function tracesOf(phrases: readonly string[], profile: string): string[] {
  const wanted = phrases.flatMap((phrase) => [Buffer.from(phrase), Buffer.from(phrase, 'utf16le')]);
  return readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return wanted.some((phrase) => bytes.includes(phrase));
    })
    .map((file) => path.relative(profile, file));
}

/** A phrase that stands nowhere else on this machine. */
export function plantedPhrase(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => String.fromCharCode(97 + (byte % 26))).join(
    '',
  );
}
