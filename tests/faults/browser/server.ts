import { setTimeout as pause } from 'node:timers/promises';
import { send, untilOfflineReady } from '../../journeys/tell.ts';
import { type Inject, times } from './ground.ts';
import { newWordsUntilCheck, tryToSendNow, untilSaidToBeThere } from './steps.ts';

const killed = 'the server killed at a random moment, and started again';
const stopped = 'the server stopped and started again';

/** The council's server goes while something is on its way to it, and comes back. */
export const restartedServer: Inject = async (ground) => {
  const { proxy, heard, ledger, chance } = ground;
  await ground.withPhone(async (phone) => {
    for (const round of times(ground, 18, 1)) {
      const fault = round % 3 < 2 ? killed : stopped;
      const page = await phone.context().newPage();
      await page.goto(proxy.url);
      await untilOfflineReady(page);
      const words = await newWordsUntilCheck(ground, fault, page);
      const sent = send(page);
      await pause(chance.below(200));
      await (fault === killed ? heard.kill() : heard.stop());
      ledger.injected(fault);
      await sent;
      await heard.start();
      await tryToSendNow(page);
      await untilSaidToBeThere(ground, fault, page, words);
      await page.close();
    }
  });
};
