import { StatusHere } from '../../../../src/domain/api.ts';
import type { Chance } from '../../../../src/server/demo/chance.ts';
import { sender } from '../../../fuzz/send.ts';
import type { Item } from '../items.ts';
import { type Ledger, newLedger, noteAnswer, unkindAnswers } from '../ledger.ts';
import { lookForLoss } from '../look.ts';
import { openPlace } from '../place.ts';

/** What came of the real server on what a power cut has left. */
export interface Afterwards {
  lost: number;
  doubled: number;
  faults: string[];
  wrong: string[];
}

const phonesAtOnce = 8;

/** So many at most are sent again of what had its receipt, and as many of what had none: a start is to be looked at often. */
const mostSentAgain = 150;

/**
 * The real server starts on what is left. It shows what was acknowledged to whoever holds the key, gives the same
 * receipt again, and takes what was not acknowledged; then everything is there once.
 *
 * @param chance draws what is sent again, where there is much
 * @param data the data folder as the cut has left it
 */
export async function startAfterwards(
  data: string,
  ledger: Ledger,
  acknowledged: ReadonlySet<Item>,
  chance: Chance,
): Promise<Afterwards> {
  const place = await openPlace({ settings: { HEARD_DATA: data } });
  const again = asOf(ledger, acknowledged);
  const { send, close } = sender(place.heard.url);
  const missing: string[] = [];

  const show = async ({ id, followKey }: Item) => {
    const headers: [string, string][] = [['Authorization', `Bearer ${followKey}`]];
    const answer = await send({ method: 'GET', path: '/api/status', headers, bytes: undefined });
    const shown = 'none' in answer || answer.status !== 200 ? undefined : StatusHere.parse(JSON.parse(answer.text));
    if (shown?.id !== id) missing.push(`case ${id} is not shown after the start`);
  };
  const retry = async (item: Item) => {
    const { id, contentType, authorization, bytes } = item;
    const headers: [string, string][] = [
      ['Content-Type', contentType],
      ['Authorization', authorization],
    ];
    const answer = await send({ method: 'PUT', path: `/api/submissions/${id}`, headers, bytes });
    if (!noteAnswer(again, item, answer)) missing.push(`something of case ${id} is not taken after the start`);
  };
  try {
    await forEach(new Map([...acknowledged].map((item) => [item.id, item])).values(), show);
    for (const some of [ledger.sent.intersection(acknowledged), ledger.sent.difference(acknowledged)])
      await forEach(
        chance
          .shuffled([...some])
          .slice(0, mostSentAgain)
          .values(),
        retry,
      );
    const { lost, doubled, faults } = await lookForLoss(place.store, again);
    return {
      lost: lost + missing.length,
      doubled: doubled + again.contradictions.length,
      faults: [...missing, ...again.contradictions, ...faults],
      wrong: unkindAnswers(again).map((each) => `answered unkindly after the cut: ${each}`),
    };
  } finally {
    close();
    await place.remove();
  }
}

/** What the senders knew in the moment of the cut. */
function asOf({ sent, receipts }: Ledger, acknowledged: ReadonlySet<Item>): Ledger {
  return { ...newLedger(), sent, receipts: new Map([...receipts].filter(([item]) => acknowledged.has(item))) };
}

async function forEach<Each>(all: Iterator<Each> & Iterable<Each>, work: (each: Each) => Promise<void>): Promise<void> {
  const worker = async () => {
    for (const each of all) await work(each);
  };
  await Promise.all(Array.from({ length: phonesAtOnce }, worker));
}
