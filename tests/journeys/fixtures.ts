import { test as base } from '@playwright/test';
import { browserFlags } from '../../tooling/browser.mjs';
import { type HeardServer, startHeard } from '../heard-server.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { createPhone, type Phone } from './phone.ts';

interface Fixtures {
  /** A server and a store that nobody else has. */
  heard: HeardServer;
  serverUrl: string;
  restartServer: () => Promise<void>;
  stopServer: () => Promise<void>;
  /** Between the phone and `heard`; give its `url` to the page instead of `serverUrl`. */
  faultProxy: FaultProxy;
  /** Not open yet: `await phone.open()`. */
  phone: Phone;
}

export const test = base.extend<Fixtures>({
  heard: async ({ browserName: _ }, use) => {
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
    const phone = createPhone({ ...launchOptions, args: launchOptions.args ?? browserFlags });
    await use(phone);
    await phone.remove();
  },
});

export { expect } from '@playwright/test';
