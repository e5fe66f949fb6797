import { execFile } from 'node:child_process';
import { projectNode, root } from '../../../tooling/command.mjs';

export interface Ran {
  code: number;
  /** Both outputs, in the order in which they are asked for here. */
  output: string;
}

/**
 * Runs a command of the operator's as npm does, with these settings and no others of Heard's.
 *
 * @param room how large a file it can write may become, in bytes and a multiple of 512: as on a disk that fills up
 */
export function runCommand(
  name: string,
  args: string[],
  settings: Record<string, string>,
  room?: number,
): Promise<Ran> {
  const { PATH = '', TMPDIR = '' } = process.env;
  const env = { PATH, TMPDIR, ...settings };
  const command = [projectNode, `src/server/commands/${name}.ts`, ...args] as const;
  // The system itself refuses the write in the middle of the file, without root and without a disk of our own.
  const confined = ['sh', '-c', 'ulimit -f "$0"; exec "$@"', `${(room ?? 0) / 512}`, ...command] as const;
  const [program, ...given] = room === undefined ? command : confined;
  return new Promise((resolve) => {
    execFile(program, given, { cwd: root, env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: `${stdout}${stderr}` });
    });
  });
}
