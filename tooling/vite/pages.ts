import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { build } from 'rolldown';
import { minifySync } from 'rolldown/utils';
import { type Plugin, runnerImport } from 'vite';
import { criticalStyle } from './critical-style.ts';
import type { Bundle } from './precache.ts';

interface Page {
  app: string;
  insecure: string;
  safe: string;
  noScript: string;
  title: string;
  language: string;
}

interface Bare {
  body: string;
  title: string;
  language: string;
}

interface Prerendering {
  prerender: (path: string) => Page;
  prerenderNotFound: () => Bare;
}

/** The app's addresses, each with a page of its own that shows its first screen before any script has run. */
const files = { '/': 'index.html', '/tell': 'tell/index.html', '/follow': 'follow/index.html' };

/**
 * Turns the one `index.html` into a page an address: first screen, its style and the script of `src/app/before.ts`
 * inside it, so that a first visit on a slow network needs one answer to be usable.
 */
export function pages(): Plugin {
  return {
    name: 'heard:pages',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_, bundle) {
      const template = bundle['index.html'];
      if (template?.type !== 'asset') throw new Error('The build has no index.html to make pages of.');
      const module = await importAtBuild<Prerendering>('./src/app/prerender.tsx', this.environment.config.plugins);
      const html = String(template.source);
      const style = appStyle(bundle, html);
      for (const [path, fileName] of Object.entries(files)) {
        const source = fill(html, module.prerender(path), style);
        if (fileName === 'index.html') template.source = source;
        else this.emitFile({ type: 'asset', fileName, source });
      }
      this.emitFile({ type: 'asset', fileName: '404.html', source: notFound(module.prerenderNotFound(), style.css) });
    },
  };
}

/** Runs a module of the pages while they are built; it may ask for the council and for pictures. */
export async function importAtBuild<Module>(path: string, plugins: readonly Plugin[]): Promise<Module> {
  const { module } = await runnerImport<Module>(path, {
    configFile: false,
    plugins: plugins.filter(({ name }) => name === 'heard:council' || name === 'heard:pictures'),
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  });
  return module;
}

const scriptTag = /\s*<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>/;
const preloads = /\s*<link rel="modulepreload"[^>]*href="([^"]+)"[^>]*>/g;

const styleLink = /\s*<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/;

interface Style {
  fileName: string;
  css: string;
}

function appStyle(bundle: Bundle, html: string): Style {
  const fileName = styleLink.exec(html)?.[1] ?? '';
  const asset = bundle[fileName];
  if (asset?.type !== 'asset') throw new Error('The app has no style sheet.');
  return { fileName, css: String(asset.source).trim() };
}

function fill(html: string, page: Page, style: Style): string {
  const body = [page.app, page.insecure, page.safe, page.noScript].join('');
  const parts: Record<string, string> = {
    title: page.title,
    before: `<script>${before()}</script>`,
    style: `<style>${criticalStyle(style.css, body)}</style>`,
    app: page.app,
    insecure: page.insecure,
    safe: page.safe,
    'no-script': page.noScript,
  };
  // `before.ts` brings the app's script, what it imports and its whole style once the page has been drawn.
  const imported = [...html.matchAll(preloads)].map(([, href]) => href);
  const app = [scriptTag.exec(html)?.[1], `/${style.fileName}`, ...imported].join(' ');
  return html
    .replace(styleLink, '')
    .replace(scriptTag, '')
    .replace(preloads, '')
    .replace('<html ', `<html data-app="${app}" `)
    .replace('lang="en"', `lang="${page.language}"`)
    .replaceAll(/<!--heard:([a-z-]+)-->/g, (mark, name: string) => parts[name] ?? mark);
}

// Without the app: whoever comes here is one step from the start, and needs to hide and nothing else.
function notFound(page: Bare, css: string): string {
  const head = `<script>${before()}</script>
    <style>${criticalStyle(css, page.body)}</style>`;
  return barePage({ ...page, icon: 'heard-48', head });
}

/** A page that shares no file with the app but its icon. */
export function barePage({ title, language, body, icon, head }: Bare & { icon: string; head: string }): string {
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <title>${title}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="/icons/${icon}.png" />
    ${head}
  </head>
  <body>${body}</body>
</html>
`;
}

/** The script of `src/app/before.ts`, as it stands in each page's head. */
export function before(): string {
  return inlined('src/app/before.ts');
}

/** A file without imports, as it stands in a page. */
export function inlined(file: string): string {
  const script = stripTypeScriptTypes(readFileSync(file, 'utf8')).replace('export {};', '');
  return minifySync('inlined.js', `(()=>{${script}})()`).code.trim();
}

/** A file with what it imports, as it stands in a page. */
export async function bundled(file: string): Promise<string> {
  const { output } = await build({
    input: file,
    write: false,
    output: { format: 'iife', minify: true },
  });
  return output[0].code.trim();
}
