import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '../../../src/server/demo/chance.ts';
import type { Answer, NoAnswer } from '../../fuzz/send.ts';
import { drawCase, type Item } from './items.ts';
import { noteAnswer } from './ledger.ts';
import type { Phones } from './phones.ts';
import { type Place, startAgain } from './place.ts';

const atOnce = 8;

/** In milliseconds. Some of it falls into the time that the server gives to last answers, and some behind it. */
const longestWait = 3_000;

/** Far longer than a server that was asked to end may take on a machine that has much else to do, in milliseconds. */
const patience = 30_000;

/**
 * SIGTERM comes while bodies are half sent. Each is sent to its end a moment later, in one piece or in many, or never.
 * Whatever its sender hears holds after the start, and who hears nothing sends it again.
 */
export async function restartWithHalfSent(place: Place, phones: Phones, chance: Chance): Promise<void> {
  const { ledger, sealingKey } = phones;
  const items = await Promise.all(
    Array.from({ length: atOnce }, async () => {
      const [first] = await drawCase(chance, `half sent ${chance.below(2 ** 31)}`, sealingKey);
      return first as Item;
    }),
  );
  const halves = items.map((item) => {
    ledger.sent.add(item);
    return sendHalf(place.heard.url, item, chance);
  });
  await Promise.all(halves.map(({ isUnderWay }) => isUnderWay));
  const ended = place.heard.stop();
  const answers = Promise.all(halves.map(({ finish, answer }) => finish().then(() => answer)));
  if (!(await Promise.race([ended.then(() => true), pause(patience, false, { ref: false })])))
    throw new Error('The server waits for ever for what is half sent.');
  for (const [index, answer] of (await answers).entries()) noteAnswer(ledger, items[index] as Item, answer);
  await startAgain(place.heard);
  for (const item of items) phones.alsoSend(item);
}

interface Half {
  /** The server reads it, and all that is sent at first has left. */
  isUnderWay: Promise<void>;
  /** Sends the rest, or leaves it. */
  finish: () => Promise<void>;
  answer: Promise<Answer | NoAnswer>;
}

function sendHalf(url: string, { id, bytes, contentType, authorization }: Item, chance: Chance): Half {
  const headers = {
    'Content-Type': contentType,
    'Content-Length': bytes.length,
    Authorization: authorization,
    // What the server has not begun to read when it is asked to end is not half sent: it says when it has.
    Expect: '100-continue',
  };
  const asking = request(new URL(`/api/submissions/${id}`, url), { method: 'PUT', headers, agent: false });
  const began = performance.now();
  const answer = new Promise<Answer | NoAnswer>((resolve) => {
    asking.on('error', (error: NodeJS.ErrnoException) => resolve({ none: error.code ?? error.message }));
    asking.once('response', async (response) => {
      try {
        let text = '';
        for await (const chunk of response.setEncoding('utf8')) text += chunk;
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, text, milliseconds: performance.now() - began });
      } catch (error) {
        resolve({ none: (error as NodeJS.ErrnoException).code ?? 'cut' });
      }
    });
  });
  const at = chance.below(bytes.length);
  const rest = chance.pick(['one', 'one', 'many', 'never'] as const);
  const pieces = { one: 1, many: 10, never: 0 }[rest];
  const wait = chance.below(longestWait) / Math.max(1, pieces);
  asking.flushHeaders();
  return {
    answer,
    isUnderWay: new Promise((resolve) => {
      asking.once('continue', () => asking.write(bytes.subarray(0, at), () => resolve()));
      asking.once('error', () => resolve());
    }),
    async finish() {
      const size = Math.ceil((bytes.length - at) / Math.max(1, pieces));
      for (let piece = 0; piece < pieces; piece += 1) {
        await pause(wait);
        if (!asking.destroyed) asking.write(bytes.subarray(at + piece * size, at + (piece + 1) * size));
      }
      if (pieces > 0 && !asking.destroyed) asking.end();
    },
  };
}
