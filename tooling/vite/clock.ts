import { readFileSync } from 'node:fs';
import { transform } from 'lightningcss';
import type { Plugin } from 'vite';
import type { prerenderClock } from '../../src/pages/prerender.tsx';
import { barePage, importAtBuild, inlined } from './pages.ts';

/**
 * Lays the neutral page into the build, where "Hide" leads without a network. It shares no file with the app: nothing
 * that it shows, asks for or is called says what else is at this address.
 */
export function clock(): Plugin {
  return {
    name: 'heard:clock',
    apply: 'build',
    enforce: 'post',
    async generateBundle() {
      const module = await importAtBuild<{ prerenderClock: typeof prerenderClock }>(
        './src/pages/prerender.tsx',
        this.environment.config.plugins,
      );
      const page = module.prerenderClock();
      const file = 'src/pages/clock.css';
      const style = transform({ filename: file, code: readFileSync(file), minify: true }).code;
      const source = barePage({
        ...page,
        body: `${page.body}<script>${inlined('src/pages/clock.ts')}</script>`,
        icon: 'clock-48',
        head: `<style>${style}</style>`,
      });
      this.emitFile({ type: 'asset', fileName: 'clock/index.html', source });
    },
  };
}
