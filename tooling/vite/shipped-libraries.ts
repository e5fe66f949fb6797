import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Library } from '../../src/pages/facts.ts';
import { pictureSet } from './picture-set.ts';
import { appChunks, type Bundle } from './precache.ts';

/** The letters that can be chosen; see `src/ui/letters.css`. */
const lettersSet = '@fontsource-variable/atkinson-hyperlegible-next';

/**
 * What of others' is part of the app on a phone, by name: the packages whose code the app's built files hold, those
 * of the worker, which is built apart, the set of which its pictures are, and its letters.
 */
export function shippedLibraries(bundle: Bundle): Library[] {
  const files = appChunks(bundle).flatMap((chunk) => chunk.moduleIds);
  const inApp = files.flatMap((file) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  const names = new Set([...inApp, ...workerPackages(), pictureSet, lettersSet]);
  return [...names].sort().map((name) => {
    const { version, license } = manifestOf(name);
    return { name, version, licence: license };
  });
}

// What the worker's own files name, and what that needs in turn.
function workerPackages(): string[] {
  const folder = 'src/worker';
  const code = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
  const named = code.flatMap((text) => [...text.matchAll(/ from '([^.'][^']*)'/g)]);
  const found = new Set(named.map(([, name = '']) => name));
  // A set that grows while it is gone through is gone through to its end.
  for (const name of found) for (const needed of Object.keys(manifestOf(name).dependencies ?? {})) found.add(needed);
  return [...found];
}

interface Manifest {
  version: string;
  license: string;
  dependencies?: Record<string, string>;
}

function manifestOf(name: string): Manifest {
  return JSON.parse(readFileSync(path.join('node_modules', name, 'package.json'), 'utf8'));
}
