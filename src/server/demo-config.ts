import path from 'node:path';
import { type Config, readConfig } from './config.ts';

/**
 * What belongs to the council's own server and never to a demonstration on the same machine: its database, its secrets,
 * its mail server, its first account. Nothing of a demonstration may come there, and nothing may be sent.
 */
const councilsOwn: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'HEARD_AUTH_SECRET',
  'HEARD_AUDIT_KEY',
  'HEARD_PICTURE_PEPPER',
  'HEARD_ADMIN_EMAIL',
  'HEARD_ADMIN_PASSWORD',
  'HEARD_SMTP_URL',
  'HEARD_MAIL_FROM',
  'HEARD_SAFEGUARDING_EMAIL',
  'HEARD_SENIOR_EMAIL',
]);

/** Ten years: a demonstration is shown for as long as somebody likes, and who shows it has no phone to take codes from. */
const graceDays = 3_650;

/** The settings of a demonstration: those of the server, without what is the council's own. Throws `ConfigError`. */
export function readDemoConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([name]) => !councilsOwn.has(name)));
  const config = readConfig({ ...given, HEARD_DATA: environment.HEARD_DATA || 'data-demo' });
  return { ...config, isDemo: true, distFolder: path.resolve('dist-demo'), graceDays };
}
