import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { optimize } from 'svgo';
import type { Plugin } from 'vite';
import { type Piece, pictures as table } from '../../src/ui/art/pictures.ts';

/** Fluent Emoji, the flat ones, as an npm package of drawings; see docs/decisions/0024. */
export const pictureSet = '@iconify-json/fluent-emoji-flat';

const name = 'virtual:pictures';
const resolved = `\0${name}`;

/** The licence asks that this goes wherever a drawing goes. */
const owner = '<!-- Fluent Emoji, Copyright (c) Microsoft Corporation, MIT License -->';

interface DrawingSet {
  icons: Record<string, { body: string }>;
}

/**
 * Draws the pictures that are used, each into a small file whose name carries its content's hash, and gives the app
 * their addresses. A picture is asked for when it is first shown; the worker puts all of them away.
 */
export function pictures(): Plugin {
  const files = drawAll();
  const addresses = Object.fromEntries([...files].map(([picture, { fileName }]) => [picture, `/${fileName}`]));
  return {
    name: 'heard:pictures',
    resolveId: (id) => (id === name ? resolved : undefined),
    load: (id) => (id === resolved ? `export default ${JSON.stringify(addresses)};` : undefined),
    generateBundle() {
      for (const { fileName, source } of files.values()) this.emitFile({ type: 'asset', fileName, source });
    },
    configureServer(server) {
      const bySource = new Map([...files.values()].map(({ fileName, source }) => [`/${fileName}`, source]));
      server.middlewares.use((request, response, next) => {
        const source = bySource.get(request.url ?? '');
        if (source) response.setHeader('Content-Type', 'image/svg+xml').end(source);
        else next();
      });
    },
  };
}

function drawAll(): Map<string, { fileName: string; source: string }> {
  const set: DrawingSet = createRequire(import.meta.url)(`${pictureSet}/icons.json`);
  return new Map(
    Object.entries(table).map(([picture, pieces]) => {
      const source = draw(pieces, set);
      const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
      return [picture, { fileName: `assets/pictures/${picture}-${hash}.svg`, source }];
    }),
  );
}

function draw(pieces: readonly Piece[], set: DrawingSet): string {
  const drawn = pieces.map((piece) => {
    if (typeof piece === 'string') return bodyOf(piece, set);
    const { drawing, x, y, scale } = piece;
    return `<g transform="translate(${x} ${y}) scale(${scale})">${bodyOf(drawing, set)}</g>`;
  });
  const whole = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${drawn.join('')}</svg>`;
  const { data } = optimize(whole, { multipass: true, floatPrecision: 2 });
  return data.replace('>', `>${owner}`);
}

function bodyOf(drawing: string, set: DrawingSet): string {
  const found = set.icons[drawing];
  if (!found) throw new Error(`${pictureSet} has no drawing named ${drawing}.`);
  return found.body;
}
