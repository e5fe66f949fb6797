import { expect, type Page } from '@playwright/test';
import type { Fault } from '../../fault-proxy.ts';
import type { Phone } from '../../journeys/phone.ts';
import { expectOnPhone, next, send, untilOfflineReady } from '../../journeys/tell.ts';
import { type Ground, type Inject, someOf, times } from './ground.ts';
import { isSubmission, newWordsUntilCheck, tryToSendNow, untilSaidToBeThere } from './steps.ts';

const faults: Partial<Record<Fault, string>> = {
  'lose-requests': 'the connection breaks before the council has it',
  'lose-replies': 'the reply is lost after the commit',
  'cut-replies': 'the reply is cut in the middle',
  'server-error': '500',
  'bad-gateway': '502',
  unavailable: '503 with Retry-After',
  'too-many': '429 with Retry-After',
  'captive-portal': 'a captive portal’s page, with 200',
  'login-redirect': 'a redirect to a login page',
  offline: 'nobody listens',
};

/** A network and a server that fail in every way there is, one or some times, until they are well again. */
export const brokenNetwork: Inject = async (ground) => {
  for (const [fault, name] of someOf(ground, Object.entries(faults) as [Fault, string][], 3)) {
    await ground.withPhone(async (phone) => {
      for (const _ of times(ground, 6, 1)) await once(ground, phone, fault, name);
    });
  }
};

async function once(ground: Ground, phone: Phone, fault: Fault, name: string): Promise<void> {
  const { proxy, chance, ledger, isWhole } = ground;
  const page = await phone.context().newPage();
  await page.goto(proxy.url);
  await untilOfflineReady(page);
  const words = await newWordsUntilCheck(ground, name, page);
  const before = proxy.injected();
  await proxy.set(fault, fault === 'offline' ? undefined : isSubmission);
  await send(page);
  await expectOnPhone(page);
  const presses = isWhole ? chance.below(3) : 1;
  for (let press = 0; press < presses; press += 1) {
    await next(page, 'Try to send now');
    await expect(page.getByRole('status')).toHaveText('It did not go yet. It is still on this phone.', {
      timeout: 30_000,
    });
    await expectOnPhone(page);
  }
  if (fault !== 'offline') await expect.poll(() => proxy.injected(), { timeout: 60_000 }).toBeGreaterThan(before);
  // Where nobody listens nobody counts: what the person knows of is counted.
  ledger.injected(name, fault === 'offline' ? presses + 1 : proxy.injected() - before);
  await proxy.set('none');
  const seen = await goOn(chance.below(3), page, phone);
  await untilSaidToBeThere(ground, name, seen, words);
  await seen.close();
}

/** The network is well again, and the person presses, or looks again, or comes back with the app closed meanwhile. */
async function goOn(how: number, page: Page, phone: Phone): Promise<Page> {
  if (how === 0) await tryToSendNow(page);
  if (how === 1) await page.reload();
  if (how < 2) return page;
  const again = await phone.context().newPage();
  await page.close();
  await again.goto(new URL('/follow', page.url()).href);
  return again;
}
