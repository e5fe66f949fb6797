import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { projectNode, root, run } from './command.mjs';
import { install } from './install.mjs';
import { findPostgres } from './postgres.mjs';
import { runAsScript, say, seconds, Trouble } from './say.mjs';
import { checkTypes } from './types.mjs';

const results = path.join(root, '.cache', 'test-results');
const totals = { passed: 0, failed: 0, skipped: 0 };

async function runAll() {
  await step('Packages', () => install({ everything: true }));
  const env = await step('A browser and a PostgreSQL', async () => {
    const browser = await ensureBrowser();
    say(`${browser.CHROMIUM_PATH ?? 'Playwright’s own Chromium'}\n${findPostgres()}`);
    return browser;
  });
  await step('Lint and format (biome)', () => mustPass(['node_modules/@biomejs/biome/bin/biome', 'check', '.']));
  await step('Types (tsc)', checkTypes);
  await step('Build (vite)', () => build({ always: true }));
  await step('Unit tests (vitest)', () => testsMustPass(vitest, env));
  await step('Journeys in a browser (playwright)', () => testsMustPass(playwright, env));
}

/**
 * @template Result
 * @param {string} name
 * @param {() => Result | Promise<Result>} work
 */
async function step(name, work) {
  const started = performance.now();
  say(`\n── ${name}`);
  const result = await work();
  say(`── ${name}: ${seconds(started)}`);
  return result;
}

/** @param {string[]} args */
async function mustPass(args) {
  if ((await run(projectNode, args)) !== 0) throw new Trouble('That failed; what comes after it was not run.');
}

const vitest = {
  file: path.join(results, 'vitest.json'),
  args: ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json'],
  /** @param {any} report */
  count(report) {
    // A file that could not be loaded has no tests to count, and has failed all the same.
    const unloaded = report.testResults.filter(
      (/** @type {any} */ file) => file.status === 'failed' && !file.assertionResults.some(failedTest),
    ).length;
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  },
};

const playwright = {
  file: path.join(results, 'playwright.json'),
  args: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
  /** @param {any} report */
  count({ stats, errors }) {
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
  },
};

/** @param {any} test */
function failedTest(test) {
  return test.status === 'failed';
}

/**
 * @param {typeof vitest | typeof playwright} runner
 * @param {Record<string, string>} env
 */
async function testsMustPass({ file, args, count }, env) {
  const output = args.includes('run') ? [`--outputFile.json=${file}`] : [];
  const code = await run(projectNode, [...args, ...output], { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file } });
  const counted = count(JSON.parse(readFileSync(file, 'utf8')));
  totals.passed += counted.passed;
  totals.failed += counted.failed;
  totals.skipped += counted.skipped;
  if (code === 0 && counted.failed === 0) return;
  if (counted.failed === 0) totals.failed += 1;
  throw new Trouble('Tests failed; what comes after them was not run.');
}

await runAsScript(async () => {
  rmSync(results, { recursive: true, force: true });
  try {
    await runAll();
  } catch (error) {
    // Every way to end has its line at the end, and a step that failed counts even when it is no test.
    totals.failed = Math.max(totals.failed, 1);
    process.exitCode = 1;
    console.error(error instanceof Trouble ? `\n${error.message}` : error);
  }
  if (totals.skipped > 0) say(`\n${totals.skipped} skipped.`);
  say(`\n${totals.passed} passed, ${totals.failed} failed`);
});
