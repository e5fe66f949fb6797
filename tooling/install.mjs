import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectNode, root, run, withoutLocalPrograms } from './command.mjs';
import { say, seconds, Trouble } from './say.mjs';

const oldestNode = 20;

/** @typedef {Record<string, { version?: string, integrity?: string, dev?: boolean, optional?: boolean, devOptional?: boolean }>} Lock */

/**
 * Makes node_modules fit package-lock.json, and does nothing when it already does. With `everything` the packages
 * for tests come along; without it they are left as they are, there or not.
 *
 * @param {{ everything: boolean }} options
 */
export async function install({ everything }) {
  refuseOldNode();
  const wanted = readLock('package-lock.json');
  if (!wanted) throw new Trouble('package-lock.json is missing or is not JSON. Clone the project again.');
  const present = readLock('node_modules/.package-lock.json');
  if (present && existsSync(projectNode) && holds(present, wanted, everything)) return;

  // Packages for tests that somebody installed stay when the lock has moved on: npm ci begins from nothing.
  const all = everything || Object.values(present ?? {}).some((entry) => entry.dev);
  say(`Installing the packages${all ? '' : ' that run the service'} (npm ci) …`);
  const started = performance.now();
  await npmCi(all);
  if (!existsSync(projectNode)) throw new Trouble(noProjectNode);
  say(`Installed in ${seconds(started)}.`);
}

const noProjectNode = [
  'The packages are installed, but Node 24, which the package "node" fetches while it is installed, is not there.',
  'npm may be set not to run install scripts (npm config get ignore-scripts), or there is no such package for this',
  'machine. Allow the script and try again: npm ci --ignore-scripts=false',
].join('\n');

function refuseOldNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= oldestNode) return;
  throw new Trouble(
    `This is Node ${process.versions.node}; Heard needs ${oldestNode} or newer to begin with (it then brings its own).\n` +
      'Install a current one from https://nodejs.org and try again.',
  );
}

/** @param {boolean} all */
async function npmCi(all) {
  const args = ['ci', '--loglevel=error', '--no-fund', '--no-audit', ...(all ? ['--include=dev'] : ['--omit=dev'])];
  let code;
  try {
    code = await run('npm', args, { env: withoutLocalPrograms() });
  } catch {
    throw new Trouble('The program npm was not found. It comes with Node: install Node from https://nodejs.org.');
  }
  if (code === 0) return;
  throw new Trouble(
    [
      'npm could not install the packages; its own words stand above.',
      'It needs the npm registry (npm config get registry). Behind a proxy: npm config set proxy http://…;',
      'with a registry of your own: npm config set registry https://…. Then try again.',
    ].join('\n'),
  );
}

/**
 * The packages of a lock by their place, or undefined when there is none to be read.
 *
 * @param {string} file
 * @returns {Lock | undefined}
 */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Whether what npm says it installed holds what the lock asks for. npm writes its own account at the end of an
 * installation, so one that was cut short does not count. Optional packages are those of other machines.
 *
 * @param {Lock} present
 * @param {Lock} wanted
 * @param {boolean} everything
 */
function holds(present, wanted, everything) {
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '' || entry.optional || entry.devOptional || (entry.dev && !everything)) return true;
    return present[place]?.version === entry.version && present[place]?.integrity === entry.integrity;
  });
}
