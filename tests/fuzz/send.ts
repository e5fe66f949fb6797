import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import type { Socket } from 'node:net';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  milliseconds: number;
}

/** Nothing came back in time, or the connection broke; and how. */
export interface NoAnswer {
  none: string;
}

export interface Sending {
  method: string;
  path: string;
  headers: [string, string][];
  bytes: Uint8Array | undefined;
}

/** How long an answer may take, in milliseconds: a phone gives up after 20 seconds. */
export const patience = 20_000;

const mostConnections = 32;

/** Sends as it stands: what a browser's fetch would put right, or refuse to send, is what is to be tried. */
export function sender(url: string): { send: (sending: Sending) => Promise<Answer | NoAnswer>; close: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: mostConnections, timeout: patience });
  const { hostname, port } = new URL(url);
  // Node itself does not say so of a connection that went from one request straight to one that waited for it.
  const used = new WeakSet<Socket>();
  const once = ({ method, path, headers, bytes }: Sending) =>
    new Promise<Answer>((resolve, reject) => {
      const began = performance.now();
      let reused = false;
      const asking = request({ agent, hostname, port, method, path, setHost: true });
      for (const [name, value] of headers) asking.setHeader(name, value);
      asking.setHeader('Content-Length', bytes?.length ?? 0);
      const giveUp = setTimeout(() => asking.destroy(new Error('no answer')), patience);
      asking.once('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('end', () => {
          clearTimeout(giveUp);
          const text = Buffer.concat(chunks).toString();
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
            milliseconds: performance.now() - began,
          });
        });
        response.once('error', reject);
      });
      asking.once('socket', (socket) => {
        reused = used.has(socket);
        used.add(socket);
      });
      asking.once('error', (error) => {
        clearTimeout(giveUp);
        reject(Object.assign(error, { reused }));
      });
      asking.end(bytes);
    });
  const send = async (sending: Sending) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await once(sending);
      } catch (error) {
        // Kept connections that the server closed in the same moment, one after the other: whoever keeps any tries again.
        if (tries < mostConnections + 2 && isClosed(error)) continue;
        return {
          none: error instanceof Error ? String((error as NodeJS.ErrnoException).code ?? error.message) : 'unknown',
        };
      }
    }
  };
  return { send, close: () => agent.destroy() };
}

function isClosed(error: unknown): boolean {
  const { code, reused } = error as { code?: string; reused?: boolean };
  return reused === true && (code === 'ECONNRESET' || code === 'EPIPE');
}
