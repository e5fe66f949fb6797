import { describe, expect, test } from 'vitest';
import { type Receipt, Status } from '../../../src/domain/api.ts';
import { appendEvents } from '../../../src/server/store/events.ts';
import { testStores } from '../open-test-store.ts';
import { follow, friday, newSent, send } from '../test-app.ts';
import { useTestIntake } from './use-test-intake.ts';

describe.each(testStores)('following, on $name', ({ open }) => {
  const intake = useTestIntake(open);

  test('the key shows the timeline the receipt showed, and nobody on the way keeps it', async () => {
    const sent = newSent();
    const receipt = (await (await send(intake.app, sent)).json()) as Receipt;
    const response = await follow(intake.app, `Bearer ${sent.key}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const status = Status.parse(await response.json());
    expect(status).toMatchObject({
      id: sent.id,
      reference: receipt.reference,
      kind: 'complaint',
      receivedAt: friday,
      route: null,
    });
    expect(status.timeline).toEqual(receipt.timeline);
  });

  test('it is worked out for today, in England', async () => {
    const sent = newSent();
    await send(intake.app, sent);
    const acknowledge = async () => {
      const { timeline, asOf } = Status.parse(await (await follow(intake.app, `Bearer ${sent.key}`)).json());
      return { asOf, ...timeline[0] };
    };
    intake.clock = '2026-11-25T23:59:59.000Z';
    expect(await acknowledge()).toMatchObject({ asOf: '2026-11-25', state: 'next', workingDaysLeft: 0 });
    intake.clock = '2026-11-26T00:00:00.000Z';
    expect(await acknowledge()).toMatchObject({ asOf: '2026-11-26', state: 'late', due: '2026-11-25' });
  });

  test('what the council did and wrote is there', async () => {
    const sent = newSent();
    await send(intake.app, sent);
    intake.clock = '2026-11-23T12:00:00.000Z';
    const event = { type: 'acknowledged', at: intake.clock, message: 'Thank you. We will ring you.' } as const;
    await appendEvents(intake.store.db, [{ caseId: sent.id, seq: 2, event }]);
    const status = Status.parse(await (await follow(intake.app, `Bearer ${sent.key}`)).json());
    expect(status.timeline[0]).toMatchObject({ step: 'acknowledge', state: 'done', doneAt: '2026-11-23' });
    expect(status.letters).toEqual([
      { about: 'acknowledged', at: intake.clock, words: 'Thank you. We will ring you.' },
    ]);
  });

  test('the person is told whom the council may tell, as they said last, and nobody where they did not say', async () => {
    const sent = newSent();
    await send(intake.app, sent);
    const mayTell = async () => Status.parse(await (await follow(intake.app, `Bearer ${sent.key}`)).json()).mayTell;
    expect(await mayTell()).toEqual([]);
    const body = JSON.stringify({ version: 1, kind: 'complaint', addition: newSent().id, mayTell: ['school'] });
    await send(intake.app, { ...sent, body });
    expect(await mayTell()).toEqual(['school']);
  });

  test.each([
    ['no key', undefined, 401, 'key-missing'],
    ['a key that is none', 'Bearer short', 401, 'key-malformed'],
    ['a key nobody has', `Bearer ${'a'.repeat(22)}`, 404, 'unknown-key'],
    ['a carrier’s', `Deposit ${'a'.repeat(43)}`, 403, 'deposit-cannot-read'],
  ])('%s opens nothing', async (_, authorization, status, code) => {
    await send(intake.app, newSent());
    const response = await follow(intake.app, authorization);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });
});
