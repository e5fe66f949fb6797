import { spawn } from 'node:child_process';
import { projectNode, root } from './command.mjs';

// npm runs a script through a shell that may die of a signal without passing it on; who asked for this is gone then.
const startedBy = process.ppid;
const startedByNpm = process.env.npm_lifecycle_event !== undefined;
const lookEvery = 500;

/**
 * Runs the server until it ends, and ends as it ended.
 *
 * @param {...string} args
 * @returns {Promise<void>}
 */
export function serve(...args) {
  const server = spawn(projectNode, ['src/server/main.ts', ...args], { cwd: root, stdio: 'inherit' });
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
