import { defineConfig } from '@playwright/test';
import { browserLaunch } from './tooling/browser.mjs';

export default defineConfig({
  testDir: 'tests/journeys',
  outputDir: 'test-results',
  globalSetup: './tests/journeys/compile-server.ts',
  // One file for each walk, the same for every browser and system: names, roles and order are ours.
  snapshotPathTemplate: '{testDir}/trees/{arg}{ext}',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // A journey that only passes at the second try has failed.
  failOnFlakyTests: true,
  forbidOnly: true,
  timeout: 60_000,
  // Waited for, not measured: a machine may be busy with something else.
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    headless: true,
    // What cannot be pressed says so, and not only when the whole journey has run out of time.
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    launchOptions: browserLaunch(),
  },
});
