import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import { freePort } from '../../tooling/postgres.mjs';

/**
 * What can stand between a phone and the council. Every fault but `offline` and `lose-replies` answers without
 * asking the council; `only` limits a fault to some requests, and the others pass.
 */
export type Fault = 'none' | 'lose-replies' | 'server-error' | 'captive-portal' | 'login-redirect' | 'offline';

export interface FaultProxy {
  /** The address the phone uses. It stays the same whatever the fault, so that what the phone stored is kept. */
  url: string;
  set: (fault: Fault, only?: (asked: { method: string; path: string }) => boolean) => Promise<void>;
  /** From now on, the file at a path ends with this as well. */
  append: (path: string, text: string) => void;
  /** Every request that reached the council through here, oldest first. */
  reached: { method: string; path: string; status: number }[];
  close: () => Promise<void>;
}

export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const port = await freePort();
  const reached: FaultProxy['reached'] = [];
  let fault: Fault = 'none';
  let applies: (asked: { method: string; path: string }) => boolean = () => true;
  let server: Server | undefined;
  const endings = new Map<string, string>();

  const answer = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const asked = { method: incoming.method ?? '', path: incoming.url ?? '' };
    const now = applies(asked) ? fault : 'none';
    const ending = endings.get(asked.path) ?? '';
    if (now === 'none') passOn(target, incoming, outgoing, { reached, ending });
    else if (now === 'lose-replies') passOn(target, incoming, outgoing, { reached, ending, loseReply: true });
    else pretend(now, incoming, outgoing);
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
    append: (path, text) => void endings.set(path, text),
    close: hangUp,
    async set(next, only = () => true) {
      fault = next;
      applies = only;
      if (next === 'offline') await hangUp();
      else if (!server) await listen();
    },
  };
}

interface Passing {
  reached: FaultProxy['reached'];
  ending: string;
  loseReply?: boolean;
}

function passOn(
  target: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { reached, ending, loseReply = false }: Passing,
): void {
  const { method = '', url = '' } = incoming;
  const { 'accept-encoding': encodings, ...others } = incoming.headers;
  // What is added to must come as it is.
  const headers = ending || encodings === undefined ? others : { ...others, 'accept-encoding': encodings };
  const onward = request(new URL(url, target), { method, headers }, (reply) => {
    reached.push({ method, path: url, status: reply.statusCode ?? 0 });
    if (loseReply) {
      // The council has done its work and said so; the phone never hears of it.
      reply.resume().once('end', () => outgoing.destroy());
      return;
    }
    const { 'content-length': length, ...kept } = endToEnd(reply.headers);
    outgoing.writeHead(
      reply.statusCode ?? 502,
      ending || length === undefined ? kept : { ...kept, 'content-length': length },
    );
    reply.pipe(outgoing, { end: false });
    reply.once('end', () => outgoing.end(ending));
  });
  onward.once('error', () => outgoing.destroy());
  incoming.pipe(onward);
}

function pretend(fault: Exclude<Fault, 'none' | 'lose-replies'>, incoming: IncomingMessage, outgoing: ServerResponse) {
  incoming.resume();
  if (fault === 'server-error') outgoing.writeHead(500, { 'Content-Type': 'text/plain' }).end('Internal Server Error');
  else if (fault === 'captive-portal') {
    outgoing.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><h1>Welcome to Bus Wi-Fi</h1>');
  } else if (incoming.url === '/login') {
    outgoing.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><h1>Sign in to the network</h1>');
  } else outgoing.writeHead(302, { Location: '/login' }).end();
}

// The connection to the phone is the proxy's own.
function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { connection, 'keep-alive': keepAlive, 'transfer-encoding': transferEncoding, ...rest } = headers;
  return rest;
}
