import { randomBytes } from 'node:crypto';
import words from '../../../locales/en/made-up.json' with { type: 'json' };
import type { AuditVerb } from '../../domain/audit.ts';
import { type Council, teamIds } from '../../domain/council.ts';
import type { Officer, Role } from '../../domain/staff.ts';
import type { AuthSettings } from '../people/auth.ts';
import { insertAccount, replacePassword } from '../people/insert-account.ts';
import type { Connection, Db } from '../store/database.ts';
import { findStaffByEmail } from '../store/staff.ts';
import { lookedAfterTeams } from './figures.ts';
import type { StaffKey } from './happening.ts';

/** Who works at the made-up desk: somebody of each role, and those who are needed beside them. */

interface Post {
  key: StaffKey;
  roles: Role[];
  /** All of the council's, or those of children looked after. */
  teams: 'none' | 'all' | 'looked-after';
}

const posts: readonly Post[] = [
  { key: 'officer', roles: ['officer'], teams: 'none' },
  // What two agree on together is tried out with this one.
  { key: 'colleague', roles: ['officer'], teams: 'none' },
  { key: 'manager', roles: ['manager'], teams: 'looked-after' },
  // Who sees what is kept from every officer.
  { key: 'head', roles: ['manager'], teams: 'all' },
  { key: 'reader', roles: ['reader'], teams: 'none' },
  { key: 'administrator', roles: ['administrator'], teams: 'none' },
];

/** What somebody signs in with, as it is printed. */
export interface PrintedAccount {
  key: StaffKey;
  email: string;
  password: string;
  /** What they do at the desk, in words. */
  does: string;
}

/** Records, in the transaction of it, what was done to an account. */
export type RecordAccount = (trx: Connection, verb: AuditVerb, person: string) => Promise<void>;

interface Needs {
  db: Db;
  settings: AuthSettings;
  council: Council;
  record: RecordAccount;
}

/** Makes those accounts that there are not yet, with passwords that nobody knows. */
export async function makeAccounts({ db, settings, council, record }: Needs): Promise<Record<StaffKey, Officer>> {
  const made: [StaffKey, Officer][] = [];
  for (const { key, roles, teams } of posts) {
    const email = emailOf(key, council);
    const account = { name: words.staff[key], email, roles, teams: teamsOf(teams, council) };
    const id = await db.transaction().execute(async (trx) => {
      const person = await insertAccount(trx, settings, { ...account, password: newPassword() });
      await record(trx, 'first-account-made', person);
      return person;
    });
    made.push([key, { id, ...account }]);
  }
  return Object.fromEntries(made) as Record<StaffKey, Officer>;
}

/** Gives each of them another password, made now. One whom an administrator has taken away meanwhile is left out. */
export async function renewPasswords({ db, settings, council, record }: Needs): Promise<PrintedAccount[]> {
  const renewed: PrintedAccount[] = [];
  for (const { key } of posts) {
    const email = emailOf(key, council);
    const password = newPassword();
    await db.transaction().execute(async (trx) => {
      const found = await findStaffByEmail(trx, email);
      if (!found?.isActive) return;
      await replacePassword(trx, settings, { userId: found.id, password });
      await record(trx, 'password-changed', found.id);
      renewed.push({ key, email, password, does: words.posts[key] });
    });
  }
  return renewed;
}

function emailOf(key: StaffKey, { notThisPerson }: Council): string {
  return key === 'head' ? notThisPerson.fallback.toLowerCase() : `${key}@heard.example`;
}

function teamsOf(which: Post['teams'], council: Council): string[] {
  const all = [...teamIds(council)];
  if (which === 'none') return [];
  const some = all.filter((team) => lookedAfterTeams.includes(team));
  return which === 'all' || some.length === 0 ? all : some;
}

/** Four groups of four, without letters that are taken for others: to be read off a screen, and typed. */
function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const picked = [...randomBytes(16)].map((byte) => letters[byte % letters.length]);
  return [0, 4, 8, 12].map((from) => picked.slice(from, from + 4).join('')).join('-');
}
