import { readFileSync } from 'node:fs';
import path from 'node:path';
import { capture, projectNode, root } from './command.mjs';
import { say, Trouble } from './say.mjs';

/** One project for every kind of runtime, all of them at once: each is a small program of its own. */
export async function checkTypes() {
  const { references } = JSON.parse(readFileSync(path.join(root, 'tsconfig.json'), 'utf8'));
  const checks = references.map(async (/** @type {{ path: string }} */ project) => {
    const { code, output } = await capture(projectNode, ['node_modules/typescript/bin/tsc', '-p', project.path]);
    if (code !== 0) say(`${project.path}\n${output}`);
    return code;
  });
  const codes = await Promise.all(checks);
  if (codes.some((code) => code !== 0)) throw new Trouble('The types do not fit; what comes after was not run.');
}
