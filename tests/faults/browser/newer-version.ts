import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectNode, root } from '../../../tooling/command.mjs';

/** What this project is built and run from, but for its packages. */
const parts = ['src', 'public', 'locales', 'council', 'tooling', 'index.html', 'desk.html', 'vite.config.ts'];
const settings = ['package.json', 'tsconfig.base.json'];

/** A later version of this project, built: one more store in the phone's database, under a higher version. */
export interface NewerVersion {
  folder: string;
  /** The version of its database. */
  database: number;
  remove: () => void;
}

export async function buildNewerVersion(): Promise<NewerVersion> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'heard-newer-'));
  for (const part of [...parts, ...settings])
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const database = raiseDatabase(path.join(folder, 'src/device/db.ts'));
  const vite = [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'];
  await promisify(execFile)(projectNode, vite, { cwd: folder });
  return { folder, database, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function raiseDatabase(file: string): number {
  const source = readFileSync(file, 'utf8');
  const [declared = '', version = ''] = /^const version = (\d+);$/m.exec(source) ?? [];
  const [upgraded = ''] = /^ *if \(oldVersion < \d+\) db\.createObjectStore\('lock'\);$/m.exec(source) ?? [];
  if (!declared || !upgraded) throw new Error(`How ${file} makes its database is not known here any more.`);
  const newer = Number(version) + 1;
  const store = `\n      if (oldVersion < ${newer}) db.createObjectStore('newer' as 'lock');`;
  writeFileSync(file, source.replace(declared, `const version = ${newer};`).replace(upgraded, `${upgraded}${store}`));
  return newer;
}
