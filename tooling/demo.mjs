import { build } from './build.mjs';
import { projectNode, run } from './command.mjs';
import { install } from './install.mjs';
import { runAsScript, Trouble } from './say.mjs';
import { serve } from './serve.mjs';

await runAsScript(async () => {
  await install({ everything: false });
  const check = ['src/server/main.ts', '--demo', '--check'];
  if ((await run(projectNode, check)) !== 0) throw new Trouble('The demonstration was not started.');
  await build({ isDemo: true });
  // What follows "npm run demo --" is for this one: `--fresh`.
  const fill = ['src/server/commands/demo.ts', ...process.argv.slice(2)];
  if ((await run(projectNode, fill)) !== 0) throw new Trouble('The demonstration was not started.');
  await serve('--demo');
});
