import { execFile } from 'node:child_process';
import { projectNode, root } from '../../../tooling/command.mjs';

export interface Ran {
  code: number;
  /** Both outputs, in the order in which they are asked for here. */
  output: string;
}

/** Runs a command of the operator's as npm does, with these settings and no others of Heard's. */
export function runCommand(name: string, args: string[], settings: Record<string, string>): Promise<Ran> {
  const { PATH = '', TMPDIR = '' } = process.env;
  const env = { PATH, TMPDIR, ...settings };
  return new Promise((resolve) => {
    execFile(projectNode, [`src/server/commands/${name}.ts`, ...args], { cwd: root, env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: `${stdout}${stderr}` });
    });
  });
}
