import type { Hono } from 'hono';
import { afterEach, beforeEach } from 'vitest';
import type { Store } from '../../../src/server/store/database.ts';
import { createTestApp, friday } from '../test-app.ts';

/** The council's public door, on a clock that stands until a test moves it. */
export interface TestIntake {
  store: Store;
  app: Hono;
  clock: string;
}

/** Opens it anew before each test, over an empty store that nobody else has, and closes it afterwards. */
export function useTestIntake(open: () => Promise<Store>): TestIntake {
  const intake = {} as TestIntake;
  beforeEach(async () => {
    const store = await open();
    Object.assign(intake, { store, clock: friday, app: createTestApp(store, () => intake.clock) });
  });
  afterEach(() => intake.store.close());
  return intake;
}
