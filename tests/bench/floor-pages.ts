import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const govUk = 'node_modules/govuk-frontend/dist/govuk';

/** The pages beside which `/tell` is measured, by their address. */
export const floorPages = { 'GOV.UK Frontend': '/gov-uk/', 'one file by hand': '/by-hand/' };

/**
 * Lays out a folder to be served as the built app is: the same form with GOV.UK Frontend as it comes, and as one
 * hand-written file with its style inside. Compressed as hard as the app, and without line breaks and indents, as the
 * app's own pages are.
 */
export function layOutFloorPages(folder: string): void {
  const assets = path.join(folder, 'assets');
  mkdirSync(assets, { recursive: true });
  cpSync(path.join(govUk, 'assets/fonts'), path.join(assets, 'fonts'), { recursive: true });
  for (const file of ['govuk-frontend.min.css', 'govuk-frontend.min.js']) {
    cpSync(path.join(govUk, file), path.join(assets, file));
  }
  for (const page of Object.values(floorPages)) {
    const html = readFileSync(path.join('tests/bench/floor-pages', `${page.replaceAll('/', '')}.html`), 'utf8');
    mkdirSync(path.join(folder, page));
    writeFileSync(path.join(folder, page, 'index.html'), html.replace(/\n\s*/g, ''));
  }
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((each) => /\.(html|css|js)$/.test(each))) {
    const full = path.join(folder, file);
    writeFileSync(`${full}.br`, brotliCompressSync(readFileSync(full)));
  }
}
