import * as z from 'zod/mini';
import { Instant } from './dates.ts';
import { Email, GivenPassword, LinkToken, NewPassword, Role, SecondFactorCode, StaffName } from './staff.ts';

/** What the screens of accounts and the server say to each other. */

const TeamId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/), z.maxLength(64));

/** What somebody is at the desk. A manager without a team would see nothing but what is given to them by name. */
const post = {
  roles: z.array(Role).check(z.minLength(1), z.maxLength(4)),
  teams: z.array(TeamId).check(z.maxLength(100)),
};

export const Posting = z.strictObject(post);
export type Posting = z.infer<typeof Posting>;

export const Invitation = z.strictObject({ name: StaffName, email: Email, ...post });
export type Invitation = z.infer<typeof Invitation>;

/** A colleague, as an administrator sees them. */
export const Person = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  teams: z.array(z.string()),
  isActive: z.boolean(),
  hasSecondFactor: z.boolean(),
});
export type Person = z.infer<typeof Person>;

/** `invitation` makes an account; `recovery` gives one that is there a new password. */
export const LinkKind = z.enum(['invitation', 'recovery']);
export type LinkKind = z.infer<typeof LinkKind>;

/** A one-time link that is still good. What it opens with is kept nowhere. */
export const OpenLink = z.object({
  id: z.string(),
  kind: LinkKind,
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  teams: z.array(z.string()),
  expiresAt: Instant,
});
export type OpenLink = z.infer<typeof OpenLink>;

export const People = z.object({
  people: z.array(Person),
  links: z.array(OpenLink),
  /** How many cases nobody sees: they are kept from every officer, and from who was to see those. */
  seenByNobody: z.int(),
});
export type People = z.infer<typeof People>;

/** A link that was just made, and what became of the e-mail with it; `off` when there is none to send. */
export const IssuedLink = z.object({
  id: z.string(),
  link: z.url(),
  expiresAt: Instant,
  mail: z.enum(['sent', 'off', 'failed']),
});
export type IssuedLink = z.infer<typeof IssuedLink>;

/** The references of the cases that are still somebody's: an administrator reads nothing more of them. */
export const OpenCases = z.object({ references: z.array(z.string()) });
export type OpenCases = z.infer<typeof OpenCases>;

export const Deactivated = z.object({ person: Person, openCases: z.array(z.string()) });
export type Deactivated = z.infer<typeof Deactivated>;

/** Asks what a link is for; in a body, because an address is written into logs. */
export const LinkQuestion = z.strictObject({ token: LinkToken });
export type LinkQuestion = z.infer<typeof LinkQuestion>;

export const LinkAnswer = z.object({ kind: LinkKind, name: z.string(), email: z.string() });
export type LinkAnswer = z.infer<typeof LinkAnswer>;

export const LinkUse = z.strictObject({ token: LinkToken, password: NewPassword });
export type LinkUse = z.infer<typeof LinkUse>;

export const PasswordChange = z.strictObject({ current: GivenPassword, next: NewPassword });
export type PasswordChange = z.infer<typeof PasswordChange>;

/** Asked again before what an unattended screen must not do. */
export const PasswordAgain = z.strictObject({ password: GivenPassword });
export type PasswordAgain = z.infer<typeof PasswordAgain>;

/** Another authenticator is set up by who has the one in use, or one of the recovery codes. */
export const Replacement = z.strictObject({
  password: GivenPassword,
  code: SecondFactorCode.def.shape.code,
});
export type Replacement = z.infer<typeof Replacement>;

/** For an authenticator: the address that a QR code holds, and the secret in it to be typed. */
export const SecondFactorSecret = z.object({ uri: z.string(), secret: z.string() });
export type SecondFactorSecret = z.infer<typeof SecondFactorSecret>;

export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

/** Neither where from nor with which browser: nobody needs it, so nobody keeps it. */
export const OwnSession = z.object({ id: z.string(), begunAt: Instant, seenAt: Instant, isThis: z.boolean() });
export type OwnSession = z.infer<typeof OwnSession>;

export const OwnAccount = z.object({
  hasSecondFactor: z.boolean(),
  /** Until when one may be set up later; null once it is on. */
  secondFactorBy: z.nullable(Instant),
  recoveryCodesLeft: z.int(),
  sessions: z.array(OwnSession),
});
export type OwnAccount = z.infer<typeof OwnAccount>;
