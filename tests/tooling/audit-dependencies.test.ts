import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';

/** Runs the command with npm itself, which asks this registry. */
async function auditAgainst(answer: RequestListener): Promise<{ code: number; output: string }> {
  const registry = createServer(answer);
  await once(registry.listen(0, '127.0.0.1'), 'listening');
  const { port } = registry.address() as AddressInfo;
  const ran = await auditAt(port);
  registry.close();
  registry.closeAllConnections();
  return ran;
}

function auditAt(port: number): Promise<{ code: number; output: string }> {
  const env = { ...process.env, npm_config_registry: `http://127.0.0.1:${port}/` };
  return new Promise((resolve) => {
    execFile('node', ['tooling/audit-dependencies.mjs'], { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, output: `${stdout}${stderr}` }),
    );
  });
}

const { version } = JSON.parse(readFileSync('node_modules/hono/package.json', 'utf8')) as { version: string };
const packument = {
  name: 'hono',
  versions: { [version]: { name: 'hono', version } },
  'dist-tags': { latest: version },
};
const advisory = {
  ...{ id: 1, url: 'https://example.org/advisory', title: 'Made up for a test', severity: 'high' },
  ...{ vulnerable_versions: '*', cwe: [], cvss: { score: 0, vectorString: null } },
};

const says =
  (advisories: object): RequestListener =>
  (request, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(request.method === 'POST' ? advisories : packument));
  };

test('a registry that knows of no weakness: 0, and how many packages were asked about', {
  timeout: 60_000,
}, async () => {
  const { code, output } = await auditAgainst(says({}));
  expect(output).toMatch(/^No weakness is known in any of the \d{2,} packages/);
  expect(code).toBe(0);
});

test('one that knows of a weakness: 1, with its package, its page and what to do', { timeout: 60_000 }, async () => {
  const { code, output } = await auditAgainst(says({ hono: [advisory] }));
  expect(output).toContain('  hono (high; ');
  expect(output).toContain('Made up for a test: https://example.org/advisory');
  expect(code).toBe(1);
});

test('one that does not offer it, or is not there: 2, and that it was skipped', { timeout: 60_000 }, async () => {
  const refused = await auditAgainst((_, response) => response.writeHead(405).end());
  const away = await auditAt(1);
  for (const { code, output } of [refused, away]) {
    expect(output).toMatch(/^Skipped: the npm registry did not say/);
    expect(code).toBe(2);
  }
});
