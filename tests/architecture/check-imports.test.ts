import { expect, test } from 'vitest';
import { roomOf, wrongImports } from './check-imports.ts';

// The check is worth something only if it can fail.

test.each([
  ['src/server/store/cases.ts', 'server/store'],
  ['src/server/store/migrations/index.ts', 'server/store'],
  ['src/server/app.ts', 'server'],
  ['src/app/screens/Check.tsx', 'app'],
  ['src/domain/dates.ts', 'domain'],
  ['locales/en/app.json', 'locales'],
])('%s stands in %s', (file, room) => expect(roomOf(file)).toBe(room));

test.each([
  ['the app and its worker', 'src/app/App.tsx', "import { x } from '../worker/pages.ts';"],
  ['the worker and the app', 'src/worker/sw.ts', "import { x } from '../app/send.ts';"],
  ['intake and desk', 'src/server/intake/x.ts', "import { x } from '../desk/cases.ts';"],
  ['desk and intake', 'src/server/desk/x.ts', "import { x } from '../intake/take-in.ts';"],
  ['the domain and the device', 'src/domain/x.ts', "import { x } from '../device/db.ts';"],
  ['a type alone', 'src/domain/x.ts', "import type { X } from '../server/store/database.ts';"],
  ['something passed on', 'src/ui/x.tsx', "export { x } from '../app/send.ts';"],
  ['everything passed on', 'src/ui/x.tsx', "export * from '../app/send.ts';"],
  ['something loaded later', 'src/device/x.ts', "export const x = () => import('../sync/drain.ts');"],
  ['an effect alone', 'src/sync/x.ts', "import '../app/start.ts';"],
  ['the page and the server', 'src/app/x.ts', "import { x } from '../server/config.ts';"],
  ['several lines', 'src/ui/x.tsx', "import {\n  x,\n  y,\n} from '../words/words.ts';"],
  ['an entry file', 'src/app/App.tsx', "import { x } from './main.tsx';"],
  ['the entry file of the server', 'src/server/app.ts', "import { x } from './main.ts';"],
  ['a package of another room', 'src/ui/x.tsx', "import { openDB } from 'idb';"],
  ['the whole of zod in the domain', 'src/domain/x.ts', "import * as z from 'zod';"],
  ['Node in the domain', 'src/domain/x.ts', "import { createHash } from 'node:crypto';"],
  ['a database outside the store', 'src/server/intake/x.ts', "import { sql } from 'kysely';"],
  ['what should be lazy, at once', 'src/device/seal.ts', "import { CompactEncrypt } from 'jose';"],
  ['more than the types', 'src/server/intake/x.ts', "import { OpenAPIV3 } from 'openapi-types';"],
  ['a package nobody has', 'src/app/x.ts', "import _ from 'lodash';"],
  ['a package whose name begins alike', 'src/ui/x.tsx', "import x from 'preact-router';"],
  ['a new room', 'src/helpers/x.ts', 'export const x = 1;'],
])('found: %s', (_, file, source) => expect(wrongImports(file, source)).toHaveLength(1));

test.each([
  ['src/app/App.tsx', "import { useState } from 'preact/hooks';\nexport const App = () => <p>{useState(0)[0]}</p>;"],
  ['src/device/seal.ts', "export const jose = () => import('jose');"],
  ['src/server/web/x.ts', "import type { OpenAPIV3_1 } from 'openapi-types';"],
  ['src/server/intake/x.ts', "import { insertNewCases } from '../store/cases.ts';"],
  ['src/domain/x.ts', "// import x from 'lodash'\nexport const x = \"import y from 'lodash'\";"],
])('left alone in %s', (file, source) => expect(wrongImports(file, source)).toEqual([]));
