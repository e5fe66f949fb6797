import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { londonDate } from '../../src/domain/dates.ts';
import type { prerenderPages, ReadPage } from '../../src/pages/prerender.tsx';
import { loadCouncilFile } from './council.ts';
import { before, importAtBuild, inlined } from './pages.ts';
import type { Bundle } from './precache.ts';
import { shippedLibraries } from './shipped-libraries.ts';

/** The style of these pages, given to the build as an entry of its own. */
export const readPagesStyle = { pages: 'src/pages/pages.css' };

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
      for (const page of pages) {
        this.emitFile({ type: 'asset', fileName: `${page.name}/index.html`, source: fileOf(page, css) });
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

function fileOf({ body, safe, barWithoutScript, helpWithoutScript, title, language }: ReadPage, css: string): string {
  return `<!doctype html>
<html lang="${language}" dir="ltr">
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
    <script>${inlined('src/pages/own-register.ts')}</script>
  </body>
</html>
`;
}
