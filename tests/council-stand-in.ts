import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';

/** How the stand-in answers one request of a follow key. `receipt` is what the real server would say. */
export interface StandInAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  receipt?: 'own' | 'other-id' | 'other-digest';
  /** The connection ends instead of an answer, or in the middle of one. */
  broken?: 'at-once' | 'in-the-middle' | 'never-answers';
  /** In milliseconds. */
  delay?: number;
}

export interface SeenRequest {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

interface Conversation {
  answers: StandInAnswer[];
  seen: SeenRequest[];
}

/**
 * Stands in for the council's server while `src/sync` is tested: real requests over a real connection, which can
 * break. What it answers is set per follow key, so that tests do not meet.
 */
export function councilStandIn(): Plugin {
  const conversations = new Map<string, Conversation>();
  const of = (key: string): Conversation => {
    const found = conversations.get(key) ?? { answers: [], seen: [] };
    conversations.set(key, found);
    return found;
  };
  return {
    name: 'heard:council-stand-in',
    configureServer(server) {
      server.middlewares.use('/stand-in', async (request, response) => {
        const conversation = of(String(request.url).slice(1));
        if (request.method === 'PUT') conversation.answers = JSON.parse(await bodyOf(request));
        response.setHeader('Content-Type', 'application/json').end(JSON.stringify(conversation.seen));
      });
      server.middlewares.use('/api', async (request, response) => {
        const { answers, seen } = of(String(request.headers.authorization).replace(/^(Bearer|Deposit) /, ''));
        const { method = '', url = '', headers } = request;
        const body = await bodyOf(request);
        seen.push({ method, url, headers, body });
        const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? { receipt: 'own' };
        if (answer.delay) await new Promise((resolve) => setTimeout(resolve, answer.delay));
        give(answer, { url, body }, response);
      });
    },
  };
}

function give(answer: StandInAnswer, { url, body }: { url: string; body: string }, response: ServerResponse): void {
  const { broken, receipt, status = receipt ? 201 : 200, headers } = answer;
  if (broken === 'never-answers') return;
  if (broken === 'at-once') {
    response.socket?.destroy();
    return;
  }
  const text = receipt ? receiptFor(receipt, url, body) : (answer.body ?? '');
  response.writeHead(status, { ...(receipt && { 'Content-Type': 'application/json' }), ...headers });
  if (broken !== 'in-the-middle') {
    response.end(text);
    return;
  }
  response.write(text.slice(0, text.length / 2), () => response.socket?.destroy());
}

function receiptFor(whose: 'own' | 'other-id' | 'other-digest', url: string, body: string): string {
  const hash = (text: string) => createHash('sha256').update(text).digest('base64url');
  return JSON.stringify({
    id: whose === 'other-id' ? '00000000-0000-4000-8000-000000000000' : url.replace('/submissions/', ''),
    digest: hash(whose === 'other-digest' ? `${body} ` : body),
    reference: 'H-1234-AB',
    receivedAt: '2026-11-20T10:00:05.000Z',
    timeline: [{ step: 'acknowledge', state: 'next', certain: true, due: '2026-11-25', workingDaysLeft: 3 }],
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
