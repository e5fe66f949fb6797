import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectNode, root } from '../tooling/command.mjs';
import { freePort } from '../tooling/postgres.mjs';

/** The built server as a council runs it, with data of its own, on one address for as long as the test lives. */
export interface HeardServer {
  url: string;
  admin: { email: string; password: string };
  /** The embedded database, when it is not told to use another. */
  databaseFile: string;
  /** What it has printed since it was last started. */
  said: () => string;
  /** Whether its process is gone, of itself or because it was told to. */
  hasEnded: () => boolean;
  stop: () => Promise<void>;
  /** As a power cut would: the process is given no moment to tidy up. */
  kill: () => Promise<void>;
  /** With the settings it had, and these; out of another folder than this project's when it is to be another version. */
  start: (more?: Record<string, string>, folder?: string) => Promise<void>;
  /** Stops it and deletes its data. */
  remove: () => Promise<void>;
}

/** Compiled once for all the starts of all test runs: a start takes a quarter less. Whoever ends in order leaves it behind. */
const compiled = path.join(root, '.cache', 'compiled');

export async function startHeard(
  settings: Record<string, string> = {},
  program = ['src/server/main.ts'],
): Promise<HeardServer> {
  const data = mkdtempSync(path.join(os.tmpdir(), 'heard-data-'));
  const port = await freePort();
  const admin = { email: 'officer@example.org', password: 'a long enough password' };
  const env = {
    ...process.env,
    NODE_COMPILE_CACHE: compiled,
    PORT: String(port),
    HEARD_DATA: data,
    HEARD_ADMIN_EMAIL: admin.email,
    HEARD_ADMIN_PASSWORD: admin.password,
    ...settings,
  };
  let server: ChildProcess | undefined;
  let said = '';

  const start = async (more = {}, folder = root) => {
    server = spawn(projectNode, program, { cwd: folder, env: { ...env, ...more }, stdio: 'pipe' });
    said = '';
    for (const stream of [server.stdout, server.stderr]) stream?.on('data', (chunk) => (said += chunk));
    await untilReady(server);
  };
  const end = async (signal: NodeJS.Signals) => {
    const ending = server;
    server = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await ended;
  };
  const remove = async () => {
    await end('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  };
  await start();
  return {
    url: `http://localhost:${port}`,
    admin,
    databaseFile: path.join(data, 'heard.sqlite'),
    said: () => said,
    hasEnded: () => !server || server.exitCode !== null || server.signalCode !== null,
    start,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    remove,
  };
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-4000);
      if (/^Heard is ready at /m.test(said)) resolve();
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`The server ended before it was ready:\n${said}`)));
  });
}
