import { useEffect, useState } from 'preact/hooks';

export { hashOfCase as addressOf } from '../domain/desk-address.ts';

/** The case that is open stands in the address, so that back, forward and reload do what they say. */

/** The address of the list alone. */
export const noCase = '#cases';

/** The address at which feedback is recorded. */
export const recordAddress = '#record';
export const record = 'record';

export function useChosenCase(): string | undefined {
  const hash = useHash();
  if (hash === recordAddress) return record;
  return /^#case=([0-9a-f-]+)$/.exec(hash)?.[1];
}

/** The address at which a case is printed for the investigator. */
export function copyAddressOf(id: string): string {
  return `#copy=${id}`;
}

export function useCopiedCase(): string | undefined {
  return /^#copy=([0-9a-f-]+)$/.exec(useHash())?.[1];
}

export function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const listen = () => setHash(location.hash);
    addEventListener('hashchange', listen);
    return () => removeEventListener('hashchange', listen);
  }, []);
  return hash;
}
