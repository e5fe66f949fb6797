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
 * with which the app names its own worker (`app/update.ts`), and only on the app's own pages, where it is made: anywhere
 * else its name would be free for whoever gets in. A file is no page: the hashes there would only be carried over the
 * network.
 *
 * @param isPublic whether people use it by https, which a browser is then told to keep to
 */
export function headers(distFolder: string, isPublic = false): MiddlewareHandler {
  const inline = inlineHashes(distFolder);
  const app = headersWith(inline, 'heard', isPublic);
  const pages = headersWith(inline, none, isPublic);
  const files = headersWith({ script: [], style: [] }, none, isPublic);
  return (c, next) => (isApp.test(c.req.path) ? app : isFile.test(c.req.path) ? files : pages)(c, next);
}

// By the names of their files too: by those the worker asks for what it puts away, with these headers.
const isApp = /^\/(tell|follow)?$|^\/((tell|follow)\/)?index\.html$/;
const isFile = /^\/(api|assets|icons)\/|\.(?!html$)\w+$/;

function headersWith(inline: Inline, trustedTypes: string, isPublic: boolean): MiddlewareHandler {
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
      trustedTypes: [trustedTypes],
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
