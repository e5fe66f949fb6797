import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { londonDate } from '../../src/domain/dates.ts';
import type { prerenderPages, ReadPage } from '../../src/pages/prerender.tsx';
import { loadCouncilFile } from './council.ts';
import { before, bundled, importAtBuild } from './pages.ts';
import { type Bundle, chunkNamed, readerEntry } from './precache.ts';
import { shippedLibraries } from './shipped-libraries.ts';

/** The style of these pages, and what reads them aloud when asked to: given to the build as entries of their own. */
export const readPagesEntries = { pages: 'src/pages/pages.css', [readerEntry]: 'src/pages/read-page.ts' };

/**
 * Lays the pages that are only read into the build: each whole in itself, with its style, the script of
 * `src/app/before.ts` and a few lines that remember whose words were chosen, and nothing of the app's.
 */
export function readPages(): Plugin {
  return {
    name: 'heard:read-pages',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_, bundle) {
      const module = await importAtBuild<{ prerenderPages: typeof prerenderPages }>(
        './src/pages/prerender.tsx',
        this.environment.config.plugins,
      );
      const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
      const pages = module.prerenderPages({
        procedure: loadCouncilFile().procedure,
        today: londonDate(new Date().toISOString()),
        version,
        libraries: shippedLibraries(bundle),
      });
      const css = takeStyle(bundle);
      const reader = chunkNamed(bundle, readerEntry).fileName;
      const scripts = [
        await bundled('src/pages/own-words.ts'),
        await bundled('src/pages/own-look.ts'),
        await bundled('src/pages/offer-reading.ts'),
      ];
      for (const page of pages) {
        this.emitFile({
          type: 'asset',
          fileName: `${page.address.slice(1)}/index.html`,
          source: fileOf(page, { css, reader, scripts }),
        });
      }
    },
  };
}

// It stands in each page, and so needs no file.
function takeStyle(bundle: Bundle): string {
  const style = Object.values(bundle).find((file) => file.type === 'asset' && file.names.includes('pages.css'));
  if (style?.type !== 'asset') throw new Error('The build has no style sheet for the pages that are only read.');
  delete bundle[style.fileName];
  return String(style.source).trim();
}

interface Around {
  css: string;
  /** The file that reads aloud, by its path in the build. */
  reader: string;
  /** What runs in the page. */
  scripts: string[];
}

function fileOf(page: ReadPage, { css, reader, scripts }: Around): string {
  const { body, safe, barWithoutScript, helpWithoutScript, title, language, direction } = page;
  return `<!doctype html>
<html data-aloud="/${reader}" lang="${language}" dir="${direction}">
  <head>
    <meta charset="utf-8" />
    <title>${title}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="theme-color" content="#fbf6ec" media="(prefers-color-scheme: light)" />
    <meta name="theme-color" content="#121a2c" media="(prefers-color-scheme: dark)" />
    <link rel="icon" href="/icons/heard-48.png" />
    <link rel="apple-touch-icon" href="/icons/heard-192.png" />
    <script>${before()}</script>
    <style>${css}</style>
    <noscript><style>#page .bar{display:none}</style></noscript>
  </head>
  <body>
    <noscript>${barWithoutScript}</noscript>
    <div id="page">${body}</div>
    <div id="safe-now" hidden>${safe}</div>
    <noscript>${helpWithoutScript}</noscript>
    ${scripts.map((script) => `<script>${script}</script>`).join('')}
  </body>
</html>
`;
}
