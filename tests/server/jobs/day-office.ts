import type { Hono } from 'hono';
import type { AddressObject, ParsedMail } from 'mailparser';
import { afterEach, beforeEach } from 'vitest';
import type { CaseEvent } from '../../../src/domain/case-events.ts';
import type { Role } from '../../../src/domain/staff.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { listEvents } from '../../../src/server/store/events.ts';
import { recordEvents } from '../../../src/server/store/keep-index.ts';
import { addColleague } from '../people/colleagues.ts';
import { council, createTestApp } from '../test-app.ts';
import { type TestMail, tellThrough } from './open-test-mail.ts';

/** An office with colleagues who are told by e-mail of what waits. */
export interface DayOffice {
  app: Hono;
  /** Tells something, of somebody who is safe. Gives the case's id and reference. */
  tell: (more?: object) => Promise<{ id: string; key: string; reference: string }>;
  /** Makes an account, `name@example.gov.uk`, and gives its id. */
  add: (name: string, roles: Role[], teams?: string[]) => Promise<string>;
  /** Something happens to a case, at the time of the clock. */
  happens: (caseId: string, event: CaseEvent) => Promise<void>;
  give: (caseId: string, to: { team: string } | { staff: string }) => Promise<void>;
}

export function openDayOffice(store: Store, mail: TestMail): DayOffice {
  const app = createTestApp(store, mail.now);
  const tell = tellThrough(app);
  const happens: DayOffice['happens'] = async (caseId, event) => {
    const seq = (await listEvents(store.db, caseId)).length + 1;
    await recordEvents(store.db, council.procedure, [{ caseId, seq, event }], mail.now());
  };
  return {
    app,
    tell: (more = {}) => tell({ safe: 'yes', ...more }),
    add: async (name, roles, teams = []) => {
      await addColleague(store, { name, roles, teams });
      const email = `${name}@example.gov.uk`;
      return (await store.db.selectFrom('user').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id;
    },
    happens,
    give: (caseId, to) => {
      const named = 'staff' in to ? { ...to, name: 'Somebody' } : to;
      return happens(caseId, { type: 'assigned', at: mail.now(), to: named, by: 'Jo Bloggs' });
    },
  };
}

/** A new office, on a new store, for each test. */
export function useDayOffice(open: () => Promise<Store>, mail: TestMail): DayOffice & { readonly store: Store } {
  let store: Store;
  let office: DayOffice;
  beforeEach(async () => {
    store = await open();
    office = openDayOffice(store, mail);
  });
  afterEach(() => store.close());
  return {
    get store() {
      return store;
    },
    get app() {
      return office.app;
    },
    tell: (more) => office.tell(more),
    add: (...who) => office.add(...who),
    happens: (...what) => office.happens(...what),
    give: (...what) => office.give(...what),
  };
}

export function recipientOf({ to }: ParsedMail): string {
  return [to]
    .flat()
    .flatMap((each: AddressObject | undefined) => each?.value ?? [])
    .map(({ address }) => address)
    .join();
}
