import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const self = "'self'";
const none = "'none'";

/**
 * The headers of every answer. Scripts and styles come from here, or stand in a page and are known by their hash;
 * nothing is asked of anybody else. `require-trusted-types-for` leaves one way to make a script address: the policy
 * with which the app names its own worker.
 */
export function headers(distFolder: string): MiddlewareHandler {
  const inline = inlineHashes(distFolder);
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: [none],
      scriptSrc: [self, ...inline.script],
      styleSrc: [self, ...inline.style],
      imgSrc: [self],
      fontSrc: [self],
      connectSrc: [self],
      manifestSrc: [self],
      workerSrc: [self],
      baseUri: [none],
      formAction: [none],
      frameAncestors: [none],
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ['heard'],
    },
    xFrameOptions: 'DENY',
    permissionsPolicy: { geolocation: [], camera: [], microphone: [], payment: [], usb: [], browsingTopics: [] },
  });
}

// Read from the built pages themselves, so that the policy can never be behind them.
function inlineHashes(distFolder: string): { script: string[]; style: string[] } {
  const pages = readdirSync(distFolder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  const html = pages.map((file) => readFileSync(path.join(distFolder, file), 'utf8')).join('\n');
  const hashes = (element: string) => {
    const found = html.matchAll(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`, 'g'));
    return [
      ...new Set(
        [...found].map(
          ([, text]) =>
            `'sha256-${createHash('sha256')
              .update(text ?? '')
              .digest('base64')}'`,
        ),
      ),
    ];
  };
  return { script: hashes('script'), style: hashes('style') };
}
