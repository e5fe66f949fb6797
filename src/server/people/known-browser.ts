import { createHmac, randomBytes } from 'node:crypto';
import { isSameSecret } from '../web/same-secret.ts';
import type { AuthSettings } from './auth.ts';

/**
 * A browser in which somebody has signed in before says so with a cookie, and its attempts are counted by themselves.
 * So whoever guesses at an account from elsewhere cannot keep its owner out. It opens nothing: a password is asked for
 * all the same, and as few times.
 */

type Settings = Pick<AuthSettings, 'secret' | 'publicUrl'>;

/** As long as somebody may be away who works part of the year. Browsers keep none for longer than 400 days. */
const daysKept = 180;

/** Which browser this is, as it is known to this account; undefined when the account was never signed in to here. */
export function knownBrowser(settings: Settings, email: string, request: Headers): string | undefined {
  const name = cookieName(settings, email);
  for (const cookie of (request.get('cookie') ?? '').split(/;\s*/)) {
    const [found, value = ''] = cookie.split('=');
    const [browser = '', seal = ''] = found === name ? value.split('.') : [];
    if (browser && isSameSecret(seal, sealOf(settings, email, browser))) return browser;
  }
  return undefined;
}

/** The cookie by which this browser is known from now on, as it was or anew. */
export function rememberBrowser(settings: Settings, email: string, request: Headers): string {
  const browser = knownBrowser(settings, email, request) ?? randomBytes(16).toString('base64url');
  const value = `${browser}.${sealOf(settings, email, browser)}`;
  const secure = settings.publicUrl.protocol === 'https:' ? '; Secure' : '';
  const age = daysKept * 24 * 60 * 60;
  return `${cookieName(settings, email)}=${value}; Max-Age=${age}; Path=/; HttpOnly; SameSite=Strict${secure}`;
}

// One for each account, for several may share a computer; it does not say whose.
function cookieName({ secret, publicUrl }: Settings, email: string): string {
  const prefix = publicUrl.protocol === 'https:' ? '__Host-' : '';
  return `${prefix}heard.known-${digest(secret, `known browsers of ${email.toLowerCase()}`).slice(0, 8)}`;
}

function sealOf({ secret }: Settings, email: string, browser: string): string {
  return digest(secret, `known browser ${browser} of ${email.toLowerCase()}`);
}

function digest(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}
