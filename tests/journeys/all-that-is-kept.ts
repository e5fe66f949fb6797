import type { Page } from '@playwright/test';

/** Everything that this address keeps in the browser, by every way in which a page can keep something, as text. */
export function allThatIsKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const cookies = (await cookieStore.getAll()).map(({ name, value }) => [name, value]);
    const found: unknown[] = [{ ...localStorage }, { ...sessionStorage }, cookies, history.state];
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
      });
      for (const store of db.objectStoreNames) {
        found.push(
          await new Promise((resolve) => {
            const reading = db.transaction(store).objectStore(store).getAll();
            reading.onsuccess = () => resolve([store, reading.result]);
          }),
        );
      }
      db.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) found.push(await (await cache.match(request))?.text());
    }
    const filesIn = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const each of folder.values()) {
        if (each instanceof FileSystemDirectoryHandle) await filesIn(each);
        else if (each instanceof FileSystemFileHandle) found.push([each.name, await (await each.getFile()).text()]);
      }
    };
    await filesIn(await navigator.storage.getDirectory());
    const bytesAsText = (_: string, value: unknown) =>
      value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value;
    return JSON.stringify(found, bytesAsText);
  });
}
