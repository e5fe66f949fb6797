import { APIError } from 'better-auth/api';
import type { OwnAccount, OwnSession } from '../../domain/people-api.ts';
import type { Refused } from '../audit/change-and-record.ts';
import type { Connection } from '../store/database.ts';
import { findStaff } from '../store/staff.ts';
import { endOtherSessions, listSessions } from '../store/staff-sessions.ts';
import type { Auth } from './auth.ts';
import type { PeopleNeeds } from './needs.ts';
import { keptRecoveryCodes } from './recovery-codes.ts';
import { rethrow, type Session } from './sessions.ts';

/** What everybody may see and change of their own account. */

export async function readOwnAccount(
  { db, auth }: PeopleNeeds,
  { id, officer, secondFactorBy }: Session,
): Promise<OwnAccount> {
  const row = await findStaff(db, officer.id);
  const hasSecondFactor = row?.hasSecondFactor ?? false;
  const left = hasSecondFactor ? (await keptRecoveryCodes(auth, officer.id)).length : 0;
  return {
    hasSecondFactor,
    secondFactorBy: hasSecondFactor ? null : secondFactorBy.toISOString(),
    recoveryCodesLeft: left,
    sessions: (await listSessions(db, officer.id, new Date())).map(
      (each): OwnSession => ({
        id: each.id,
        begunAt: each.begunAt.toISOString(),
        seenAt: each.seenAt.toISOString(),
        isThis: each.id === id,
      }),
    ),
  };
}

/** Changes the password, with the library over this transaction, and ends every other session: whoever had the old one is out. */
export async function changePassword(
  trx: Connection,
  auth: Auth,
  session: Session,
  request: Headers,
  { current, next }: { current: string; next: string },
): Promise<object | Refused> {
  try {
    await auth.api.changePassword({ body: { currentPassword: current, newPassword: next }, headers: request });
  } catch (error) {
    if (error instanceof APIError && error.body?.code === 'INVALID_PASSWORD') return { problem: 'wrong-password' };
    rethrow(error);
  }
  await endOtherSessions(trx, session.officer.id, session.id);
  return {};
}
