import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { projectNode } from '../../tooling/command.mjs';
import { freePort } from '../../tooling/postgres.mjs';
import { type HeardServer, startHeard } from '../heard-server.ts';
import { temporaryFolder } from './open-test-store.ts';
import { council, newSent, type Sent } from './test-app.ts';

let heard: HeardServer;
afterEach(() => heard?.remove());

function put({ id, key, body }: Sent): Promise<Response> {
  return fetch(`${heard.url}/api/submissions/${id}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
  });
}

/** With the account that the environment has made. */
function signInAt(origin: string, password = heard.admin.password): Promise<Response> {
  return fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: origin },
    body: JSON.stringify({ email: heard.admin.email, password }),
  });
}

test('what was answered with 201 is there after the process was killed at once', async () => {
  heard = await startHeard();
  const sent = newSent();
  const first = await put(sent);
  expect(first.status).toBe(201);
  await heard.kill();
  await heard.start();
  const again = await put(sent);
  expect(again.status).toBe(200);
  expect(await again.json()).toEqual(await first.json());
});

test('SIGTERM ends it in order, and soon, whoever holds a connection open without asking anything', async () => {
  heard = await startHeard();
  const sent = newSent();
  await put(sent);
  const silent = connect(Number(new URL(heard.url).port), 'localhost').on('error', () => undefined);
  await once(silent, 'connect');
  const started = performance.now();
  await heard.stop();
  expect(performance.now() - started).toBeLessThan(5_000);
  await heard.start();
  expect((await put(sent)).status).toBe(200);
});

test('a port that is in use is said, with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const env = { ...process.env, PORT: String(port), HEARD_DATA: temporaryFolder() };
  const ending = promisify(execFile)(projectNode, ['src/server/main.ts'], { env });
  await expect(ending).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(`Port ${port} is in use.`) });
  other.close();
});

test('on any free port, the desk can be signed in to at the address that was printed', async () => {
  heard = await startHeard({ PORT: '0' });
  const { origin } = new URL(/^Heard is ready at (\S+)$/m.exec(heard.said())?.[1] ?? '');
  expect(origin).not.toMatch(/:0$/);
  expect((await signInAt(origin)).status).toBe(200);
});

test('on any free port, the link to set up the first account leads there', async () => {
  heard = await startHeard({ PORT: '0', HEARD_ADMIN_EMAIL: '', HEARD_ADMIN_PASSWORD: '' });
  const { origin } = new URL(/^Heard is ready at (\S+)$/m.exec(heard.said())?.[1] ?? '');
  expect(heard.said()).toContain(`\n${origin}/desk#set-up=`);
});

test('a first account whose password others would try first is made, with a word to change it, said once', async () => {
  const easy = { HEARD_ADMIN_PASSWORD: 'Shropshire2026' };
  heard = await startHeard(easy);
  const warning = 'HEARD_ADMIN_PASSWORD has made the first account, and is too easy to guess';
  expect(heard.said()).toContain(warning);
  expect(heard.said()).not.toContain('Shropshire2026');
  expect((await signInAt(new URL(heard.url).origin, easy.HEARD_ADMIN_PASSWORD)).status).toBe(200);
  await heard.stop();
  await heard.start(easy);
  expect(heard.said()).not.toContain(warning);
});

test('a database that is down at the start is said, with what to do and no password', async () => {
  const port = await freePort();
  const DATABASE_URL = `postgres://heard:hunter2@127.0.0.1:${port}/heard`;
  const ending = startHeard({ DATABASE_URL });
  await expect(ending).rejects.toThrow(/The database cannot be used just now\. .*DATABASE_URL/);
  await expect(ending).rejects.not.toThrow(/hunter2|\n\s+at /);
});

test('pages that have not been built are said, with what to do', async () => {
  const env = { ...process.env, HEARD_DATA: temporaryFolder(), HEARD_COUNCIL: path.resolve('council/shropshire.json') };
  const ending = promisify(execFile)(projectNode, [path.resolve('src/server/main.ts')], {
    env,
    cwd: temporaryFolder(),
  });
  await expect(ending).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^The pages .* "npm start"/) });
  await expect(ending).rejects.not.toMatchObject({ stderr: expect.stringMatching(/^\s+at /m) });
});

test('whoever is to see what is kept from every officer is missed at the start, until they have an account', async () => {
  const missed = 'NOBODY SEES A CASE THAT IS KEPT FROM EVERY OFFICER';
  heard = await startHeard();
  expect(heard.said()).toContain(missed);
  await heard.remove();
  heard = await startHeard({ HEARD_ADMIN_EMAIL: council.notThisPerson.fallback });
  expect(heard.said()).not.toContain(missed);
});
