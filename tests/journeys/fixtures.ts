import { test as base, type Page } from '@playwright/test';
import { type FaultProxy, startFaultProxy } from '../fault-proxy.ts';
import { type HeardServer, startHeard } from '../heard-server.ts';
import { createPhone, type Phone } from './phone.ts';

interface Fixtures {
  /** A server and a store that nobody else has, unless `sharesServer`. */
  heard: HeardServer;
  /** For journeys that ask only what the server serves: starting one of their own takes longer than many of them. */
  sharesServer: boolean;
  serverUrl: string;
  restartServer: () => Promise<void>;
  stopServer: () => Promise<void>;
  /** Between the phone and `heard`; give its `url` to the page instead of `serverUrl`. */
  faultProxy: FaultProxy;
  /** Not open yet: `await phone.open()`. */
  phone: Phone;
  /** A page on another phone, which knows nothing of the first. */
  elsewhere: Page;
}

interface OfWorker {
  /** One for all that share it: whoever uses it leaves it running. */
  sharedHeard: HeardServer;
}

export const test = base.extend<Fixtures, OfWorker>({
  sharesServer: [false, { option: true }],
  sharedHeard: [
    async ({ browserName: _ }, use) => {
      const heard = await startHeard();
      await use({ ...heard, stop: refuse, kill: refuse, start: refuse, remove: refuse });
      await heard.remove();
    },
    { scope: 'worker' },
  ],
  heard: async ({ sharesServer, sharedHeard }, use) => {
    if (sharesServer) return use(sharedHeard);
    const heard = await startHeard();
    await use(heard);
    await heard.remove();
  },
  serverUrl: ({ heard }, use) => use(heard.url),
  stopServer: ({ heard }, use) => use(heard.stop),
  restartServer: ({ heard }, use) =>
    use(async () => {
      await heard.stop();
      await heard.start();
    }),
  faultProxy: async ({ heard }, use) => {
    const proxy = await startFaultProxy(heard.url);
    await use(proxy);
    await proxy.close();
  },
  phone: async ({ launchOptions }, use) => {
    const phone = createPhone(launchOptions);
    await use(phone);
    await phone.remove();
  },
  elsewhere: async ({ browser }, use) => {
    const context = await browser.newContext();
    await use(await context.newPage());
    await context.close();
  },
});

async function refuse(): Promise<never> {
  throw new Error('This server is shared: a journey that stops it takes one of its own.');
}

export { expect } from '@playwright/test';
