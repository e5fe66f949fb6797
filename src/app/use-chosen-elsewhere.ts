import { useEffect } from 'preact/hooks';

/**
 * Reads again what was chosen on this phone, when it may have been chosen elsewhere: in another tab, or on a page that is
 * only read and was left again.
 *
 * @param key under which the choice lies in the browser's storage
 */
export function useChosenElsewhere(key: string, read: () => void): void {
  useEffect(() => {
    const onStorage = (event: StorageEvent) => {
      if (event.key === key || event.key === null) read();
    };
    addEventListener('storage', onStorage);
    addEventListener('pageshow', read);
    return () => {
      removeEventListener('storage', onStorage);
      removeEventListener('pageshow', read);
    };
  }, []);
}
