import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CaseDetail } from '../../../src/domain/desk-api.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { codeOf, ids, openSignedInDesk, type SignedInDesk, submit } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';

describe.each(testStores)('passing on, on $name', ({ open }) => {
  let store: Store;
  let desk: SignedInDesk;

  beforeEach(async () => {
    store = await open();
    desk = await openSignedInDesk(store);
  });
  afterEach(() => store.close());

  it('is for compliments and comments, with or without a letter', async () => {
    await submit(desk.app, ids.first, { kind: 'compliment' });
    await submit(desk.app, ids.second, { kind: 'comment' });
    expect((await desk.passOn(ids.first, { revision: 1 })).status).toBe(200);
    const response = await desk.passOn(ids.second, { message: 'The team has it.', revision: 1 });
    const detail = CaseDetail.parse(await response.json());
    expect(detail.letters).toEqual([
      { about: 'passed-on', at: expect.any(String), words: 'The team has it.', from: 'Jo Bloggs' },
    ]);
    expect(detail.timeline.find(({ step }) => step === 'pass-on')?.state).toBe('done');
    expect(await codeOf(await desk.passOn(ids.second, { revision: 2 }))).toBe('already-done');
  });

  it('is not for complaints', async () => {
    await submit(desk.app, ids.first);
    const response = await desk.passOn(ids.first, { revision: 1 });
    expect(response.status).toBe(422);
    expect(await codeOf(response)).toBe('not-for-this-kind');
  });
});
