import * as z from 'zod/mini';
import { visible, writable } from './text.ts';

/** Who works at the desk, what they may do there, and how they come in. */

export const Role = z.enum(['officer', 'manager', 'reader', 'administrator']);
export type Role = z.infer<typeof Role>;

/**
 * What a role may do. Roles are a set: who has two may do what either may. Who looks after accounts reads no case, so
 * that a council's IT can do it.
 */
const table = {
  officer: ['see-cases', 'act-on-cases', 'accept-safety', 'see-figures'],
  manager: ['see-own-team', 'act-on-cases', 'accept-safety', 'see-figures'],
  reader: ['see-figures'],
  administrator: ['manage-people', 'manage-configuration'],
} as const satisfies Record<Role, readonly string[]>;

/** `see-cases` is every case, `see-own-team` those of one's teams and those one was given oneself. */
export type Permission = (typeof table)[Role][number];

/** Someone of the council's staff. The name stands under what they write; `teams` are ids of the council's file. */
export const Officer = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  teams: z.array(z.string()),
});
export type Officer = z.infer<typeof Officer>;

/** True when one of the roles gives one of the permissions. */
export function may({ roles }: Pick<Officer, 'roles'>, ...permissions: Permission[]): boolean {
  const given = new Set<Permission>(roles.flatMap((role) => table[role]));
  return permissions.some((permission) => given.has(permission));
}

/**
 * Whether a second factor stands between a password and this account: `later` while the days of grace last, `now`
 * when nothing else is done before one is set up.
 */
export const SecondFactor = z.enum(['on', 'later', 'now']);
export type SecondFactor = z.infer<typeof SecondFactor>;

export const SignedIn = z.object({ user: Officer, secondFactor: SecondFactor });
export type SignedIn = z.infer<typeof SignedIn>;

/** The password was right, and the code of the second factor is asked for. */
export const CodeNeeded = z.object({ next: z.literal('code') });
export type CodeNeeded = z.infer<typeof CodeNeeded>;

/** What signing in leads to. */
export const SignInStep = z.union([SignedIn, CodeNeeded]);
export type SignInStep = z.infer<typeof SignInStep>;

/** The id of an account, as somebody names it who may be wrong. */
export const StaffId = z.string().check(z.minLength(1), z.maxLength(100), z.regex(writable));

export const Email = z.email().check(z.maxLength(254));
export const StaffName = z.string().check(z.maxLength(100), z.regex(writable), z.regex(visible), z.trim());
/** In characters as people count them. */
export const longestPassword = 128;
/** A password as it is asked for. */
export const GivenPassword = z.string().check(z.minLength(1), z.maxLength(longestPassword));

/** Length is what makes a password hard to guess; no rule about its characters is asked (NIST SP 800-63B). */
export const shortestPassword = 12;
export const NewPassword = z.string().check(z.minLength(shortestPassword), z.maxLength(longestPassword));

export const LinkToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{22,86}$/));

export const Credentials = z.object({ email: Email, password: GivenPassword });
export type Credentials = z.infer<typeof Credentials>;

/** A code of six digits, or one of the recovery codes. Spaces are as people read them out. */
export const SecondFactorCode = z.strictObject({
  code: z.string().check(z.maxLength(20), z.regex(/^\s*\S.{4,}\S\s*$/su), z.trim()),
});
export type SecondFactorCode = z.infer<typeof SecondFactorCode>;

/** A session ends when nothing was asked of the server for so long. */
export const idleMinutes = 30;

/** The first account, made with the one-time link that was printed at start. */
export const SetUp = z.strictObject({ token: LinkToken, name: StaffName, email: Email, password: NewPassword });
export type SetUp = z.infer<typeof SetUp>;
