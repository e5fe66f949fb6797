import { Queue } from 'workbox-background-sync/Queue.js';

/** What the page tells this worker to do; each order is answered by its port. */
export type Order = Push | { order: 'replay' } | { order: 'size' };

export interface Push {
  order: 'push';
  address: string;
  method: string;
  headers: Record<string, string>;
  body: string;
}

/** Of the worker's own scope what is used here: TypeScript's types for workers and for pages exclude each other. */
interface WorkerScope {
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
}
const scope = globalThis as unknown as WorkerScope;

// Workbox's queue as it comes: what it does on a sync is its own.
const queue = new Queue('submissions');

async function carryOut(order: Order): Promise<unknown> {
  if (order.order === 'replay') return queue.replayRequests();
  if (order.order === 'size') return queue.size();
  const { address, method, headers, body } = order;
  return queue.pushRequest({ request: new Request(address, { method, headers, body }) });
}

addEventListener('install', () => void scope.skipWaiting());
addEventListener('activate', () => void scope.clients.claim());
addEventListener('message', ({ data, ports: [reply] }: MessageEvent<Order>) => {
  carryOut(data).then(
    (value) => reply?.postMessage({ value }),
    (error: unknown) => reply?.postMessage({ error: String(error) }),
  );
});
