import type { Page } from '@playwright/test';
import type { Fault } from '../../fault-proxy.ts';
import type { Phone } from '../../journeys/phone.ts';
import { expectOnPhone, send } from '../../journeys/tell.ts';
import { type Ground, type Inject, someOf, times } from './ground.ts';
import { isSubmission, newWordsUntilCheck, untilNothingWaits } from './steps.ts';

const year = 365 * 86_400_000;

const clocks: { name: string; before: number; after: number }[] = [
  { name: 'a clock a year ahead', before: year, after: year },
  { name: 'a clock a year behind', before: -year, after: -year },
  { name: 'a clock a year ahead, then put right', before: year, after: 0 },
  { name: 'a clock a year behind, then put right', before: -year, after: 0 },
  { name: 'a clock that jumps a year ahead while it waits', before: 0, after: year },
  { name: 'a clock that falls a year behind while it waits', before: 0, after: -year },
];

/** A wrong clock never keeps anything back. Only the page's is wrong, so the browser may not have the worker deliver. */
export const wrongClock: Inject = async (ground) => {
  await ground.withPhone(async (phone) => {
    for (const clock of someOf(ground, clocks, 1))
      for (const _ of times(ground, 3, 1)) await once(ground, phone, clock);
  });
};

async function once(ground: Ground, phone: Phone, { name, before, after }: (typeof clocks)[number]): Promise<void> {
  const { proxy, ledger, chance } = ground;
  const page = await openAt(phone, before);
  const words = await newWordsUntilCheck(ground, name, page);
  const fault = chance.pick<Fault>(['unavailable', 'too-many', 'server-error', 'lose-replies']);
  await proxy.set(fault, isSubmission);
  await send(page);
  await expectOnPhone(page);
  ledger.injected(name);
  await page.close();
  await proxy.set('none');
  const again = await openAt(phone, after);
  // Nobody presses anything: it goes by itself.
  await again.goto(`${proxy.url}/follow`);
  await untilNothingWaits(again);
  ledger.isSaidToBeThere(name, words);
  await again.close();
}

async function openAt(phone: Phone, shift: number): Promise<Page> {
  const page = await phone.context().newPage();
  await page.addInitScript(() => void Reflect.deleteProperty(ServiceWorkerRegistration.prototype, 'sync'));
  await page.addInitScript(shiftClock, shift);
  return page;
}

/** Runs in the page. Timers stay as they are, as they do on a phone; Playwright's clock would replace them. */
function shiftClock(by: number): void {
  const Right = Date;
  globalThis.Date = class extends Right {
    constructor(...at: [] | [number | string | Date]) {
      const [given = Right.now() + by] = at;
      super(given);
    }
    static override now(): number {
      return Right.now() + by;
    }
  } as DateConstructor;
}
