import * as z from 'zod/mini';

/** Who works at the desk, and how they come in. */

export const Role = z.enum(['administrator', 'officer']);
export type Role = z.infer<typeof Role>;

/** Someone of the council's staff. The name stands under what they write. */
export const Officer = z.object({ name: z.string(), email: z.string(), role: Role });
export type Officer = z.infer<typeof Officer>;

export const SignedIn = z.object({ user: Officer });
export type SignedIn = z.infer<typeof SignedIn>;

const email = z.email().check(z.maxLength(254));

export const Credentials = z.object({ email, password: z.string().check(z.minLength(1), z.maxLength(128)) });
export type Credentials = z.infer<typeof Credentials>;

/** A session ends when nothing was asked of the server for so long. */
export const idleMinutes = 30;

/** Length is what makes a password hard to guess; no rule about its characters is asked (NIST SP 800-63B). */
export const shortestPassword = 12;

/** The first account, made with the one-time link that was printed at start. */
export const SetUp = z.strictObject({
  token: z.string().check(z.regex(/^[A-Za-z0-9_-]{22,86}$/)),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
  email,
  password: z.string().check(z.minLength(shortestPassword), z.maxLength(128)),
});
export type SetUp = z.infer<typeof SetUp>;
