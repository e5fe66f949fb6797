import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const self = "'self'";
const none = "'none'";
const twoYears = 2 * 365 * 24 * 60 * 60;

/** What a page may never ask the phone for, whatever script should come into it. */
const unused = [
  ...(['accelerometer', 'browsingTopics', 'camera', 'displayCapture', 'geolocation', 'gyroscope'] as const),
  ...([
    'hid',
    'idleDetection',
    'localFonts',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'serial',
    'usb',
  ] as const),
];

/**
 * The headers of every answer. Scripts and styles come from here, or stand in a page and are known by their hash;
 * nothing is asked of anybody else. `require-trusted-types-for` leaves one way to make a script address: the policy
 * with which the app names its own worker. A file is no page: the hashes there would only be carried over the network.
 *
 * @param isPublic whether people use it by https, which a browser is then told to keep to
 */
export function headers(distFolder: string, isPublic = false): MiddlewareHandler {
  const inline = inlineHashes(distFolder);
  const pages = headersWith(inline, isPublic);
  const files = headersWith({ script: [], style: [] }, isPublic);
  return (c, next) => (isFile.test(c.req.path) ? files : pages)(c, next);
}

const isFile = /^\/(api|assets|icons)\/|\.(?!html$)\w+$/;

function headersWith(inline: Inline, isPublic: boolean): MiddlewareHandler {
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
      objectSrc: [none],
      baseUri: [none],
      formAction: [none],
      frameAncestors: [none],
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ['heard'],
    },
    xFrameOptions: 'DENY',
    strictTransportSecurity: isPublic && `max-age=${twoYears}; includeSubDomains`,
    permissionsPolicy: Object.fromEntries(unused.map((feature) => [feature, []])),
  });
}

interface Inline {
  script: string[];
  style: string[];
}

// Read from the built pages themselves, so that the policy can never be behind them.
function inlineHashes(distFolder: string): Inline {
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
