import { afterEach, beforeEach } from 'vitest';
import type { Store } from '../../../src/server/store/database.ts';
import { openSignedInDesk, type SignedInDesk, submit } from '../open-test-desk.ts';

/** The desk with an officer at it, and the store under it. */
export interface UsedDesk extends SignedInDesk {
  store: Store;
}

/**
 * Opens it anew before each test, over a store that nobody else has, and closes it afterwards.
 *
 * @param cases the ids of what has been told before
 */
export function useSignedInDesk(open: () => Promise<Store>, cases: readonly string[] = []): UsedDesk {
  const desk = {} as UsedDesk;
  beforeEach(async () => {
    const store = await open();
    Object.assign(desk, await openSignedInDesk(store), { store });
    for (const id of cases) await submit(desk.app, id);
  });
  afterEach(() => desk.store.close());
  return desk;
}
