import { randomInt } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { idleMinutes } from '../../domain/staff.ts';
import type { Connection, Engine } from '../store/database.ts';

export interface AuthSettings {
  engine: Engine;
  publicUrl: URL;
  secret: string;
  /** How many days after an account was made its second factor may be put off. */
  graceDays: number;
}

/** Seconds between two writes that keep a used session from ending. */
const refreshAfter = 60;

const recoveryCodes = 10;
/** Small letters and digits that nobody takes for one another. */
const recoveryAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * Staff accounts and sessions by better-auth, over the same database as everything else, or over a transaction in
 * it. Its own web handler is never mounted: the routes of this room call what they need of it and nothing else is
 * reachable, so its sign-up, its redirects and its limits by address have no door.
 */
export function createAuth(db: Connection, { engine, publicUrl, secret }: Omit<AuthSettings, 'graceDays'>) {
  return betterAuth({
    appName: 'Heard',
    baseURL: publicUrl.origin,
    basePath: '/api/auth',
    secret,
    database: { db, type: engine, transaction: false },
    emailAndPassword: { enabled: true, disableSignUp: true, maxPasswordLength: 128 },
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
        backupCodeOptions: { customBackupCodesGenerate: newRecoveryCodes },
      }),
    ],
    session: { expiresIn: idleMinutes * 60, updateAge: refreshAfter },
    // The routes slow sign-ins by account: a council's officers share one address.
    rateLimit: { enabled: false },
    databaseHooks: {
      session: { create: { before: async (session) => ({ data: { ...session, ipAddress: null, userAgent: null } }) } },
    },
    advanced: {
      cookiePrefix: 'heard',
      useSecureCookies: publicUrl.protocol === 'https:',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: '/api' },
      ipAddress: { disableIpTracking: true },
      // The tables are this program's own, in its list of migrations.
      database: { validateSchema: false },
    },
    // Its messages may quote an address somebody typed; what fails is logged by the routes, without values.
    logger: { disabled: true },
    telemetry: { enabled: false },
  });
}

/** What an authenticator shows beside its codes. */
export function issuerAt(publicUrl: URL): string {
  return `Heard, ${publicUrl.hostname}`;
}

/** Ten codes of ten letters, about 49 bits each, in two halves for the eye. */
function newRecoveryCodes(): string[] {
  const half = () =>
    Array.from({ length: 5 }, () => recoveryAlphabet.charAt(randomInt(recoveryAlphabet.length))).join('');
  return Array.from({ length: recoveryCodes }, () => `${half()}-${half()}`);
}

export type Auth = ReturnType<typeof createAuth>;

/** The session cookie, for the API's description. */
export function sessionScheme(publicUrl: URL) {
  const prefix = publicUrl.protocol === 'https:' ? '__Secure-' : '';
  return { type: 'apiKey', in: 'cookie', name: `${prefix}heard.session_token` } as const;
}
