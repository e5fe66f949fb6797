import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { idleMinutes, longestPassword } from '../../domain/staff.ts';
import type { Connection, Engine } from '../store/database.ts';

export interface AuthSettings {
  engine: Engine;
  publicUrl: URL;
  secret: string;
  /** How many days after an account was made its second factor may be put off. */
  graceDays: number;
}

// The library counts UTF-16 units, of which a character may be two; what may be sent is counted in characters.
const maxPasswordLength = 2 * longestPassword;

/** Seconds between two writes that keep a used session from ending. */
const refreshAfter = 60;

/**
 * Staff accounts and sessions by better-auth, over the same database as everything else, or over a transaction in
 * it. Its own web handler is never mounted: the routes of this room call what they need of it and nothing else is
 * reachable, so its sign-up, its redirects and its limits by address have no door.
 *
 * @param checked a password that was found right a moment ago, which is then not looked at again: it takes a tenth of
 *   a second, in which nobody else would have the embedded database
 */
export function createAuth(
  db: Connection,
  { engine, publicUrl, secret }: Omit<AuthSettings, 'graceDays'>,
  checked?: CheckedPassword,
) {
  const isPublic = publicUrl.protocol === 'https:';
  return betterAuth({
    appName: 'Heard',
    baseURL: publicUrl.origin,
    basePath: '/api/auth',
    secret,
    database: { db, type: engine, transaction: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength,
      ...(checked && { password: { verify: (asked) => Promise.resolve(isSameCheck(asked, checked)) } }),
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        teams: { type: 'string', required: true, input: false },
        deactivatedAt: { type: 'string', required: false, input: false },
      },
    },
    plugins: [
      twoFactor({
        issuer: issuerAt(publicUrl),
        // They are made when it is confirmed, and not by the library, which would keep them to be read.
        backupCodeOptions: { customBackupCodesGenerate: () => [] },
      }),
    ],
    session: { expiresIn: idleMinutes * 60, updateAge: refreshAfter },
    // The routes slow sign-ins by account: a council's officers share one address.
    rateLimit: { enabled: false },
    databaseHooks: {
      session: { create: { before: async (session) => ({ data: { ...session, ipAddress: null, userAgent: null } }) } },
    },
    advanced: {
      // With `__Host-` a browser takes the cookie from this very host alone, and not from a neighbour of its domain.
      cookiePrefix: isPublic ? '__Host-heard' : 'heard',
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: '/', secure: isPublic },
      ipAddress: { disableIpTracking: true },
      // The tables are this program's own, in its list of migrations.
      database: { validateSchema: false },
    },
    // Its messages may quote an address somebody typed; what fails is logged by the routes, without values.
    logger: { disabled: true },
    telemetry: { enabled: false },
  });
}

/** A password, and the hash that it was found to be of. */
export interface CheckedPassword {
  password: string;
  hash: string;
}

function isSameCheck(asked: CheckedPassword, checked: CheckedPassword): boolean {
  return asked.hash === checked.hash && asked.password === checked.password;
}

/** What an authenticator shows beside its codes. */
export function issuerAt(publicUrl: URL): string {
  return `Heard, ${publicUrl.hostname}`;
}

export type Auth = ReturnType<typeof createAuth>;

/** The session cookie, for the API's description. */
export function sessionScheme(publicUrl: URL) {
  const prefix = publicUrl.protocol === 'https:' ? '__Host-' : '';
  return { type: 'apiKey', in: 'cookie', name: `${prefix}heard.session_token` } as const;
}
