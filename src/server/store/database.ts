import type { Kysely, Transaction } from 'kysely';
import type { AuditHeadTable, AuditTable } from './audit.ts';
import type { CaseIndexTable } from './case-index.ts';
import type { CaseKeepingTable } from './case-keeping.ts';
import type { CaseReadsTable } from './case-reads.ts';
import type { CasesTable } from './cases.ts';
import type { DeviceKeysTable } from './device-keys.ts';
import type { EventsTable } from './events.ts';
import type { HelperKeysTable } from './helper-keys.ts';
import type { LeasesTable } from './leases.ts';
import type { MailsTable } from './mails.ts';
import type { PictureKeysTable } from './picture-keys.ts';
import type { CodeStepsTable, NextAuthenticatorsTable } from './second-factors.ts';
import type { SetUpLinksTable } from './set-up-links.ts';
import type { SignInAttemptsTable } from './sign-in-attempts.ts';
import type { StaffTables } from './staff.ts';
import type { StaffLinksTable } from './staff-links.ts';
import type { SubmissionsTable } from './submissions.ts';
import type { ToldDaysTable, ToldLateTable } from './told.ts';

export interface Tables extends StaffTables {
  cases: CasesTable;
  submissions: SubmissionsTable;
  events: EventsTable;
  caseIndex: CaseIndexTable;
  caseKeeping: CaseKeepingTable;
  caseReads: CaseReadsTable;
  mails: MailsTable;
  toldLate: ToldLateTable;
  toldDays: ToldDaysTable;
  leases: LeasesTable;
  helperKeys: HelperKeysTable;
  pictureKeys: PictureKeysTable;
  deviceKeys: DeviceKeysTable;
  setUpLinks: SetUpLinksTable;
  staffLinks: StaffLinksTable;
  codeSteps: CodeStepsTable;
  nextAuthenticators: NextAuthenticatorsTable;
  rateLimit: SignInAttemptsTable;
  audit: AuditTable;
  auditHead: AuditHeadTable;
}

export type Engine = 'sqlite' | 'postgres';

export type Db = Kysely<Tables>;
/** A database or a transaction in it: what every function of this room takes first. */
export type Connection = Db | Transaction<Tables>;

export interface Store {
  db: Db;
  engine: Engine;
  close: () => Promise<void>;
}
