import { beforeEach, describe, expect, inject, it } from 'vitest';
import { lease as sendingLease, waitAfter } from '../../../src/server/jobs/send-mails.ts';
import { leaseTime } from '../../../src/server/jobs/tell-of-the-day.ts';
import { stillHolds, takeLease } from '../../../src/server/store/leases.ts';
import { openPostgres } from '../../../src/server/store/open-postgres.ts';
import { openTestPostgres, testStores } from '../open-test-store.ts';
import { openDayOffice, recipientOf, useDayOffice } from './day-office.ts';
import { senior, unsafe, useTestMail } from './open-test-mail.ts';

const mail = useTestMail();

const sent = () => mail.mailServer.mails.map((each) => `${recipientOf(each)}: ${each.subject}`).sort();

describe.each(testStores)('told once, on $name', ({ open }) => {
  const office = useDayOffice(open, mail);
  beforeEach(async () => {
    await office.add('jo', ['officer']);
    await office.add('mia', ['manager'], ['court-1']);
    const { id } = await office.tell();
    await office.give(id, { team: 'court-1' });
  });
  const send = () => mail.turn(office.store, mail.post, 'reminders');

  it('a mail server that is down for a day: nothing stale goes, and what was not told is told the next', async () => {
    await mail.mailServer.stop();
    mail.setNow('2026-12-02T07:30:00.000Z');
    for (let hour = 0; hour < 16; hour += 1) {
      await mail.morning(office.store);
      mail.pass(60 * 60_000);
    }
    await mail.mailServer.start();
    mail.setNow('2026-12-03T07:29:00.000Z');
    await mail.morning(office.store);
    expect(sent()).toEqual([]);
    mail.setNow('2026-12-03T07:30:00.000Z');
    await mail.morning(office.store);
    expect(sent()).toEqual([
      `${senior}: Heard, Thursday 3 December: what stays late`,
      'jo@example.gov.uk: Heard, Thursday 3 December: what waits for you',
      'mia@example.gov.uk: Heard, Thursday 3 December: late in your teams',
    ]);
    // A period goes on from when the thing was due, not from when somebody heard of it.
    mail.setNow('2026-12-04T07:30:00.000Z');
    await mail.morning(office.store);
    expect(sent().filter((each) => each.includes('Friday'))).toEqual([
      'jo@example.gov.uk: Heard, Friday 4 December: what waits for you',
    ]);
  });

  it('one that is back in the afternoon: it goes then, the same day, and once', async () => {
    mail.setNow('2026-11-26T07:30:00.000Z');
    await mail.mailServer.stop();
    await mail.morning(office.store);
    await mail.mailServer.start();
    mail.setNow('2026-11-26T15:00:00.000Z');
    await send();
    await send();
    expect(sent()).toEqual([
      'jo@example.gov.uk: Heard, Thursday 26 November: what waits for you',
      'mia@example.gov.uk: Heard, Thursday 26 November: late in your teams',
    ]);
  });

  it('one mail box that refuses holds up no other, is tried ever less often, and given up at the end of the day', async () => {
    mail.setNow('2026-11-26T07:30:00.000Z');
    mail.mailServer.refuseNext(550);
    await mail.morning(office.store);
    expect(mail.mailServer.mails).toHaveLength(1);
    let tries = 0;
    for (; mail.now() < '2026-11-27'; tries += 1) {
      mail.mailServer.refuseNext(550);
      mail.pass(waitAfter(tries + 1, 'reminders'));
      await send();
    }
    expect(tries).toBeLessThan(50);
    const offered = mail.mailServer.offered();
    mail.setNow('2026-11-27T01:00:00.000Z');
    await send();
    expect(mail.mailServer.offered()).toBe(offered);
    expect(mail.logged.join()).not.toMatch(/example\.gov|mailbox/);
  });

  it('killed between the making and the sending: another process sends', async () => {
    mail.setNow('2026-11-26T07:30:00.000Z');
    await mail.tell(office.store, 'killed');
    await new Promise<void>((taken) => {
      void mail.turn(
        office.store,
        () => {
          taken();
          return new Promise(() => undefined);
        },
        'reminders',
      );
    });
    await mail.tell(office.store, 'another');
    await send();
    expect(mail.mailServer.mails).toHaveLength(1);
    mail.pass(sendingLease);
    await mail.tell(office.store, 'another');
    await send();
    expect(sent()).toEqual([
      'jo@example.gov.uk: Heard, Thursday 26 November: what waits for you',
      'mia@example.gov.uk: Heard, Thursday 26 November: late in your teams',
    ]);
  });

  it('a leader that is killed: nobody else leads before its time is over, and then somebody does', async () => {
    mail.setNow('2026-11-26T07:29:50.000Z');
    await mail.tell(office.store, 'killed');
    mail.setNow('2026-11-26T07:30:00.000Z');
    await mail.tell(office.store, 'another');
    await send();
    expect(mail.mailServer.mails).toEqual([]);
    mail.pass(leaseTime);
    await mail.tell(office.store, 'another');
    await send();
    expect(mail.mailServer.mails).toHaveLength(2);
  });

  it('a clock that is two minutes ahead takes nothing from a leader that is there', async () => {
    mail.setNow('2026-11-26T07:20:00.000Z');
    const ahead = () => new Date(Date.parse(mail.now()) + 2 * 60_000).toISOString();
    for (let turn = 0; turn < 20; turn += 1) {
      await mail.tell(office.store, 'leader');
      await mail.tell(office.store, 'ahead', ahead);
      mail.pass(30_000);
    }
    const { holder, term } = await office.store.db.selectFrom('leases').selectAll().executeTakeFirstOrThrow();
    expect([holder, term]).toEqual(['leader', 1]);
  });

  it('a leader that wakes up after its time can change nothing any more', async () => {
    const at = (minutes: number) => new Date(Date.UTC(2026, 10, 26, 8, minutes)).toISOString();
    const name = 'reminders';
    const asleep = await takeLease(office.store.db, { name, holder: 'asleep', at: at(0), until: at(3) });
    expect(await takeLease(office.store.db, { name, holder: 'awake', at: at(2), until: at(5) })).toBeUndefined();
    const awake = await takeLease(office.store.db, { name, holder: 'awake', at: at(3), until: at(6) });
    if (!asleep || !awake) throw new Error('Both had it, one after the other.');
    expect([asleep.term, awake.term]).toEqual([1, 2]);
    expect(await office.store.db.transaction().execute((trx) => stillHolds(trx, asleep))).toBe(false);
    expect(await office.store.db.transaction().execute((trx) => stillHolds(trx, awake))).toBe(true);
    expect(await takeLease(office.store.db, { name, holder: 'asleep', at: at(4), until: at(7) })).toBeUndefined();
  });

  it('one that falls asleep in the middle leaves the day to who took over', async () => {
    mail.setNow('2026-11-26T07:30:00.000Z');
    const { db } = office.store;
    const sleep = async () => {
      mail.pass(leaseTime);
      const until = new Date(Date.parse(mail.now()) + leaseTime).toISOString();
      expect(await takeLease(db, { name: 'reminders', holder: 'awake', at: mail.now(), until })).toBeDefined();
    };
    const asleep = new Proxy(db, {
      get: (target, name) => {
        if (name === 'transaction') {
          return () => ({ execute: (work: never) => sleep().then(() => target.transaction().execute(work)) });
        }
        const value = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    await mail.tell({ ...office.store, db: asleep }, 'asleep');
    expect(await db.selectFrom('toldDays').selectAll().execute()).toEqual([]);
    await send();
    expect(mail.mailServer.mails).toEqual([]);
    await mail.tell(office.store, 'awake');
    await send();
    expect(mail.mailServer.mails).toHaveLength(2);
  });

  it('somebody who may not be safe waits for no digest', async () => {
    mail.setNow('2026-11-26T07:30:00.000Z');
    await mail.tell(office.store);
    let finish = () => {};
    const hanging = mail.turn(
      office.store,
      async () => {
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        return { outcome: 'unreachable', code: 'ETIMEDOUT' };
      },
      'reminders',
    );
    const { body } = unsafe();
    await office.tell(body as object);
    await mail.turn(office.store);
    expect(sent()).toEqual([expect.stringMatching(/^safeguarding@example\.gov\.uk: /)]);
    finish();
    await hanging;
  });
});

it('three servers on one PostgreSQL make one day and send each once', async () => {
  const store = await openTestPostgres(inject('postgresUrl'));
  const others = [1, 2].map(() => openPostgres(store.url.href, () => undefined));
  const all = [store, ...others];
  const office = openDayOffice(store, mail);
  const names = ['jo', 'sam', 'kit', 'lee'];
  for (const name of names) await office.add(name, ['officer']);
  await office.tell();
  for (const day of ['2026-11-23', '2026-11-24']) {
    mail.setNow(`${day}T07:30:00.000Z`);
    // Whoever led yesterday is gone: all of them want to.
    await Promise.all(
      all.flatMap((each, index) => [mail.tell(each, `${day} ${index}`), mail.tell(each, `${day} ${index}`)]),
    );
    await Promise.all(
      all.flatMap((each) => [mail.turn(each, mail.post, 'reminders'), mail.turn(each, mail.post, 'reminders')]),
    );
  }
  expect(await store.db.selectFrom('toldDays').select('day').orderBy('day').execute()).toHaveLength(2);
  await Promise.all(others.map((each) => each.close()));
  await store.close();
  expect(sent()).toEqual(
    names
      .flatMap((name) =>
        ['Monday 23', 'Tuesday 24'].map((day) => `${name}@example.gov.uk: Heard, ${day} November: what waits for you`),
      )
      .sort(),
  );
});
