import path from 'node:path';
import * as z from 'zod';
import type { MailSettings } from './jobs/post.ts';

/** What the operator sets, read once. */
export interface Config {
  host: string;
  port: number;
  dataFolder: string;
  /** Where the built pages lie. */
  distFolder: string;
  /** Whether everything here is made up, and says so: see `demo-config.ts`. */
  isDemo: boolean;
  databaseUrl: string | undefined;
  /** Undefined: the address on this machine, whichever port that turns out to be. */
  publicUrl: URL | undefined;
  /** Undefined: one is made and kept in the data folder. */
  authSecret: string | undefined;
  /** Undefined: one is made and kept in the data folder. */
  auditKey: string | undefined;
  /** Undefined: one is made and kept in the data folder. */
  picturePepper: string | undefined;
  /** A JWK Set of private keys, as `npm run keys` writes it. Undefined: a key is made and kept in the data folder. */
  sealingKeys: string | undefined;
  /** For whom backups are made, and by whom they are restored; the server itself needs none. */
  backup: { passphrase: string | undefined; recipients: string[]; identity: string | undefined };
  councilFile: string;
  /** How many days after an account was made its second factor may be put off. */
  graceDays: number;
  admin: { email: string; password: string } | undefined;
  /** Undefined: nobody is told by e-mail. `seniors` are the senior managers' addresses, who are told of what stays late. */
  mail: (MailSettings & { seniors: string[] }) | undefined;
  logLevel: string;
}

/** The environment or the council's file is not usable; the message says what to do. */
export class ConfigError extends Error {
  constructor(lines: string[]) {
    super(lines.join('\n'));
    this.name = 'ConfigError';
  }
}

const blankIsUnset = (value: unknown) => (value === '' ? undefined : value);
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blankIsUnset, schema.optional());

const portRange = 'must be between 0 (any free port) and 65535';

const graceRange = 'must be between 0 (a second factor at once) and 90 days';

const Environment = z.object({
  HOST: optional(z.string()),
  PORT: optional(
    z.coerce.number('must be a number').int('must be a whole number').min(0, portRange).max(65_535, portRange),
  ),
  HEARD_DATA: optional(z.string()),
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')),
  HEARD_PUBLIC_URL: optional(
    z.url({ protocol: /^https?$/, error: 'must be an address such as https://heard.example.gov.uk' }),
  ),
  HEARD_COUNCIL: optional(z.string()),
  // Signs the staff's sessions. Processes side by side on one PostgreSQL must share it; one alone makes its own.
  HEARD_AUTH_SECRET: optional(z.string().min(32, 'must have at least 32 characters')),
  // Seals the record of what staff did; shared as the one above is.
  HEARD_AUDIT_KEY: optional(z.string().min(32, 'must have at least 32 characters')),
  // Goes into the hashes of picture keys; shared as the ones above are, and never changed: no key would be known then.
  HEARD_PICTURE_PEPPER: optional(z.string().min(32, 'must have at least 32 characters')),
  // Opens what phones have sealed; shared as the ones above are. Keys are added to it and never taken out.
  HEARD_SEALING_KEYS: optional(z.string()),
  HEARD_BACKUP_PASSPHRASE: optional(z.string()),
  HEARD_BACKUP_RECIPIENT: optional(z.string()),
  HEARD_BACKUP_IDENTITY: optional(z.string()),
  HEARD_ADMIN_EMAIL: optional(z.email('must be an e-mail address')),
  HEARD_ADMIN_PASSWORD: optional(z.string().min(8, 'must have at least 8 characters').max(128)),
  HEARD_SECOND_FACTOR_GRACE_DAYS: optional(
    z.coerce.number('must be a number').int('must be a whole number').min(0, graceRange).max(90, graceRange),
  ),
  HEARD_SMTP_URL: optional(
    z.url({
      protocol: /^smtps?$/,
      hostname: /./,
      error: 'must be an address such as smtps://user:password@mail.example.gov.uk',
    }),
  ),
  HEARD_MAIL_FROM: optional(z.email('must be an e-mail address')),
  HEARD_SAFEGUARDING_EMAIL: optional(z.email('must be an e-mail address')),
  HEARD_SENIOR_EMAIL: optional(
    z
      .string()
      .transform((text) => [...new Set(text.split(/[\s,]+/).filter(Boolean))])
      .refine(
        (all) => all.every((each) => z.email().safeParse(each).success),
        'must be e-mail addresses with commas between',
      ),
  ),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
});

