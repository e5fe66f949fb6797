import type { Plugin } from 'vite';

// The large icons are for installing, which needs a network; the browser keeps them then.
const shown = /^icons\/(?!.*512)/;

/**
 * Which built files belong to the app: what its entry reaches, lazily loaded parts included, and never anything of
 * the desk's. Taken from the module graph, because a pattern of names would let the desk's lazy parts through.
 */
export function appFiles(): { plugin: Plugin; has: (file: string) => boolean } {
  const files = new Set(['index.html', 'tell/index.html', 'follow/index.html', 'manifest.webmanifest']);
  const plugin: Plugin = {
    name: 'heard:app-files',
    apply: 'build',
    generateBundle(_, bundle) {
      const reach = (fileName: string) => {
        const chunk = bundle[fileName];
        if (chunk?.type !== 'chunk' || files.has(fileName)) return;
        files.add(fileName);
        for (const asset of chunk.viteMetadata?.importedAssets ?? []) files.add(asset);
        for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
        for (const next of [...chunk.imports, ...chunk.dynamicImports]) reach(next);
      };
      const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry && file.name === 'app');
      if (!entry) throw new Error('The build has no entry named "app".');
      reach(entry.fileName);
    },
  };
  return { plugin, has: (file) => files.has(file) || shown.test(file) };
}
