import type { Plugin, Rolldown } from 'vite';
import { loadCouncilFile } from './council.ts';
import { pictureFile } from './picture-sprite.ts';

export type Bundle = Rolldown.OutputBundle;

/** The app's addresses that are only read, each with a page of its own and no script of the app's. */
export const readPages = ['privacy', 'what-happens', 'accessibility', 'about'] as const;

/** The file of a language's words, by its code. */
export const wordsOf = /\/locales\/([a-z]+)\/app\.json$/;

// Pictures are the app's alone. The large icons are for installing, which needs a network; the browser keeps them then. The drawn one is the desk's.
const shown = /^(icons\/((heard|notes)-(48|192)|clock-48)\.|assets\/pictures\/)/;

/**
 * Which built files belong to the app: what its entry reaches, lazily loaded parts included, and never anything of
 * the desk's. Taken from the module graph, because a pattern of names would let the desk's lazy parts through.
 */
export function appFiles(): { plugin: Plugin; has: (file: string) => boolean } {
  const { languages } = loadCouncilFile();
  const translated = languages.flatMap((language) => readPages.map((name) => `${language}/${name}`));
  const pages = ['tell', 'follow', 'clock', ...readPages, ...translated].map((name) => `${name}/index.html`);
  const files = new Set(['index.html', ...pages, 'manifest.webmanifest', 'manifest-notes.webmanifest', pictureFile]);
  const plugin: Plugin = {
    name: 'heard:app-files',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const chunk of appChunks(bundle)) {
        // Words of a language that this council does not offer are nobody's to carry.
        const [, language] = wordsOf.exec(chunk.facadeModuleId ?? '') ?? [];
        if (language && !languages.includes(language)) continue;
        const { importedAssets = [], importedCss = [] } = chunk.viteMetadata ?? {};
        for (const file of [chunk.fileName, ...importedAssets, ...importedCss]) files.add(file);
      }
    },
  };
  return { plugin, has: (file) => files.has(file) || shown.test(file) };
}

/** What reads the pages that are only read aloud, as the build calls it. */
export const readerEntry = 'read-page';

/** The app's entry and every chunk that it reaches, and what its pages ask for by themselves. */
export function appChunks(bundle: Bundle): Rolldown.OutputChunk[] {
  const reached = new Map<string, Rolldown.OutputChunk>();
  const reach = (fileName: string) => {
    const chunk = bundle[fileName];
    if (chunk?.type !== 'chunk' || reached.has(fileName)) return;
    reached.set(fileName, chunk);
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) reach(next);
  };
  for (const name of ['app', readerEntry]) reach(chunkNamed(bundle, name).fileName);
  return [...reached.values()];
}

/** An entry of the build. Throws when there is none of that name. */
export function chunkNamed(bundle: Bundle, name: string): Rolldown.OutputChunk {
  const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry && file.name === name);
  if (entry?.type !== 'chunk') throw new Error(`The build has no entry named "${name}".`);
  return entry;
}
