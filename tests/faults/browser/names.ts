import type { Page } from '@playwright/test';
import { expectOnPhone, next, send, untilOfflineReady } from '../../journeys/tell.ts';
import { type Ground, type Inject, someOf, times } from './ground.ts';
import { newWordsUntilCheck, tryToSendNow, untilNothingWaits, untilSaidToBeThere } from './steps.ts';
import { type Handshake, nameNotFound, startTlsFront, type TlsFront } from './tls-front.ts';

const nameless = 'the name is not found (DNS)';
const handshakes: Partial<Record<Handshake, string>> = {
  'wrong-certificate': 'somebody else’s certificate (TLS)',
  reset: 'the connection is reset in the handshake (TLS)',
};

/** By HTTPS and a name, as a council has it, and something wrong with either. */
export const wrongNames: Inject = async (ground) => {
  const front = await startTlsFront(ground.proxy.url);
  const secure = { ...ground, proxy: { ...ground.proxy, url: front.url } };
  try {
    await ground.withPhone(async (phone) => {
      const kinds = [
        () => withoutName(secure, phone, front),
        ...(Object.entries(handshakes) as [Handshake, string][]).map(
          ([handshake, name]) =>
            () =>
              withBadHandshake(secure, phone, { front, handshake, name }),
        ),
      ];
      for (const kind of someOf(ground, kinds, 1)) for (const _ of times(ground, 4, 1)) await kind();
    });
  } finally {
    await front.close();
  }
};

type Phone = Parameters<Parameters<Ground['withPhone']>[0]>[0];

async function openAt(phone: Phone, flags: readonly string[], address: string) {
  await phone.close();
  const page = await (await phone.open(flags)).newPage();
  await page.goto(address);
  await untilOfflineReady(page);
  return page;
}

async function withoutName(ground: Ground, phone: Phone, front: TlsFront): Promise<void> {
  const { ledger } = ground;
  await openAt(phone, front.flags, front.url);
  // The app is on the phone: it opens, and what it sends goes nowhere.
  const page = await openAt(phone, [...front.flags, nameNotFound], front.url);
  const words = await newWordsUntilCheck(ground, nameless, page);
  await send(page);
  await expectOnPhone(page);
  await next(page, 'Try to send now');
  await itDidNotGo(page);
  ledger.injected(nameless);
  const again = await openAt(phone, front.flags, `${front.url}/follow`);
  await untilNothingWaits(again);
  ledger.isSaidToBeThere(nameless, words);
}

function itDidNotGo(page: Page): Promise<void> {
  return page.getByText('It did not go yet. It is still on this phone.').waitFor({ timeout: 60_000 });
}

interface Trial {
  front: TlsFront;
  handshake: Handshake;
  name: string;
}

async function withBadHandshake(ground: Ground, phone: Phone, { front, handshake, name }: Trial): Promise<void> {
  const { ledger } = ground;
  const page = await openAt(phone, front.flags, front.url);
  const words = await newWordsUntilCheck(ground, name, page);
  const before = front.injected();
  front.set(handshake);
  await send(page);
  await expectOnPhone(page);
  await next(page, 'Try to send now');
  await itDidNotGo(page);
  ledger.injected(name, front.injected() - before);
  front.set('right');
  await tryToSendNow(page);
  await untilSaidToBeThere(ground, name, page, words);
}
