import type { Instant } from '../../domain/dates.ts';
import { type IssuedLink, type LinkAnswer, LinkKind, type LinkUse, type OpenLink } from '../../domain/people-api.ts';
import type { Refused } from '../audit/change-and-record.ts';
import type { Connection } from '../store/database.ts';
import { endSessions, findStaff, hasAccount, listOf, textOf } from '../store/staff.ts';
import {
  findStaffLink,
  listStaffLinks,
  removeStaffLink,
  replaceStaffLink,
  type StaffLinksTable,
} from '../store/staff-links.ts';
import { insertAccount, replacePassword } from './insert-account.ts';
import type { PeopleNeeds } from './needs.ts';
import { rolesOf } from './officer-of.ts';
import { hashOfToken, newToken } from './tokens.ts';

/** One-time links with which a colleague takes up an account, or comes back into one. */

/** Hands the link of an invitation to a mail server. False when that does not take it. */
export type MailLink = (mail: { to: string; name: string; link: string; expiresAt: Instant }) => Promise<boolean>;

const week = 7 * 24 * 60 * 60 * 1000;

type ToIssue = Pick<StaffLinksTable, 'name' | 'email' | 'userId'> & { roles: string[]; teams: string[] };

/** Makes a link in place of any before it for the same address. The link is in the answer and nowhere else. */
export async function issueLink(
  trx: Connection,
  publicUrl: URL,
  { name, email, userId, roles, teams }: ToIssue,
  at: Instant,
): Promise<Omit<IssuedLink, 'mail'>> {
  const token = newToken();
  const id = newToken();
  const expiresAt = new Date(Date.parse(at) + week).toISOString();
  const kind: LinkKind = userId ? 'recovery' : 'invitation';
  const who = { name, email: email.toLowerCase(), userId, roles: textOf(roles), teams: textOf(teams) };
  await replaceStaffLink(trx, { ...who, id, kind, tokenHash: hashOfToken(token), madeAt: at, expiresAt });
  // Behind the #, the token reaches neither a server's log nor a proxy's.
  return { id, link: new URL(`/desk#welcome=${token}`, publicUrl).href, expiresAt };
}

export async function openLinks({ db }: PeopleNeeds, at: Instant): Promise<OpenLink[]> {
  return (await listStaffLinks(db, at)).map(({ id, kind, name, email, roles, teams, expiresAt }) => ({
    id,
    kind: LinkKind.parse(kind),
    name,
    email,
    roles: rolesOf(listOf(roles)),
    teams: listOf(teams),
    expiresAt,
  }));
}

/** What a link is for; undefined when it is not good. */
export async function readLink({ db }: PeopleNeeds, token: string, at: Instant): Promise<LinkAnswer | undefined> {
  const found = await findStaffLink(db, hashOfToken(token), at);
  return found && { kind: LinkKind.parse(found.kind), name: found.name, email: found.email };
}

/**
 * Uses a link up and makes the account, or gives it the new password and ends its sessions: of two who use it in one
 * moment, one succeeds. A password that is refused leaves the link as it was. Gives whose account it is, and the link’s id. Throws a unique violation when the address was taken meanwhile.
 */
export async function useLink(
  trx: Connection,
  { settings, isGuessable }: Pick<PeopleNeeds, 'settings' | 'isGuessable'>,
  { token, password }: LinkUse,
  at: Instant,
): Promise<{ id: string; name: string; email: string; link: string } | Refused> {
  const link = await findStaffLink(trx, hashOfToken(token), at);
  if (!link) return { problem: 'staff-link-invalid' };
  const { name, email, userId } = link;
  // Before the link is used up: another password is chosen with it.
  if (isGuessable(password, { name, email })) return { problem: 'guessable-password' };
  if (!(await removeStaffLink(trx, link.id))) return { problem: 'staff-link-invalid' };
  if (userId) {
    if (!(await findStaff(trx, userId))?.isActive) return { problem: 'staff-link-invalid' };
    await replacePassword(trx, settings, { userId, password });
    await endSessions(trx, userId);
    return { id: userId, name, email, link: link.id };
  }
  if (await hasAccount(trx, email)) return { problem: 'account-exists' };
  const posting = { roles: rolesOf(listOf(link.roles)), teams: listOf(link.teams) };
  const id = await insertAccount(trx, settings, { name, email, password, ...posting });
  return { id, name, email, link: link.id };
}
