import { runAsScript } from './say.mjs';
import { checkTypes } from './types.mjs';

await runAsScript(checkTypes);
