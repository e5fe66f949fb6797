import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { projectNode, root } from './command.mjs';
import { install } from './install.mjs';
import { runAsScript } from './say.mjs';

await runAsScript(async () => {
  await install({ everything: false });
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
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('close', (code, signal) => {
      process.exitCode = code ?? (signal ? 1 : 0);
      resolve();
    });
  });
}
