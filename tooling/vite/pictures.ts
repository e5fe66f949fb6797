import { createHash } from 'node:crypto';
import { optimize } from 'svgo';
import type { Plugin } from 'vite';
import { type Piece, pictures as table } from '../../src/ui/art/pictures.ts';
import { drawingOf, pictureOwner } from './picture-set.ts';

const name = 'virtual:pictures';
const resolved = `\0${name}`;

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
  return new Map(
    Object.entries(table).map(([picture, pieces]) => {
      const source = draw(pieces);
      const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
      return [picture, { fileName: `assets/pictures/${picture}-${hash}.svg`, source }];
    }),
  );
}

function draw(pieces: readonly Piece[]): string {
  const drawn = pieces.map((piece) => {
    if (typeof piece === 'string') return drawingOf(piece);
    const { drawing, x, y, scale } = piece;
    return `<g transform="translate(${x} ${y}) scale(${scale})">${drawingOf(drawing)}</g>`;
  });
  const whole = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${drawn.join('')}</svg>`;
  const { data } = optimize(whole, { multipass: true, floatPrecision: 2 });
  return data.replace('>', `>${pictureOwner}`);
}
