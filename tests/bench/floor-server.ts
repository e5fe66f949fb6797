import { createServer } from 'node:http';
import path from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { editionsInForce } from '../../src/domain/procedure.ts';
import { loadCouncil } from '../../src/server/council-file.ts';
import { submissionRoutes } from '../../src/server/intake/submissions.ts';
import { createTakeIn, type TakeIn } from '../../src/server/intake/take-in.ts';
import { openSealing } from '../../src/server/open-sealing.ts';
import { migrate } from '../../src/server/store/migrate.ts';
import { openSqlite } from '../../src/server/store/open-sqlite.ts';
import { headers } from '../../src/server/web/headers.ts';
import { pageRoutes } from '../../src/server/web/pages.ts';
import { layOutFloorPages } from './floor-pages.ts';

// What the service is measured against, each as a process of its own, as the service is:
//   bare      node:http that reads the body and answers: as fast as anything here can be asked
//   no-store  the same route, headers, checks and receipt, with a store that says yes at once
//   groups    the route with its store, counting how many submissions share a commit
//   pages     the pages that `/tell` is measured beside, served as the built app is

const council = loadCouncil('council/shropshire.json');
const { procedure } = council;
const port = Number(process.env.PORT);
const ready = () => console.log(`Heard is ready at http://localhost:${port}`);

const dataFolder = process.env.HEARD_DATA ?? '';
const sealing = await openSealing({ dataFolder, sealingKeys: process.env.HEARD_SEALING_KEYS });

const takeInAtOnce: TakeIn = async ({ submission: { kind }, receivedAt: at }) => ({
  outcome: 'created',
  reference: 'H-7K4P-2M',
  firstEvents: [{ type: 'received', at, kind, editions: editionsInForce(procedure, at) }],
});

function serveRoute(takeIn: TakeIn): Hono {
  const now = () => new Date().toISOString();
  const app = new Hono().use(headers('dist')).route('/api', submissionRoutes({ takeIn, procedure, now, sealing }));
  serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, ready);
  return app;
}

const kinds: Record<string, () => Promise<void>> = {
  async bare() {
    const server = createServer((request, response) => {
      request.resume().once('end', () => response.writeHead(201, { 'Content-Type': 'application/json' }).end('{}'));
    });
    server.listen(port, '127.0.0.1', ready);
  },
  async 'no-store'() {
    serveRoute(takeInAtOnce);
  },
  async pages() {
    const folder = dataFolder;
    layOutFloorPages(folder);
    serve({ fetch: pageRoutes(folder).fetch, hostname: '127.0.0.1', port }, ready);
  },
  async groups() {
    const store = openSqlite(path.join(dataFolder, 'heard.sqlite'));
    await migrate(store);
    let commits = 0;
    const { db } = store;
    const begin = db.transaction.bind(db);
    db.transaction = () => {
      commits += 1;
      return begin();
    };
    serveRoute(createTakeIn(db, procedure)).get('/commits', (c) => c.text(String(commits)));
  },
};

await kinds[process.argv[2] ?? '']?.();
