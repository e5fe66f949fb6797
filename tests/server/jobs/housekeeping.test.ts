import { describe, expect, it } from 'vitest';
import { keepHouse } from '../../../src/server/jobs/housekeeping.ts';
import { listEvents } from '../../../src/server/store/events.ts';
import { testStores } from '../open-test-store.ts';
import { council } from '../test-app.ts';
import { recipientOf, useDayOffice } from './day-office.ts';
import { useTestMail } from './open-test-mail.ts';

const mail = useTestMail();

describe.each(testStores)('the housekeeping, on $name', ({ open }) => {
  const office = useDayOffice(open, mail);

  const log = { info: () => undefined, error: (...said: unknown[]) => void mail.logged.push(JSON.stringify(said)) };
  const keep = () => keepHouse({ db: office.store.db, council, log, now: mail.now });
  const textTo = (name: string) =>
    mail.mailServer.mails.find((each) => recipientOf(each) === `${name}@example.gov.uk`)?.text ?? '';

  it('takes a case from whom it is kept since they have another name, and whoever leads the team hears of it', async () => {
    const jo = await office.add('jo', ['officer']);
    await office.add('mia', ['manager'], ['court-1']);
    await office.add('max', ['manager'], ['fostering']);
    await office.add('sam', ['officer']);
    const [hers, others] = [await office.tell({ notThisPerson: 'Priya' }), await office.tell()];
    for (const { id } of [hers, others]) {
      await office.give(id, { team: 'court-1' });
      await office.give(id, { staff: jo });
    }
    const types = async (id: string) => (await listEvents(office.store.db, id)).map(({ type }) => type);
    await keep();
    expect(await types(hers.id)).toEqual(['received', 'assigned', 'assigned']);

    await office.store.db.updateTable('user').set({ name: 'Priya Shah' }).where('id', '=', jo).execute();
    await keep();
    await keep();
    expect(await types(hers.id)).toEqual(['received', 'assigned', 'assigned', 'assignment-ended']);
    expect(await types(others.id)).toEqual(['received', 'assigned', 'assigned']);
    const rows = await office.store.db.selectFrom('caseIndex').select(['caseId', 'assignee', 'unread']).execute();
    expect(rows).toEqual(
      expect.arrayContaining([
        { caseId: hers.id, assignee: null, unread: 1 },
        { caseId: others.id, assignee: jo, unread: 0 },
      ]),
    );

    mail.setNow('2026-11-23T07:30:00.000Z');
    await mail.morning(office.store);
    for (const told of ['mia', 'sam']) {
      expect(textTo(told), told).toContain(hers.reference);
      expect(textTo(told), told).toContain('nobody in the team has it');
    }
    expect([textTo('max'), textTo('mia').includes(others.reference)]).toEqual(['', false]);
    expect(textTo('jo')).not.toContain(hers.reference);
    expect(mail.logged.filter((line) => line.includes('could not'))).toEqual([]);
  });

  it('leaves a case that somebody gave on meanwhile, and takes it once when several look at the same time', async () => {
    const jo = await office.add('jo', ['officer']);
    const { id } = await office.tell({ notThisPerson: 'Priya' });
    await office.give(id, { staff: jo });
    await office.store.db.updateTable('user').set({ name: 'Priya Shah' }).where('id', '=', jo).execute();
    await Promise.all([keep(), keep(), keep()]);
    expect((await listEvents(office.store.db, id)).filter(({ type }) => type === 'assignment-ended')).toHaveLength(1);
    expect(mail.logged.filter((line) => line.includes('could not'))).toEqual([]);
  });

  it('forgets old e-mails of the day and what they told, never one about safety or one that waits', async () => {
    await office.add('jo', ['officer']);
    await office.add('mia', ['manager'], ['court-1']);
    const { id } = await office.tell({ safe: 'no' });
    await office.give(id, { team: 'court-1' });
    await mail.turn(office.store);
    const kept = async () => ({
      mails: (await office.store.db.selectFrom('mails').select('kind').orderBy('kind').execute()).map(
        ({ kind }) => kind,
      ),
      told: (await office.store.db.selectFrom('toldLate').select('kind').execute()).length,
      days: (await office.store.db.selectFrom('toldDays').select('day').execute()).map(({ day }) => day),
    });
    mail.setNow('2026-12-02T07:30:00.000Z');
    await mail.morning(office.store);
    mail.setNow('2026-12-03T07:30:00.000Z');
    // Made, and not gone: a mail server that is down on that day.
    await mail.tell(office.store);
    const before = await kept();
    expect(before).toMatchObject({
      mails: expect.arrayContaining(['late', 'morning', 'safety', 'stays-late']),
      told: 3,
    });
    mail.setNow('2027-12-02T07:29:00.000Z');
    await keep();
    expect(await kept()).toEqual(before);
    mail.setNow('2027-12-02T07:31:00.000Z');
    await keep();
    expect(await kept()).toEqual({ mails: ['late', 'morning', 'safety'], told: 1, days: ['2026-12-03'] });
    // What was given up goes as well, in its time.
    mail.setNow('2027-12-03T07:31:00.000Z');
    await mail.tell(office.store);
    await office.store.db.deleteFrom('toldLate').execute();
    await office.store.db.deleteFrom('mails').where('queuedAt', '>', '2027').execute();
    await keep();
    expect(await kept()).toEqual({ mails: ['safety'], told: 0, days: ['2027-12-03'] });
  });
});
