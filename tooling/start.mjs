import { build } from './build.mjs';
import { projectNode, run } from './command.mjs';
import { install } from './install.mjs';
import { runAsScript, Trouble } from './say.mjs';
import { serve } from './serve.mjs';

await runAsScript(async () => {
  await install({ everything: false });
  // Before anything is built with them: what is wrong with the settings or the council's file is said in their terms.
  if ((await run(projectNode, ['src/server/main.ts', '--check'])) !== 0) throw new Trouble('Heard was not started.');
  await build();
  await serve();
});
