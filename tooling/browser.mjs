import { existsSync } from 'node:fs';
import { capture, findOnPath, projectNode, run } from './command.mjs';
import { say, Trouble } from './say.mjs';

/** How every test starts its Chromium: as root and in a container, and asking nobody on the network for anything. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Gives the path of a Chromium, or undefined where only Playwright's own could be used, which Playwright finds. */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Trouble(`CHROMIUM_PATH names ${named}, but there is no such file.`);
  return named || findOnPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
}

/**
 * What Playwright needs to start that Chromium.
 *
 * @param {readonly string[]} flags more than the usual
 */
export function browserLaunch(flags = []) {
  const executablePath = findBrowser();
  return { args: [...browserFlags, ...flags], ...(executablePath && { executablePath }) };
}

/** Makes sure that there is a Chromium for the tests, and gives what the tests need to find it. */
export async function ensureBrowser() {
  const found = await workingBrowser();
  if (found) return found;
  if (process.getuid?.() === 0 && findOnPath('apt-get')) await installWithApt();
  const installed = await workingBrowser();
  if (installed) return installed;
  await installWithPlaywright();
  return {};
}

/** @returns {Promise<Record<string, string> | undefined>} the environment that names it */
async function workingBrowser() {
  const file = findBrowser();
  if (file) {
    // On Ubuntu the package "chromium" is only a pointer to a snap, which a container cannot run.
    const { code } = await capture(file, ['--version']);
    if (code === 0) return { CHROMIUM_PATH: file };
    if (process.env.CHROMIUM_PATH) throw new Trouble(`CHROMIUM_PATH names ${file}, but it does not run.`);
    return undefined;
  }
  const { chromium } = await import('playwright-core');
  return existsSync(chromium.executablePath()) ? {} : undefined;
}

async function installWithApt() {
  say('Installing Chromium (apt-get install chromium) …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
}

async function installWithPlaywright() {
  say('Installing Chromium (playwright install chromium) …');
  const withSystemLibraries = process.getuid?.() === 0 ? ['--with-deps'] : [];
  const args = ['node_modules/@playwright/test/cli.js', 'install', ...withSystemLibraries, 'chromium'];
  if ((await run(projectNode, args)) === 0) return;
  throw new Trouble(
    'No Chromium was found, and none could be installed. Install one, put it on the PATH or name it:\n' +
      '  CHROMIUM_PATH=/path/to/chromium npm test',
  );
}
