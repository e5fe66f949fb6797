import path from 'node:path';
import { parseSync } from 'vite';
import { entryFiles, rooms } from './rules.ts';

interface Import {
  what: string;
  lazy: boolean;
  asType: boolean;
}

/** Everything one file imports against the rules, in words. `file` is its path from the project's root. */
export function wrongImports(file: string, source: string): string[] {
  const room = roomOf(file);
  const rule = rooms[room];
  if (!rule) return [`${file} stands in no room`];
  return importsOf(file, source).flatMap((each) => {
    const fault = each.what.startsWith('.') ? wrongRoom(file, room, each) : wrongPackage(room, each);
    return fault ? [`${file}: ${fault}`] : [];
  });
}

/** `src/server/store/cases.ts` stands in `server/store`, `src/app/screens/Check.tsx` in `app`. */
export function roomOf(file: string): string {
  const [top, room = '', concept = '', ...rest] = file.split('/');
  if (top !== 'src') return top ?? '';
  return room === 'server' && rest.length > 0 ? `${room}/${concept}` : room;
}

function wrongRoom(file: string, room: string, { what }: Import): string | undefined {
  const target = path.posix.join(path.posix.dirname(file), what);
  const targetRoom = roomOf(target);
  if (entryFiles.includes(target)) return `imports the entry file ${target}`;
  if (targetRoom === room || rooms[room]?.rooms.includes(targetRoom)) return undefined;
  return `${room} may not import ${targetRoom} (${what})`;
}

function wrongPackage(room: string, { what, lazy, asType }: Import): string | undefined {
  const { packages = [], lazily = [], asTypes = [] } = rooms[room] ?? {};
  const isOneOf = (names: readonly string[]) => names.some((name) => isPartOf(what, name));
  if (isOneOf(packages)) return undefined;
  if (isOneOf(lazily)) return lazy || asType ? undefined : `${room} may load ${what} only with import()`;
  if (isOneOf(asTypes)) return asType ? undefined : `${room} may use only the types of ${what}`;
  return `${room} may not use the package ${what}`;
}

// `zod/mini` does not allow `zod`, `preact` allows `preact/hooks`, `node:` allows what Node brings.
function isPartOf(what: string, name: string): boolean {
  return what === name || what.startsWith(name.endsWith(':') ? name : `${name}/`);
}

function importsOf(file: string, source: string): Import[] {
  const { module, errors } = parseSync(file, source);
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  const named = module.staticImports.map(({ moduleRequest, entries }) => ({
    what: moduleRequest.value,
    lazy: false,
    asType: entries.length > 0 && entries.every(({ isType }) => isType),
  }));
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ what: moduleRequest.value, lazy: false, asType: isType }] : [],
    ),
  );
  const lazy = module.dynamicImports.map(({ moduleRequest }) => ({
    what: source.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
    lazy: true,
    asType: false,
  }));
  return [...named, ...passedOn, ...lazy];
}
