import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';

/**
 * The files of a browser's profile in which any of these stands: bytes as they are, a phrase as UTF-8 or as UTF-16. They
 * are of chance: a file that is compressed holds such a one as it is, where it comes first.
 */
export function tracesOf(searched: readonly (string | Uint8Array)[], profile: string): string[] {
  const wanted = searched.flatMap((each) =>
    typeof each === 'string' ? [Buffer.from(each), Buffer.from(each, 'utf16le')] : [Buffer.from(each)],
  );
  return readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = bytesIn(file);
      return wanted.some((each) => bytes.includes(each));
    })
    .map((file) => path.relative(profile, file));
}

// While the browser is open, a file may go between being listed and being read: then it holds nothing any more.
function bytesIn(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** A phrase that stands nowhere else on this machine. */
export function plantedPhrase(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => String.fromCharCode(97 + (byte % 26))).join(
    '',
  );
}

/** The very bytes of the keys under which drafts lie hidden on this phone now: each is a file of the page's own. */
export async function draftKeysHere(page: Page): Promise<Uint8Array[]> {
  const keys = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const found: number[][] = [];
    for await (const file of (await root.getDirectoryHandle('draft-keys')).values())
      if (file instanceof FileSystemFileHandle)
        found.push([...new Uint8Array(await (await file.getFile()).arrayBuffer())]);
    return found;
  });
  return keys.map((bytes) => Uint8Array.from(bytes));
}
