import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Status } from '../../../src/domain/api.ts';
import { appendEvents, listEvents } from '../../../src/server/store/events.ts';
import { testStores } from '../open-test-store.ts';
import { countKept, follow, newSent, type Sent, send } from '../test-app.ts';
import { useTestIntake } from './use-test-intake.ts';

describe.each(testStores)('messages from the person, on $name', ({ open }) => {
  const intake = useTestIntake(open);

  const add = async (to: Sent, said: object) => {
    intake.clock = new Date(Date.parse(intake.clock) + 60_000).toISOString();
    const body = { version: 1, kind: 'complaint', addition: randomUUID(), ...said };
    const response = await send(intake.app, { ...to, body });
    expect(response.ok).toBe(true);
    return body;
  };
  const statusOf = async ({ key }: Sent) => Status.parse(await (await follow(intake.app, `Bearer ${key}`)).json());
  const typesOf = async ({ id }: Sent) => (await listEvents(intake.store.db, id)).map(({ type }) => type);

  test('are events of their own, once each however often they come', async () => {
    const sent = newSent();
    await send(intake.app, sent);
    const body = await add(sent, { message: 'When do you come?' });
    expect((await send(intake.app, { ...sent, body })).status).toBe(200);
    expect(await typesOf(sent)).toEqual(['received', 'message-received']);
    expect(await countKept(intake.store)).toMatchObject({ versions: 2 });
  });

  test('beside another answer leave both', async () => {
    const sent = newSent();
    await send(intake.app, sent);
    await add(sent, { message: 'When do you come?', wanted: 'A visit.' });
    expect(await typesOf(sent)).toEqual(['received', 'further-version', 'message-received']);
  });

  test('that overtake what they are about open the case', async () => {
    const sent = newSent();
    await add(sent, { message: 'Did you get it?' });
    await send(intake.app, sent);
    expect(await typesOf(sent)).toEqual(['received', 'message-received', 'further-version']);
  });

  test('are told back as a date with the date of the answer, and never in their words', async () => {
    const sent = newSent();
    await send(intake.app, sent);
    await add(sent, { message: 'When do you come?' });
    const status = await statusOf(sent);
    expect(status).toMatchObject({ written: [intake.clock], answerBy: '2026-11-24' });
    expect(JSON.stringify(status)).not.toContain('When do you come?');
  });

  test('and what is asked for, with why, is an event of its own and waits for an answer', async () => {
    const sent = newSent();
    await send(intake.app, sent);
    await add(sent, { asksFor: 'stage2', asksWhy: 'I am still waiting.' });
    expect(await typesOf(sent)).toEqual(['received', 'next-step-asked']);
    const status = await statusOf(sent);
    expect(status).toMatchObject({ asked: [{ for: 'stage2', at: intake.clock }], answerBy: '2026-11-24' });
    expect(JSON.stringify(status)).not.toContain('I am still waiting.');
  });

  test('asked for something that was done without a letter, wait no more', async () => {
    const sent = newSent();
    await send(intake.app, sent);
    await add(sent, { asksFor: 'stage2' });
    const event = { type: 'stage2-requested', at: intake.clock } as const;
    await appendEvents(intake.store.db, [{ caseId: sent.id, seq: 3, event }]);
    expect(await statusOf(sent)).not.toHaveProperty('answerBy');
  });

  test('wait no more once the team has written', async () => {
    const sent = newSent();
    await send(intake.app, sent);
    await add(sent, { message: 'When do you come?' });
    const event = {
      type: 'message-sent',
      at: intake.clock,
      by: 'Jo Smith',
      message: 'On Tuesday.',
      asks: false,
    } as const;
    await appendEvents(intake.store.db, [{ caseId: sent.id, seq: 3, event }]);
    const status = await statusOf(sent);
    expect(status.answerBy).toBeUndefined();
    expect(status.letters).toEqual([
      { about: 'message-sent', at: intake.clock, words: 'On Tuesday.', from: 'Jo Smith' },
    ]);
  });

  test('have no place in what is sent first', async () => {
    const { body, ...sent } = newSent();
    const response = await send(intake.app, { ...sent, body: { ...(body as object), message: 'Hello' } });
    expect(response.status).toBe(422);
  });
});
