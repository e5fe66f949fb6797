import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const worthIt = /\.(html|js|css|svg|json|webmanifest)$/;

/** Lays a brotli and a gzip copy beside each built file, so that the server never compresses while somebody waits. */
export function compress(): Plugin {
  let folder = 'dist';
  return {
    name: 'heard:compress',
    apply: 'build',
    configResolved: (config) => {
      folder = config.build.outDir;
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) =>
          worthIt.test(each),
        )) {
          const full = path.join(folder, file);
          const bytes = readFileSync(full);
          writeFileSync(`${full}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
          writeFileSync(`${full}.gz`, gzipSync(bytes, { level: 9 }));
        }
      },
    },
  };
}
