/// <reference types="vite-plugin-pwa/client" />
import { precacheAndRoute } from 'workbox-precaching';
import { answerPages } from './pages.ts';
import { onSync } from './sync.ts';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

// Wiring only. Posts and puts are never touched: the outbox holds submissions, not requests.
const putAway = self.__WB_MANIFEST;
precacheAndRoute(putAway);
answerPages(putAway.map((file) => (typeof file === 'string' ? file : file.url)));
self.addEventListener('sync', onSync);
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  // Sent when the person has agreed to a newer version, and never otherwise.
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
});
