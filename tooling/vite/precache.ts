import type { Plugin, Rolldown } from 'vite';
import { pictureFile } from './picture-sprite.ts';

export type Bundle = Rolldown.OutputBundle;

/** The app's addresses that are only read, each with a page of its own and no script of the app's. */
export const readPages = ['privacy', 'what-happens', 'accessibility', 'about'] as const;

// Pictures are the app's alone. The large icons are for installing, which needs a network; the browser keeps them then. The drawn one is the desk's.
const shown = /^(icons\/heard-(48|192)\.|assets\/pictures\/)/;

/**
 * Which built files belong to the app: what its entry reaches, lazily loaded parts included, and never anything of
 * the desk's. Taken from the module graph, because a pattern of names would let the desk's lazy parts through.
 */
export function appFiles(): { plugin: Plugin; has: (file: string) => boolean } {
  const pages = ['tell', 'follow', ...readPages].map((name) => `${name}/index.html`);
  const files = new Set(['index.html', ...pages, 'manifest.webmanifest', pictureFile]);
  const plugin: Plugin = {
    name: 'heard:app-files',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const chunk of appChunks(bundle)) {
        const { importedAssets = [], importedCss = [] } = chunk.viteMetadata ?? {};
        for (const file of [chunk.fileName, ...importedAssets, ...importedCss]) files.add(file);
      }
    },
  };
  return { plugin, has: (file) => files.has(file) || shown.test(file) };
}

/** The app's entry and every chunk that it reaches. */
export function appChunks(bundle: Bundle): Rolldown.OutputChunk[] {
  const reached = new Map<string, Rolldown.OutputChunk>();
  const reach = (fileName: string) => {
    const chunk = bundle[fileName];
    if (chunk?.type !== 'chunk' || reached.has(fileName)) return;
    reached.set(fileName, chunk);
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) reach(next);
  };
  const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry && file.name === 'app');
  if (!entry) throw new Error('The build has no entry named "app".');
  reach(entry.fileName);
  return [...reached.values()];
}
