import { expect } from '@playwright/test';
import { leaveNoRoom } from '../../journeys/no-room.ts';
import type { Phone } from '../../journeys/phone.ts';
import { expectCouncilHasIt, expectOnPhone, send, untilOfflineReady } from '../../journeys/tell.ts';
import { type Ground, type Inject, someOf, times } from './ground.ts';
import {
  carryOnUntilCheck,
  isSubmission,
  keptHere,
  loseReply,
  newWordsUntilCheck,
  untilNothingWaits,
} from './steps.ts';

const full = 'no room left on the phone at "Send"';
const fullAndLost = 'no room left, and the reply lost';
const evicted = 'the phone’s storage cleared while it waits (gone by nature; said to be there, and is not)';
const refused = 'a private window that keeps nothing';
const refusedAndLost = 'a private window that keeps nothing, and the reply lost';

/** A phone that cannot keep what it should, or that forgets it. */
export const failingStorage: Inject = async (ground) => {
  const kinds = [
    (phone: Phone) => whenFull(ground, phone, full),
    (phone: Phone) => whenFull(ground, phone, fullAndLost),
    (phone: Phone) => whenEvicted(ground, phone),
    (phone: Phone) => whenRefused(ground, phone, refused),
    (phone: Phone) => whenRefused(ground, phone, refusedAndLost),
  ];
  for (const kind of someOf(ground, kinds, 2)) {
    await ground.withPhone(async (phone) => {
      for (const _ of times(ground, 4, 1)) await kind(phone);
    });
  }
};

async function whenFull(ground: Ground, phone: Phone, fault: string): Promise<void> {
  const { proxy, ledger } = ground;
  const page = await phone.context().newPage();
  await page.goto(proxy.url);
  await untilOfflineReady(page);
  const words = await newWordsUntilCheck(ground, fault, page);
  await leaveNoRoom(page);
  ledger.injected(fault);
  if (fault === fullAndLost) await loseReply(ground, page);
  await send(page);
  await expectCouncilHasIt(page);
  await expect(page.getByText('This phone could not keep it')).toBeVisible({ timeout: 30_000 });
  ledger.isSaidToBeThere(fault, words);
  await page.close();
  // There is room again in another tab: what the phone may hold of it still must not go a second time.
  const again = await phone.context().newPage();
  await again.goto(proxy.url);
  await again.waitForFunction(() => Reflect.get(globalThis, 'heardIsReady'));
  if ((await keptHere(again)).drafts > 0) {
    await carryOnUntilCheck(again);
    await send(again);
  }
  await untilNothingWaits(again);
  await again.close();
}

async function whenRefused(ground: Ground, phone: Phone, fault: string): Promise<void> {
  const { ledger } = ground;
  const page = await phone.context().newPage();
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('Refused.', 'SecurityError');
    };
  });
  const words = await newWordsUntilCheck(ground, fault, page);
  ledger.injected(fault);
  if (fault === refusedAndLost) await loseReply(ground, page);
  await send(page);
  await expectCouncilHasIt(page);
  ledger.isSaidToBeThere(fault, words);
  await page.close();
}

/** Nothing can bring it back: all there is to hold is that no screen says more than is so. */
async function whenEvicted(ground: Ground, phone: Phone): Promise<void> {
  const { proxy, ledger, chance } = ground;
  const page = await phone.context().newPage();
  await page.goto(proxy.url);
  await untilOfflineReady(page);
  const words = await newWordsUntilCheck(ground, evicted, page);
  ledger.mayBeGone(words);
  await proxy.set('server-error', isSubmission);
  await send(page);
  await expectOnPhone(page);
  const isOpen = chance.below(2) === 0;
  if (!isOpen) await page.goto('about:blank');
  const devTools = await phone.context().newCDPSession(page);
  await devTools.send('Storage.clearDataForOrigin', { origin: proxy.url, storageTypes: 'all' });
  ledger.injected(evicted);
  await proxy.set('none');
  const gone = page.getByRole('heading', {
    level: 1,
    name: isOpen ? 'It is not on this phone any more' : 'My messages',
  });
  if (!isOpen) await page.goto(`${proxy.url}/follow`);
  await expect(gone).toBeVisible({ timeout: 30_000 });
  // Neither of the two that would send the child away content.
  for (const claim of ['The council has it', 'It is on this phone', 'It is still on this phone.'])
    if (await page.getByText(claim, { exact: true }).isVisible()) ledger.isSaidToBeThere(evicted, words);
  await page.close();
}
