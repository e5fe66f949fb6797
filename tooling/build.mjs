import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectNode, root, run } from './command.mjs';
import { say, seconds, Trouble } from './say.mjs';

// Node says so of everything the build uses that may still change; nobody who starts the service can act on it.
const quietly = ['--disable-warning=ExperimentalWarning'];
const builtFrom = [
  'src',
  'public',
  'locales',
  'index.html',
  'desk.html',
  'vite.config.ts',
  'tooling/vite',
  'package.json',
  'package-lock.json',
];

/**
 * Builds the pages when anything they are made of has changed since they were built last. Those of a demonstration,
 * which say that they are, lie beside the others.
 */
export async function build({ always = false, isDemo = false } = {}) {
  const folder = isDemo ? 'dist-demo' : 'dist';
  const mode = isDemo ? ['--mode', 'demo', '--outDir', folder, '--emptyOutDir'] : [];
  const stamp = path.join(root, folder, '.stamp');
  const inputs = hashOfInputs();
  if (!always && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return;
  say('Building the pages (vite build) …');
  const started = performance.now();
  rmSync(stamp, { force: true });
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', ...mode];
  const code = await run(projectNode, [...quietly, ...vite]);
  if (code !== 0) throw new Trouble('The pages could not be built; what is wrong stands above.');
  writeFileSync(stamp, inputs);
  say(`Built in ${seconds(started)}.`);
}

function hashOfInputs() {
  const hash = createHash('sha256');
  const council = process.env.HEARD_COUNCIL || 'council/shropshire.json';
  for (const input of [...builtFrom, council]) addToHash(hash, path.resolve(root, input));
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} place
 */
function addToHash(hash, place) {
  if (!existsSync(place)) return;
  if (statSync(place).isDirectory()) {
    for (const name of readdirSync(place).sort()) addToHash(hash, path.join(place, name));
    return;
  }
  const content = readFileSync(place);
  hash.update(`${path.relative(root, place)}\0${content.length}\0`).update(content);
}
