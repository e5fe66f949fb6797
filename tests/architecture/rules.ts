/** Who may import whom, and which packages: the table of docs/decisions, as data. */
export interface Room {
  rooms: readonly string[];
  packages: readonly string[];
  /** Packages that may only be loaded when they are needed, with `import()`. */
  lazily?: readonly string[];
  /** Packages of which only types may be used. */
  asTypes?: readonly string[];
}

// What answers HTTP. `server/web` holds how a problem is told, which every one of them needs.
const answering: Room = {
  rooms: ['server/store', 'server/web', 'domain'],
  packages: ['node:', 'hono', 'hono-openapi', '@hono/node-server', 'pino', 'zod'],
  asTypes: ['openapi-types'],
};

export const rooms: Readonly<Record<string, Room>> = {
  domain: { rooms: [], packages: ['zod/mini', 'fastest-levenshtein'] },
  device: { rooms: ['domain'], packages: ['idb', 'zod/mini'], lazily: ['jose'] },
  sync: { rooms: ['device', 'domain'], packages: [] },
  worker: { rooms: ['sync', 'device', 'domain'], packages: ['workbox-precaching', 'workbox-routing'] },
  words: { rooms: ['locales'], packages: [] },
  // Reading aloud, for the app and for the pages that are only read; loaded when somebody is about to listen.
  aloud: { rooms: [], packages: [] },
  ui: { rooms: [], packages: ['preact', 'virtual:pictures'], lazily: ['lean-qr'] },
  app: {
    rooms: ['ui', 'words', 'aloud', 'sync', 'device', 'domain', 'locales'],
    packages: ['preact', 'preact-render-to-string', 'virtual:council'],
    // `entry` is no package: `before.ts` brings the built app by the address that its page names.
    lazily: ['workbox-window', 'entry'],
  },
  // Made at build and never part of the app's script: the app must not import it.
  pages: {
    rooms: ['app', 'ui', 'words', 'aloud', 'device', 'domain', 'locales'],
    packages: ['preact', 'preact-render-to-string', 'virtual:council'],
    // No package either: what reads a page aloud, by the address that the page names.
    lazily: ['reader'],
  },
  desk: { rooms: ['ui', 'words', 'domain', 'locales'], packages: ['preact', 'zod/mini', 'virtual:council'] },
  'server/store': { rooms: ['domain'], packages: ['node:', 'kysely', 'pg'] },
  // Opening what phones have sealed.
  'server/sealing': { rooms: ['server/store', 'domain'], packages: ['node:', 'jose', 'zod'] },
  'server/intake': { ...answering, rooms: [...answering.rooms, 'server/sealing'] },
  // What staff did and saw. Whoever serves staff says what is to be recorded.
  'server/audit': answering,
  // Sessions are the people's to keep; the desk asks them who is there.
  'server/desk': { ...answering, rooms: [...answering.rooms, 'server/audit', 'server/people', 'words', 'locales'] },
  'server/people': {
    ...answering,
    rooms: [...answering.rooms, 'server/audit'],
    packages: [...answering.packages, 'better-auth', '@better-auth/utils'],
  },
  'server/jobs': {
    ...answering,
    rooms: [...answering.rooms, 'words', 'locales'],
    packages: [...answering.packages, 'nodemailer'],
  },
  'server/web': answering,
  // Everything there is, in a file and back.
  'server/backup': {
    rooms: ['server/store', 'server/audit', 'domain'],
    packages: ['node:', 'kysely', 'zod', 'age-encryption'],
  },
  // Three made-up years, played through the doors by which everything comes in.
  'server/demo': {
    rooms: ['server/store', 'server/audit', 'server/intake', 'server/desk', 'server/people', 'domain', 'locales'],
    packages: ['node:', 'kysely'],
  },
  'server/commands': {
    ...answering,
    rooms: [
      ...answering.rooms,
      ...['server', 'server/audit', 'server/backup', 'server/demo', 'server/people', 'server/sealing'],
    ],
  },
  // main.ts, app.ts and the settings they read: composition only.
  server: {
    rooms: [
      'server/store',
      'server/sealing',
      'server/intake',
      'server/audit',
      'server/desk',
      'server/people',
      'server/jobs',
      'server/web',
      'domain',
    ],
    packages: ['node:', 'hono', 'hono-openapi', '@hono/node-server', 'pino', 'zod'],
  },
};

/** Files that only wire things together. Nothing imports them, or it would run what it only wanted to use. */
export const entryFiles: readonly string[] = [
  'src/server/main.ts',
  'src/server/commands/backup.ts',
  'src/server/commands/demo.ts',
  'src/server/commands/keys.ts',
  'src/server/commands/recover.ts',
  'src/server/commands/restore.ts',
  'src/server/commands/verify-audit.ts',
  'src/app/main.tsx',
  'src/app/prerender.tsx',
  'src/desk/main.tsx',
  'src/pages/prerender.tsx',
  'src/worker/sw.ts',
];

export const vagueNames = /^(utils?|helpers?|common|misc|shared|lib)$/;

export const mostLines = 260;
