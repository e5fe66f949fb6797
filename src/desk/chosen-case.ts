import { useEffect, useState } from 'preact/hooks';

export { hashOfCase as addressOf } from '../domain/desk-address.ts';

/** The case that is open stands in the address, so that back, forward and reload do what they say. */

/** The address of the list alone. */
export const noCase = '#cases';

/** The address at which feedback is recorded. */
export const recordAddress = '#record';
export const record = 'record';

export function useChosenCase(): string | undefined {
  const [chosen, setChosen] = useState(read);
  useEffect(() => {
    const listen = () => setChosen(read());
    addEventListener('hashchange', listen);
    return () => removeEventListener('hashchange', listen);
  }, []);
  return chosen;
}

function read(): string | undefined {
  if (location.hash === recordAddress) return record;
  return /^#case=([0-9a-f-]+)$/.exec(location.hash)?.[1];
}
