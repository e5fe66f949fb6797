import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import { freePort } from '../tooling/postgres.mjs';

/** Answers that somebody between the phone and the council, or its server when it is unwell, gives instead of it. */
const others = {
  'server-error': { status: 500, type: 'text/plain', body: 'Internal Server Error' },
  'bad-gateway': { status: 502, type: 'text/html', body: '<h1>502 Bad Gateway</h1>' },
  unavailable: { status: 503, headers: { 'Retry-After': '1' }, type: 'text/html', body: '<h1>503</h1>' },
  'too-many': { status: 429, headers: { 'Retry-After': '1' }, type: 'text/plain', body: 'Too Many Requests' },
  'captive-portal': { status: 200, type: 'text/html', body: '<!doctype html><h1>Welcome to Bus Wi-Fi</h1>' },
  'login-redirect': { status: 302, headers: { Location: '/login' }, type: 'text/html', body: '' },
} as const satisfies Record<string, { status: number; headers?: OutgoingHttpHeaders; type: string; body: string }>;

/**
 * What can stand between a phone and the council. `hold-requests` and `hold-replies` keep what comes, before or after
 * the council has had it, until another fault is set; `cut-replies` end in the middle.
 */
export type Fault =
  | keyof typeof others
  | ('none' | 'offline' | 'lose-requests' | 'lose-replies' | 'cut-replies' | 'hold-requests' | 'hold-replies');

interface Asked {
  method: string;
  path: string;
}

export interface FaultProxy {
  /** The address the phone uses. It stays the same whatever the fault, so that what the phone stored is kept. */
  url: string;
  /** `only` limits a fault to some requests, and the others pass. What was held until now is dropped. */
  set: (fault: Fault, only?: (asked: Asked) => boolean) => Promise<void>;
  /** From now on, the file at a path ends with this as well. */
  append: (path: string, text: string) => void;
  /** Every request that reached the council through here, oldest first. */
  reached: { method: string; path: string; status: number }[];
  /** How many requests have met a fault; what nobody listened to is not among them. */
  injected: () => number;
  close: () => Promise<void>;
}

export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const port = await freePort();
  const reached: FaultProxy['reached'] = [];
  let fault: Fault = 'none';
  let applies: (asked: Asked) => boolean = () => true;
  let injected = 0;
  let server: Server | undefined;
  const endings = new Map<string, string>();
  const held = new Set<ServerResponse>();

  const answer = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const asked = { method: incoming.method ?? '', path: incoming.url ?? '' };
    const now = applies(asked) ? fault : 'none';
    if (now !== 'none') injected += 1;
    const ending = endings.get(asked.path) ?? '';
    const hold = () => void held.add(outgoing);
    if (isPretended(now)) pretend(now, incoming, outgoing);
    else if (now === 'hold-requests') hold();
    else if (now === 'lose-requests' || now === 'offline') outgoing.destroy();
    else passOn(target, incoming, outgoing, { reached, ending, fault: now, hold });
  };
  const listen = async () => {
    server = createServer(answer);
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
  };
  // Nobody listens, so that connecting itself is refused, and connections kept open are cut.
  const hangUp = async () => {
    const closing = server;
    server = undefined;
    closing?.closeAllConnections();
    await new Promise<void>((resolve) => (closing ? closing.close(() => resolve()) : resolve()));
  };

  await listen();
  return {
    url: `http://localhost:${port}`,
    reached,
    injected: () => injected,
    append: (path, text) => void endings.set(path, text),
    close: hangUp,
    async set(next, only = () => true) {
      fault = next;
      applies = only;
      for (const each of held) each.destroy();
      held.clear();
      if (next === 'offline') await hangUp();
      else if (!server) await listen();
    },
  };
}

interface Passing {
  reached: FaultProxy['reached'];
  ending: string;
  fault: 'none' | 'lose-replies' | 'cut-replies' | 'hold-replies';
  hold: () => void;
}

function passOn(
  target: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { reached, ending, fault, hold }: Passing,
): void {
  const { method = '', url = '' } = incoming;
  const { 'accept-encoding': encodings, ...rest } = incoming.headers;
  // What is added to must come as it is.
  const headers = ending || encodings === undefined ? rest : { ...rest, 'accept-encoding': encodings };
  const onward = request(new URL(url, target), { method, headers }, (reply) => {
    reached.push({ method, path: url, status: reply.statusCode ?? 0 });
    // The council has done its work and said so; the phone hears of it not at all, or not now.
    if (fault === 'lose-replies') return void reply.resume().once('end', () => outgoing.destroy());
    if (fault === 'hold-replies') return void reply.resume().once('end', () => hold());
    const { 'content-length': length, ...kept } = endToEnd(reply.headers);
    outgoing.writeHead(
      reply.statusCode ?? 502,
      ending || length === undefined ? kept : { ...kept, 'content-length': length },
    );
    if (fault === 'cut-replies') {
      reply.once('data', (chunk: Buffer) => {
        outgoing.write(chunk.subarray(0, chunk.length / 2), () => outgoing.destroy());
      });
      return;
    }
    reply.pipe(outgoing, { end: false });
    reply.once('end', () => outgoing.end(ending));
    // A server that dies in the middle of its answer.
    reply.once('error', () => outgoing.destroy());
  });
  onward.once('error', () => outgoing.destroy());
  incoming.pipe(onward);
}

function isPretended(fault: Fault): fault is keyof typeof others {
  return fault in others;
}

function pretend(fault: keyof typeof others, incoming: IncomingMessage, outgoing: ServerResponse): void {
  incoming.resume();
  if (incoming.url === '/login') {
    outgoing.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><h1>Sign in to the network</h1>');
    return;
  }
  const { status, type, body, ...more } = others[fault];
  outgoing.writeHead(status, { 'Content-Type': type, ...('headers' in more && more.headers) }).end(body);
}

// The connection to the phone is the proxy's own.
function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { connection, 'keep-alive': keepAlive, 'transfer-encoding': transferEncoding, ...rest } = headers;
  return rest;
}
