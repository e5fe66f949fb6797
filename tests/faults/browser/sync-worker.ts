import type { CDPSession } from '@playwright/test';
import type { Phone } from '../../journeys/phone.ts';

/** The app's worker, from outside: what the browser and the phone's system do to it. */
export interface SyncWorker {
  /** As when the network comes back: the browser wakes it, if it sleeps, and says that something is to be sent. */
  wake: () => Promise<void>;
  /** As a phone that needs its memory: it ends at once, whatever it is doing. */
  kill: () => Promise<void>;
}

/** To be asked for once the worker is there. It works with every page of the app closed. */
export async function openSyncWorker(phone: Phone, url: string): Promise<SyncWorker> {
  const page = await phone.context().newPage();
  const devTools: CDPSession = await phone.context().newCDPSession(page);
  const origin = new URL(url).origin;
  const registered = new Promise<string>((resolve) => {
    devTools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => new URL(scopeURL).origin === origin);
      if (ours) resolve(ours.registrationId);
    });
  });
  await devTools.send('ServiceWorker.enable');
  const registrationId = await registered;
  const syncEvent = { origin, registrationId, tag: 'outbox', lastChance: false };
  return {
    async wake() {
      await devTools.send('ServiceWorker.dispatchSyncEvent', syncEvent);
    },
    async kill() {
      await devTools.send('ServiceWorker.stopAllWorkers');
    },
  };
}
