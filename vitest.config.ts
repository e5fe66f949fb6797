import { availableParallelism } from 'node:os';
import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { councilStandIn } from './tests/council-stand-in.ts';
import { browserFlags, findBrowser } from './tooling/browser.mjs';
import { council } from './tooling/vite/council.ts';
import { pictures } from './tooling/vite/pictures.ts';

// What uses IndexedDB, Web Locks or the DOM is tested where those truly are: in a browser.
const inBrowser = ['device', 'sync', 'words', 'aloud', 'ui', 'app', 'pages', 'desk'].map(
  (room) => `tests/${room}/**/*.test.{ts,tsx}`,
);
const executablePath = findBrowser();

export default defineConfig({
  test: {
    // One less than there are cores by default: on two that is one, and most tests wait for a database.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: inBrowser,
          environment: 'node',
          globalSetup: 'tests/for-the-run.ts',
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), council(), pictures(), councilStandIn()],
        // Found while a test runs, they would make the page load again in the middle of it.
        optimizeDeps: {
          include: [
            '@testing-library/preact',
            'fast-check',
            'flesch-kincaid',
            'i18next',
            'idb',
            'jose',
            'lean-qr/extras/svg',
            'lean-qr/nano',
            'preact',
            'preact/hooks',
            'preact-render-to-string',
            'syllable',
            'workbox-window',
            'zod/mini',
          ],
        },
        test: {
          name: 'browser',
          // Every file is a page of one browser: they share one database, so one at a time.
          fileParallelism: false,
          include: inBrowser,
          testTimeout: 20_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { args: browserFlags, ...(executablePath && { executablePath }) } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
