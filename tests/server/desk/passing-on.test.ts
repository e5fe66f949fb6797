import { describe, expect, it } from 'vitest';
import { CaseDetail } from '../../../src/domain/desk-api.ts';
import { codeOf, ids, submit } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { useSignedInDesk } from './use-signed-in-desk.ts';

describe.each(testStores)('passing on, on $name', ({ open }) => {
  const desk = useSignedInDesk(open);

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
