import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { projectNode, root, run } from './command.mjs';
import { install } from './install.mjs';
import { runAsScript, Trouble } from './say.mjs';

// npm runs a script through a shell that may die of a signal without passing it on; who asked for this is gone then.
const startedBy = process.ppid;
const startedByNpm = process.env.npm_lifecycle_event !== undefined;
const lookEvery = 500;

await runAsScript(async () => {
  await install({ everything: false });
  // Before anything is built with them: what is wrong with the settings or the council's file is said in their terms.
  if ((await run(projectNode, ['src/server/main.ts', '--check'])) !== 0) throw new Trouble('Heard was not started.');
  await build();
  await serve();
});

/**
 * Runs the server until it ends, and ends as it ended.
 *
 * @returns {Promise<void>}
 */
function serve() {
  const server = spawn(projectNode, ['src/server/main.ts'], { cwd: root, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => server.kill(signal));
  const looking = setInterval(() => {
    if (startedByNpm && process.ppid !== startedBy) server.kill('SIGTERM');
  }, lookEvery);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('close', (code, signal) => {
      clearInterval(looking);
      process.exitCode = code ?? (signal ? 1 : 0);
      resolve();
    });
  });
}
