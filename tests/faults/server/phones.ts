import { setTimeout as pause } from 'node:timers/promises';
import { type SealingKey, SealingKeyTold } from '../../../src/domain/sealing.ts';
import { type Chance, chanceOf } from '../../../src/server/demo/chance.ts';
import { sender } from '../../fuzz/send.ts';
import { drawCase, type Item } from './items.ts';
import { type Ledger, newLedger, noteAnswer } from './ledger.ts';

export interface Phones {
  ledger: Ledger;
  /** The server's own, to which they seal. */
  sealingKey: SealingKey;
  /** One phone more, which tries with this until the receipt is there. */
  alsoSend: (item: Item) => void;
  /** Begins nothing new; gives what has no receipt when the time is over. */
  finish: () => Promise<Item[]>;
}

/** Between tries, in milliseconds. The app waits longer; here the server is to be met at every moment of its start. */
const patience = { least: 10, spread: 40 };

const phonesAtOnce = 8;

/** How long the last may take to get through once nothing breaks any more, in milliseconds. */
const lastTries = 60_000;

/**
 * Phones that tell one thing after the other and try again, as the app does, until the receipt is there. What each of
 * them says is drawn from the seed; how the machine shuffles them is its own.
 *
 * @param onReceipt called for each receipt, also for a second one
 */
export async function startPhones(
  url: string,
  seed: string,
  onReceipt: (item: Item) => void = () => undefined,
): Promise<Phones> {
  const told = SealingKeyTold.parse(await (await fetch(`${url}/api/sealing-key`)).json());
  const ledger = newLedger();
  const { send, close } = sender(url);
  let isOver = false;
  let givenUp = false;

  const untilReceipt = async (item: Item, chance: Chance) => {
    ledger.sent.add(item);
    const headers: [string, string][] = [
      ['Content-Type', item.contentType],
      ['Authorization', item.authorization],
    ];
    const once = async () => {
      const answer = await send({ method: 'PUT', path: `/api/submissions/${item.id}`, headers, bytes: item.bytes });
      const isTaken = noteAnswer(ledger, item, answer);
      if (isTaken) onReceipt(item);
      return isTaken;
    };
    // Two tabs of one phone press "send" in the same moment; and a phone that never saw its receipt asks for it again.
    const tabs = chance.below(8) === 0 ? 2 : 1;
    const again = chance.below(8) === 0 ? 2 : 1;
    for (let times = 0; times < again && !givenUp; times += 1) {
      while (!(await Promise.all(Array.from({ length: tabs }, once))).some(Boolean) && !givenUp)
        await pause(patience.least + chance.below(patience.spread));
    }
  };
  const phone = async (name: string) => {
    const chance = chanceOf(name);
    for (let number = 0; !isOver; number += 1) {
      await tell(await drawCase(chance, `${name} case ${number}`, told.key), chance, untilReceipt);
    }
  };
  const all = Promise.all(Array.from({ length: phonesAtOnce }, (_, number) => phone(`${seed} phone ${number}`)));
  const others: Promise<void>[] = [];
  return {
    ledger,
    sealingKey: told.key,
    alsoSend: (item) => void others.push(untilReceipt(item, chanceOf(item.digest))),
    async finish() {
      isOver = true;
      const tooLate = setTimeout(() => (givenUp = true), lastTries);
      await Promise.all([all, ...others]);
      clearTimeout(tooLate);
      close();
      return [...ledger.sent].filter((item) => !ledger.receipts.has(item));
    },
  };
}

/** One after the other, or all at once: an addition may overtake what it adds to. */
async function tell(items: Item[], chance: Chance, untilReceipt: (item: Item, chance: Chance) => Promise<void>) {
  if (chance.below(3) === 0) await Promise.all(items.map((item) => untilReceipt(item, chance)));
  else for (const item of items) await untilReceipt(item, chance);
}