/** Throws `ConfigError`, naming every variable that is wrong, never its value. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`));
  }
  const env = parsed.data;
  return {
    host: env.HOST ?? '127.0.0.1',
    port: env.PORT ?? 8080,
    dataFolder: path.resolve(env.HEARD_DATA ?? 'data'),
    distFolder: path.resolve('dist'),
    isDemo: false,
    databaseUrl: env.DATABASE_URL,
    publicUrl: env.HEARD_PUBLIC_URL ? publicUrl(env.HEARD_PUBLIC_URL) : undefined,
    authSecret: env.HEARD_AUTH_SECRET,
    auditKey: env.HEARD_AUDIT_KEY,
    picturePepper: env.HEARD_PICTURE_PEPPER,
    sealingKeys: env.HEARD_SEALING_KEYS,
    backup: {
      passphrase: env.HEARD_BACKUP_PASSPHRASE,
      recipients: env.HEARD_BACKUP_RECIPIENT?.split(/[\s,]+/).filter(Boolean) ?? [],
      identity: env.HEARD_BACKUP_IDENTITY,
    },
    councilFile: path.resolve(env.HEARD_COUNCIL ?? 'council/shropshire.json'),
    graceDays: env.HEARD_SECOND_FACTOR_GRACE_DAYS ?? 14,
    admin: admin(env.HEARD_ADMIN_EMAIL, env.HEARD_ADMIN_PASSWORD),
    mail: mail(env),
    logLevel: env.LOG_LEVEL ?? 'info',
  };
}

export interface Addresses {
  /** What stands in links and what sign-in is made for. */
  publicUrl: URL;
  /** Where a browser may have the desk open: what counts as this site when it sends something. */
  origins: string[];
}

/** Where others find the service, once it is known on which port it listens: port 0 is any that is free. */
export function addressesAt({ publicUrl }: Pick<Config, 'publicUrl'>, port: number): Addresses {
  const address = publicUrl ?? new URL(`http://localhost:${port}`);
  return { publicUrl: address, origins: originsOf(address, port) };
}

/** Only this machine: a browser counts it as a secure context without https. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d+){3}$/.test(hostname)
  );
}

/** The public address; when that is this machine alone, each of the names it goes by. */
export function originsOf(address: URL, port: number): string[] {
  if (!isLoopback(address.hostname)) return [address.origin];
  const names = ['localhost', '127.0.0.1', '[::1]'].map((name) => new URL(`http://${name}:${port}`).origin);
  return [...new Set([address.origin, ...names])];
}

function publicUrl(address: string): URL {
  const url = new URL(address);
  if (url.protocol === 'https:' || isLoopback(url.hostname)) return url;
  throw new ConfigError([
    'HEARD_PUBLIC_URL must be an https address: what children write must not cross a network in the clear,',
    'and browsers give an http page neither storage nor a service worker.',
  ]);
}

function admin(email: string | undefined, password: string | undefined): Config['admin'] {
  if (email && password) return { email, password };
  if (email || password) throw new ConfigError(['Set both HEARD_ADMIN_EMAIL and HEARD_ADMIN_PASSWORD, or neither.']);
  return undefined;
}

function mail(env: z.infer<typeof Environment>): Config['mail'] {
  const { HEARD_SMTP_URL, HEARD_MAIL_FROM, HEARD_SAFEGUARDING_EMAIL, HEARD_SENIOR_EMAIL } = env;
  if (HEARD_SMTP_URL && HEARD_MAIL_FROM && HEARD_SAFEGUARDING_EMAIL) {
    return {
      smtpUrl: new URL(HEARD_SMTP_URL),
      from: HEARD_MAIL_FROM,
      safeguarding: HEARD_SAFEGUARDING_EMAIL,
      seniors: HEARD_SENIOR_EMAIL ?? [],
    };
  }
  const all = Object.entries({ HEARD_SMTP_URL, HEARD_MAIL_FROM, HEARD_SAFEGUARDING_EMAIL });
  const missing = all.filter(([, value]) => !value).map(([name]) => name);
  if (missing.length === all.length && !HEARD_SENIOR_EMAIL) return undefined;
  throw new ConfigError([
    `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing. To tell staff by e-mail of those who may not be safe,`,
    `set all of ${all.map(([name]) => name).join(', ')}; set none of them to tell nobody by e-mail.`,
  ]);
}
