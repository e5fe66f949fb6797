import preact from '@preact/preset-vite';
import { build, type Plugin, type ResolvedConfig } from 'vite';
import { council } from './council.ts';
import { demonstration } from './demonstration.ts';

/**
 * Builds the staff desk after the app, by itself: built together, what both use would be a file of its own, which a
 * child's phone would have to ask for too. Everything of the desk's lies in `assets/desk`.
 */
export function desk(): Plugin {
  let app: ResolvedConfig | undefined;
  return {
    name: 'heard:desk',
    apply: 'build',
    configResolved: (config) => {
      app = config;
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        if (!app) return;
        await build({
          configFile: false,
          root: app.root,
          mode: app.mode,
          logLevel: app.logLevel ?? 'info',
          plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), council(), demonstration()],
          build: {
            target: app.build.target,
            modulePreload: { polyfill: false },
            assetsInlineLimit: 0,
            outDir: app.build.outDir,
            emptyOutDir: false,
            copyPublicDir: false,
            assetsDir: 'assets/desk',
            rolldownOptions: { input: { desk: 'desk.html' } },
          },
        });
      },
    },
  };
}
