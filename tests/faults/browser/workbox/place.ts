import { createServer, request } from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'vite';
import { freePort } from '../../../../tooling/postgres.mjs';

/** A page with Workbox's queue, a plain intake that takes in whatever comes, and behind `/api` the council's own. */
export interface Place {
  url: string;
  /** How often the plain intake has taken these words in. */
  times: (words: string) => number;
  close: () => Promise<void>;
}

const page = '<!doctype html><title>Queue</title><link rel="icon" href="data:,">';

export async function openPlace(council: string): Promise<Place> {
  const worker = await bundle();
  const taken: string[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming;
    if (url.startsWith('/api/')) {
      const onward = request(new URL(url, council), { method, headers }, (reply) => {
        outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(outgoing);
      });
      incoming.pipe(onward.on('error', () => outgoing.destroy()));
    } else if (url === '/intake') {
      taken.push(JSON.parse(await text(incoming)).words);
      outgoing.writeHead(201, { 'Content-Type': 'application/json' }).end('{}');
    } else if (url === '/worker.js') outgoing.writeHead(200, { 'Content-Type': 'text/javascript' }).end(worker);
    else outgoing.writeHead(200, { 'Content-Type': 'text/html' }).end(page);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${port}`,
    times: (words) => taken.filter((each) => each === words).length,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** The worker with Workbox, as one classic script. */
async function bundle(): Promise<string> {
  const built = await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      rolldownOptions: { input: path.join(import.meta.dirname, 'queue-worker.ts'), output: { format: 'iife' } },
    },
  });
  const [bundled] = [built].flat();
  const script = bundled && 'output' in bundled ? bundled.output[0].code : undefined;
  if (!script) throw new Error('The worker with Workbox could not be made.');
  return script;
}
