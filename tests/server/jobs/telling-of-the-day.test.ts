import { describe, expect, it } from 'vitest';
import { setDeactivated, setPosting } from '../../../src/server/store/staff.ts';
import { testStores } from '../open-test-store.ts';
import { newSent, send } from '../test-app.ts';
import { recipientOf, useDayOffice } from './day-office.ts';
import { senior, useTestMail } from './open-test-mail.ts';

const mail = useTestMail();

const morningOf = (date: string) => `${date}T07:30:00.000Z`;

describe.each(testStores)('the e-mails of the day, on $name', ({ open }) => {
  const office = useDayOffice(open, mail);

  /** Who got which subject since it was last asked. */
  const taken = () => mail.mailServer.mails.splice(0).map((each) => `${recipientOf(each)}: ${each.subject}`);
  const textTo = (address: string) => mail.mailServer.mails.find((each) => recipientOf(each) === address)?.text ?? '';

  it('say what waits, once, from the hour on', async () => {
    await office.add('jo', ['officer']);
    const { id, reference } = await office.tell();
    mail.setNow('2026-11-23T07:29:59.000Z');
    await mail.morning(office.store);
    expect(mail.mailServer.mails).toEqual([]);
    mail.setNow(morningOf('2026-11-23'));
    await mail.morning(office.store);
    const text = textTo('jo@example.gov.uk');
    expect(text).toContain('This waits for you at Heard on Monday 23 November.');
    expect(text).toContain('1 of them nobody has opened yet.\n1 of them is not acknowledged yet.');
    expect(text).toContain('DUE BY Thursday 26 November: 1 case');
    expect(text).toContain(`${reference}: the acknowledgement, due on Wednesday 25 November; nobody has opened it yet`);
    expect(text).toContain(`https://heard.example.gov.uk/desk#case=${id}`);
    expect(text).toContain('https://heard.example.gov.uk/desk\n');
    for (const later of ['2026-11-23T07:31:00.000Z', '2026-11-23T18:00:00.000Z']) {
      mail.setNow(later);
      await mail.morning(office.store);
    }
    expect(taken()).toEqual(['jo@example.gov.uk: Heard, Monday 23 November: what waits for you']);
  });

  it('are none for whom nothing waits, on a day off, and for who reads figures or looks after accounts', async () => {
    const jo = await office.add('jo', ['officer']);
    await office.add('sam', ['officer']);
    await office.add('rita', ['reader']);
    await office.add('ada', ['administrator']);
    const { id } = await office.tell();
    await office.give(id, { staff: jo });
    for (const day of ['2026-11-21', '2026-11-22', '2026-12-25', '2026-12-26', '2026-12-28']) {
      mail.setNow(morningOf(day));
      await mail.morning(office.store);
    }
    expect(mail.mailServer.mails).toEqual([]);
    mail.setNow(morningOf('2026-12-29'));
    await mail.morning(office.store);
    expect(taken().map((each) => each.split(':')[0])).toEqual(expect.arrayContaining(['jo@example.gov.uk', senior]));
    expect(mail.mailServer.mails).toEqual([]);
  });

  it('tell of what is late who leads the team the next morning, and senior managers when it stays late', async () => {
    const jo = await office.add('jo', ['officer']);
    await office.add('mia', ['manager'], ['court-1']);
    await office.add('max', ['manager'], ['fostering']);
    const { id, reference } = await office.tell();
    await office.give(id, { team: 'court-1' });
    await office.give(id, { staff: jo });
    const told: Record<string, string[]> = {};
    for (let day = 23; day <= 41; day += 1) {
      mail.setNow(new Date(Date.UTC(2026, 10, day, 7, 30)).toISOString());
      await mail.morning(office.store);
      const texts = mail.mailServer.mails.map(({ text }) => text);
      expect(texts.every((text) => text?.includes(reference))).toBe(true);
      for (const each of taken()) {
        const [who = '', what = ''] = each.split(/@.*?, /);
        told[`${who} ${what.replace(/^.*: /, '')}`] = [
          ...(told[`${who} ${what.replace(/^.*: /, '')}`] ?? []),
          mail.now().slice(5, 10),
        ];
      }
    }
    expect(told).toEqual({
      'jo what waits for you': [
        ...['11-23', '11-24', '11-25', '11-26', '11-27', '11-30', '12-01', '12-02', '12-03', '12-04'],
        ...['12-07', '12-08', '12-09', '12-10', '12-11'],
      ],
      'mia late in your teams': ['11-26', '12-03', '12-10'],
      'director what stays late': ['12-02', '12-09'],
    });
  });

  it('say of a late case how late, to senior managers its team and nothing to open', async () => {
    await office.add('mia', ['manager'], ['court-1']);
    await office.add('jo', ['officer']);
    const { id, reference } = await office.tell();
    await office.give(id, { team: 'court-1' });
    mail.setNow(morningOf('2026-12-02'));
    await mail.morning(office.store);
    const due = 'was due on Wednesday 25 November (5 working days late)';
    expect(textTo('mia@example.gov.uk')).toContain(
      `Court 1 Social Work Team:\n- ${reference}: the acknowledgement, ${due}\n  https://heard.example.gov.uk/desk#case=${id}`,
    );
    const toSenior = textTo(senior);
    expect(toSenior).toContain(
      `- ${reference}: ${due}. Court 1 Social Work Team\n\nFeedback and Insight Team can tell you`,
    );
    expect(toSenior).not.toMatch(/https?:|acknowledg/);
  });

  it('hold not a word of the child, nor a name', async () => {
    await office.add('mia', ['manager'], ['court-1']);
    await office.add('jo', ['officer']);
    const planted = ['Robin', 'Reed', 'shed', 'Marigold', 'Thistle', 'Larkspur', 'Foxglove', 'Bramble'];
    const { id, key } = await office.tell({
      safe: 'no',
      name: 'Marigold Reed',
      wanted: 'Thistle tea.',
      person: 'Larkspur Hill',
      notThisPerson: 'Foxglove Hill',
    });
    await office.give(id, { team: 'court-1' });
    mail.setNow(morningOf('2026-12-02'));
    const body = { version: 1, kind: 'complaint', addition: newSent().id, message: 'Bramble, please write.' };
    expect((await send(office.app, { id, key, body })).status).toBeLessThan(300);
    await mail.turn(office.store);
    await mail.morning(office.store);
    const { mails } = mail.mailServer;
    expect(mails.map(recipientOf).sort()).toEqual([
      'director@example.gov.uk',
      'jo@example.gov.uk',
      'mia@example.gov.uk',
      'safeguarding@example.gov.uk',
    ]);
    expect(textTo('jo@example.gov.uk')).toContain('SOMEBODY MAY NOT BE SAFE: 1 case');
    expect(textTo('jo@example.gov.uk')).toContain(
      'since Friday 20 November 2026 at 10:00; the acknowledgement, was due on Wednesday 25 November (5 working days late); ' +
        'nobody has opened it yet; a message waits for an answer',
    );
    const all = JSON.stringify(mails.map(({ headerLines, subject, text, html }) => [headerLines, subject, text, html]));
    for (const word of [...planted, '{{', 'digest.', 'part.', 'step.']) expect(all, word).not.toContain(word);
    expect(mail.logged.join()).not.toMatch(/@|Robin|shed|Bramble/);
  });

  it('leave out who has gone, and their cases fall to the others; also when they go between making and sending', async () => {
    const jo = await office.add('jo', ['officer']);
    const mia = await office.add('mia', ['manager'], ['court-1']);
    const { id } = await office.tell();
    await office.give(id, { team: 'court-1' });
    await office.give(id, { staff: jo });
    await office.add('sam', ['officer']);
    mail.setNow(morningOf('2026-11-26'));
    await mail.tell(office.store);
    await setDeactivated(office.store.db, jo, mail.now());
    await setPosting(office.store.db, mia, { roles: ['manager'], teams: ['fostering'] });
    await mail.turn(office.store, mail.post, 'reminders');
    expect(taken()).toEqual([]);
    mail.setNow(morningOf('2026-11-27'));
    await mail.morning(office.store);
    expect(taken()).toEqual(['sam@example.gov.uk: Heard, Friday 27 November: what waits for you']);
    // What she was not told, she is told once it is hers again.
    await setPosting(office.store.db, mia, { roles: ['manager'], teams: ['court-1'] });
    mail.setNow(morningOf('2026-11-30'));
    await mail.morning(office.store);
    expect(taken()).toContain('mia@example.gov.uk: Heard, Monday 30 November: late in your teams');
  });

  it('say nothing of what was done before they went', async () => {
    await office.add('mia', ['manager'], ['court-1']);
    await office.add('jo', ['officer']);
    const [done, late] = [await office.tell(), await office.tell()];
    for (const { id } of [done, late]) await office.give(id, { team: 'court-1' });
    mail.setNow(morningOf('2026-11-26'));
    await mail.tell(office.store);
    await office.happens(done.id, { type: 'withdrawn', at: mail.now() });
    await mail.turn(office.store, mail.post, 'reminders');
    expect(mail.mailServer.mails.map(recipientOf).sort()).toEqual(['jo@example.gov.uk', 'mia@example.gov.uk']);
    for (const { text } of mail.mailServer.mails) {
      expect(text).toContain(late.reference);
      expect(text).not.toContain(done.reference);
    }
  });

  it('are not of a case that is kept from a senior manager, as far as an address says who that is', async () => {
    await office.add('jo', ['officer']);
    const kim = await office.add('kim.hill', ['manager'], ['court-1']);
    const names = ['the Director', 'Kim', 'somebody with a red car', 'Directer'];
    const told = [];
    for (const notThisPerson of names) told.push(await office.tell({ notThisPerson }));
    const [asJob, matched, unlike, foundNot] = told.map(({ reference }) => reference);
    const at = mail.now();
    const staff = [{ id: kim, name: 'Kim Hill' }];
    await office.happens(told[1]?.id ?? '', { type: 'named-person-matched', said: 'Kim', staff, at, by: 'Jo' });
    const notStaff = { type: 'named-person-not-staff', said: 'Directer', reason: 'No account.', at, by: 'Jo' } as const;
    await office.happens(told[3]?.id ?? '', notStaff);
    mail.setNow(morningOf('2026-12-02'));
    await mail.morning(office.store);
    const has = (reference = '') => textTo(senior).includes(reference);
    expect([has(asJob), has(matched), has(unlike), has(foundNot)]).toEqual([false, true, true, false]);
    expect(mail.logged.join()).toContain('kept from every senior manager');
    // Named after the e-mail was made and before it goes.
    mail.mailServer.mails.splice(0);
    mail.setNow(morningOf('2026-12-09'));
    await mail.tell(office.store);
    const { id = '', key = '' } = told[2] ?? {};
    const body = { version: 1, kind: 'complaint', addition: newSent().id, notThisPerson: 'director' };
    expect((await send(office.app, { id, key, body })).ok).toBe(true);
    await mail.turn(office.store, mail.post, 'reminders');
    expect([has(matched), has(unlike)]).toEqual([true, false]);
  });

  it('come the same day from a server that slept over the morning, and once', async () => {
    await office.add('jo', ['officer']);
    await office.tell();
    mail.setNow('2026-11-23T23:50:00.000Z');
    await mail.morning(office.store);
    await mail.morning(office.store);
    expect(taken()).toEqual(['jo@example.gov.uk: Heard, Monday 23 November: what waits for you']);
    mail.setNow(morningOf('2026-11-24'));
    await mail.morning(office.store);
    expect(taken()).toEqual(['jo@example.gov.uk: Heard, Tuesday 24 November: what waits for you']);
  });

  it('keep their hour when the clocks change', async () => {
    await office.add('jo', ['officer']);
    await office.tell();
    const [lastOfWinter, firstOfSummer] = ['2027-03-26', '2027-03-29'];
    // Good Friday and Easter Monday: nothing at all on either side of the night of the clocks.
    for (const day of [lastOfWinter, '2027-03-28', firstOfSummer]) {
      mail.setNow(`${day}T12:00:00.000Z`);
      await mail.morning(office.store);
    }
    expect(taken()).toEqual([]);
    mail.setNow('2027-03-30T06:29:00.000Z');
    await mail.morning(office.store);
    expect(taken()).toEqual([]);
    mail.setNow('2027-03-30T06:30:00.000Z');
    await mail.morning(office.store);
    expect(taken()).toContain('jo@example.gov.uk: Heard, Tuesday 30 March: what waits for you');
  });
});
