import { createHandlerBoundToURL } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

/** Every address of the app, and its page in the precache; the staff desk and the API are never answered from here. */
const pages = [
  { address: /^\/(index\.html)?(\?.*)?$/, page: '/index.html' },
  { address: /^\/tell\/?(\?.*)?$/, page: '/tell/index.html' },
  { address: /^\/follow\/?(\?.*)?$/, page: '/follow/index.html' },
  ...['privacy', 'what-happens', 'accessibility', 'about'].map((name) => ({
    address: new RegExp(`^/${name}/?(\\?.*)?$`),
    page: `/${name}/index.html`,
  })),
];

export function answerPages(): void {
  for (const { address, page } of pages) {
    registerRoute(new NavigationRoute(createHandlerBoundToURL(page), { allowlist: [address] }));
  }
}
