import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { projectNode } from '../../tooling/command.mjs';

function faults(...given: string[]) {
  return promisify(execFile)(projectNode, ['tests/faults/run.ts', ...given]);
}

test('whoever asks for help is told how it is used', async () => {
  const { stdout } = await faults('--help');
  expect(stdout).toMatch(/^npm run faults -- /);
});

test.each([
  ['an option that is not known', ['--quik']],
  ['a part that is not known', ['--only', 'kil']],
  ['a seed that is none', ['--seed', 'today']],
])('%s injects nothing, and is answered with how it is used', async (_, given) => {
  const ending = faults(...given);
  await expect(ending).rejects.toMatchObject({ code: 2, stdout: '' });
  await expect(ending).rejects.toMatchObject({ stderr: expect.stringMatching(/^npm run faults -- /m) });
  await expect(ending).rejects.not.toMatchObject({ stderr: expect.stringMatching(/^\s+at /m) });
});
