import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { Hono } from 'hono';
import type { ProblemCode } from '../../domain/problems.ts';
import { headers } from './headers.ts';
import { problemResponse } from './problem-response.ts';

/** What is answered to what never becomes a request: as kindly, and with the same headers, as everything else. */
export interface Unread {
  /** Where the request has an address or a host that is none. */
  answer: () => Promise<Response>;
  /** Where Node itself would answer a few bare words. */
  attach: (server: Server) => void;
}

const codes: Record<string, ProblemCode> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'malformed-request',
  ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
};

export function answerUnread(distFolder: string, isPublic: boolean): Unread {
  const say = async (code: ProblemCode) => {
    const app = new Hono().use(headers(distFolder, isPublic)).all('*', (c) => problemResponse(c, code));
    // As an answer of the API: no page is shown.
    return app.request('/api/');
  };
  // Made once, before anybody asks: a flood of nonsense is answered by writing the same bytes.
  const written = new Map<ProblemCode, Promise<string>>();
  const inBytes = (code: ProblemCode) => {
    const known = written.get(code) ?? say(code).then(asText);
    written.set(code, known);
    return known;
  };
  const refuse = async (socket: Duplex, code: ProblemCode) => {
    const text = await inBytes(code);
    if (socket.writable) socket.end(text);
  };

  return {
    answer: () => say('malformed-request'),
    attach(server) {
      const latest = new WeakMap<Duplex, ServerResponse>();
      server.on('request', (request: IncomingMessage, response: ServerResponse) =>
        latest.set(request.socket, response),
      );
      server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
        const answering = latest.get(socket);
        const isUnderWay = answering?.headersSent && !answering.writableFinished;
        // Nobody is there to be answered, or they are in the middle of an answer.
        if (error.code === 'ECONNRESET' || !socket.writable || isUnderWay) socket.destroy();
        else void refuse(socket, codes[error.code ?? ''] ?? 'malformed-request');
      });
      server.on('checkExpectation', (request: IncomingMessage) => void refuse(request.socket, 'expectation-failed'));
      server.on('connect', (_: IncomingMessage, socket: Duplex) => {
        socket.on('error', () => undefined);
        void refuse(socket, 'malformed-request');
      });
    },
  };
}

async function asText(response: Response): Promise<string> {
  const body = await response.text();
  const lines = [...response.headers].map(([name, value]) => `${name}: ${value}`);
  const length = `content-length: ${Buffer.byteLength(body)}`;
  return [
    `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status]}`,
    ...lines,
    length,
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
