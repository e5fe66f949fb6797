import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { clock } from './tooling/vite/clock.ts';
import { compress } from './tooling/vite/compress.ts';
import { council } from './tooling/vite/council.ts';
import { demonstration } from './tooling/vite/demonstration.ts';
import { desk } from './tooling/vite/desk.ts';
import { notesManifest } from './tooling/vite/notes-manifest.ts';
import { pages } from './tooling/vite/pages.ts';
import { pictureSprite } from './tooling/vite/picture-sprite.ts';
import { pictures } from './tooling/vite/pictures.ts';
import { appFiles, wordsOf } from './tooling/vite/precache.ts';
import { readPages, readPagesEntries } from './tooling/vite/read-pages.ts';

const app = appFiles();

export default defineConfig({
  plugins: [
    preact({ devToolsEnabled: false, prefreshEnabled: false }),
    council(),
    pictures(),
    pages(),
    readPages(),
    clock(),
    demonstration(),
    notesManifest(),
    pictureSprite(),
    app.plugin,
    VitePWA({
      // Which icons are put away is decided in precache.ts.
      includeManifestIcons: false,
      strategies: 'injectManifest',
      srcDir: 'src/worker',
      filename: 'sw.ts',
      injectRegister: false,
      // A worker of ES modules would need another way to register it than older phones know.
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['**/*.{html,js,css,svg,png,woff2,webmanifest}'],
        manifestTransforms: [(entries) => ({ manifest: entries.filter((entry) => app.has(entry.url)), warnings: [] })],
      },
      manifest: {
        id: '/',
        name: 'Heard',
        short_name: 'Heard',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#fbf6ec',
        theme_color: '#fbf6ec',
        icons: [
          { src: '/icons/heard-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/heard-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icons/heard-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
    }),
    desk(),
    compress(),
  ],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // A data address for an image would be one more thing the policy must allow.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // The desk is a build of its own: see desk.ts.
      input: { app: 'index.html', ...readPagesEntries },
      // What the pages ask for by its name must be there by its name.
      preserveEntrySignatures: 'allow-extension',
      output: {
        // The words of a language are known by its code.
        chunkFileNames: ({ facadeModuleId }) => {
          const [, language] = wordsOf.exec(facadeModuleId ?? '') ?? [];
          return language ? `assets/words-${language}-[hash].js` : 'assets/[name]-[hash].js';
        },
        // What both the app and a page that is only read need: one file, for each costs a request of its own.
        codeSplitting: { groups: [{ name: 'both', test: /preload-helper|\/aloud\/voices\.ts$/ }] },
      },
    },
  },
});
