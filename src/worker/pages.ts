import { createHandlerBoundToURL } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

/**
 * Answers every address that has a page among the files put away, `/tell` with `tell/index.html`; the staff desk and
 * the API are never answered from here.
 *
 * @param files the paths of what is put away
 */
export function answerPages(files: readonly string[]): void {
  for (const page of files.filter((file) => /(^|\/)index\.html$/.test(file))) {
    const address = page.replace(/\/?index\.html$/, '');
    const asked = address ? `^/${address}/?` : '^/(index\\.html)?';
    const allowlist = [new RegExp(`${asked}(\\?.*)?$`)];
    registerRoute(new NavigationRoute(createHandlerBoundToURL(`/${page}`), { allowlist }));
  }
}
