import { createServer } from 'node:http';

// Loaded before the server, in its process: says what of its memory is in use once everything unused is let go of.
const port = Number(process.env.FUZZ_MEMORY_PORT);
const collect = (globalThis as { gc?: () => void }).gc;

createServer((_, response) => {
  collect?.();
  collect?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  response.end(JSON.stringify({ rss, heapUsed, external }));
})
  .listen(port, '127.0.0.1')
  .unref();
