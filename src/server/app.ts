import { type Context, Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { openAPIRouteHandler } from 'hono-openapi';
import type { Logger } from 'pino';
import { type Council, teamIds } from '../domain/council.ts';
import type { Instant } from '../domain/dates.ts';
import type { Officer } from '../domain/staff.ts';
import { undeclaredRoutes } from './audit/acts.ts';
import { auditRoutes } from './audit/audit-routes.ts';
import { recordActs } from './audit/record-acts.ts';
import { caseRoutes } from './desk/cases.ts';
import { listOpenCasesOf } from './desk/open-cases.ts';
import { recordingRoutes } from './desk/recordings.ts';
import { councilRoutes } from './intake/council.ts';
import { pictureKeyRoutes } from './intake/picture-keys.ts';
import { sealingKeyRoutes } from './intake/sealing-key.ts';
import { statusRoutes } from './intake/status.ts';
import { type Sealing, submissionRoutes } from './intake/submissions.ts';
import { createTakeIn } from './intake/take-in.ts';
import type { Job } from './jobs/keep-at-it.ts';
import { createAuth, sessionScheme } from './people/auth.ts';
import { createGuessable } from './people/guessable-passwords.ts';
import { linkRoutes } from './people/link-routes.ts';
import { mailRoutes } from './people/mail-routes.ts';
import { ownRoutes } from './people/own-routes.ts';
import { peopleRoutes } from './people/people-routes.ts';
import { sessionRoutes } from './people/session-routes.ts';
import { setUpRoutes } from './people/set-up-routes.ts';
import { signedIn as signedInWith } from './people/signed-in.ts';
import type { MailLink } from './people/staff-links.ts';
import type { AuditHead } from './store/audit.ts';
import type { Store } from './store/database.ts';
import { isUnavailable } from './store/failures.ts';
import { countSeenByNobody } from './store/left-over.ts';
import { codeOf } from './web/error-code.ts';
import { headers } from './web/headers.ts';
import { healthRoutes } from './web/health.ts';
import { pageRoutes } from './web/pages.ts';
import { problemResponse } from './web/problem-response.ts';
import { writableAddress } from './web/writable-address.ts';

export interface AppNeeds {
  store: Store;
  council: Council;
  distFolder: string;
  publicUrl: URL;
  /** Where a browser may have this site open. */
  origins: readonly string[];
  authSecret: string;
  /** Seals the record of what staff do and see. */
  auditKey: string;
  /** Without it the hashes of picture keys cannot be guessed at. */
  picturePepper: string;
  /** Opens what phones have sealed. */
  sealing: Sealing;
  /** How guessing at them is slowed; the usual when nothing is given. */
  guessing?: Parameters<typeof pictureKeyRoutes>[0]['pace'];
  /** Told where that record ends, each time something was added. */
  onAuditHead: (head: AuditHead) => void;
  log: Pick<Logger, 'error'>;
  now: () => Instant;
  /** Sends the e-mails about those who may not be safe; undefined when nobody is told by e-mail. */
  safetyMail: Pick<Job, 'nudge'> | undefined;
  /** How many days after an account was made its second factor may be put off. */
  graceDays: number;
  /** Sends invitations to colleagues; undefined when there is no mail server. */
  mailLink?: MailLink | undefined;
}

/** What is no act of staff. Every other route says what it records, or the server does not start. */
const forEverybody = [
  'PUT /api/submissions/:id',
  'PUT /api/submissions/:id/picture-key',
  'POST /api/follow',
  'GET /api/status',
  'GET /api/sealing-key',
  'GET /api/council',
  'GET /api/health',
  'GET /api/openapi.json',
];

/** Puts the routes of every room together. */
export function createApp({
  store,
  council,
  distFolder,
  publicUrl,
  origins,
  authSecret,
  auditKey,
  picturePepper,
  sealing,
  guessing,
  onAuditHead,
  log,
  now,
  safetyMail,
  graceDays,
  mailLink,
}: AppNeeds): Hono {
  const { db, engine } = store;
  const { procedure } = council;
  const settings = { engine, publicUrl, secret: authSecret, graceDays };
  const auth = createAuth(db, settings);
  const people = { db, auth, settings, origins, isGuessable: createGuessable(council, publicUrl) };
  const signedIn = signedInWith({ auth, graceDays });
  const takeIn = createTakeIn(db, procedure, () => safetyMail?.nudge());
  const office = {
    db,
    procedure,
    services: council.services,
    tellsByMail: safetyMail !== undefined,
    fallback: council.notThisPerson.fallback,
    accessHours: council.notThisPerson.safetyAccessHours,
    now,
    origins,
    signedIn,
  };
  const teams = teamIds(council);
  const openCasesOf = (staffId: string, asker: Officer) => listOpenCasesOf(db, staffId, asker);
  const seenByNobody = () => countSeenByNobody(db, council.notThisPerson.fallback);
  const app = new Hono();
  app.use(headers(distFolder, publicUrl.protocol === 'https:'));
  app.use('/api/staff/*', writableAddress);
  app.use('/api/*', recordActs({ db, key: auditKey, now, onHead: onAuditHead }));
  const api = new Hono()
    .basePath('/api')
    .route('/', submissionRoutes({ takeIn, procedure, now, sealing }))
    .route('/', pictureKeyRoutes({ db, pepper: picturePepper, now, pace: guessing }))
    .route('/', statusRoutes({ db, procedure, now }))
    .route('/', sealingKeyRoutes(sealing.keyring))
    .route('/', councilRoutes(council))
    .route('/', healthRoutes(db, council.id))
    .route('/', sessionRoutes(people))
    .route('/', setUpRoutes(people))
    .route('/', ownRoutes(people))
    .route('/', linkRoutes({ ...people, now }))
    .route('/', peopleRoutes({ ...people, now, signedIn, teams, mailLink, openCasesOf, seenByNobody }))
    .route('/', mailRoutes({ db, signedIn, now, isSet: safetyMail !== undefined }))
    .route('/', caseRoutes(office))
    .route('/', recordingRoutes({ ...office, takeIn }))
    .route('/', auditRoutes({ db, signedIn: office.signedIn }));
  api.get('/openapi.json', openAPIRouteHandler(api, { documentation: apiDescription(council, publicUrl) }));
  const silent = undeclaredRoutes(api.routes, forEverybody);
  if (silent.length > 0) throw new Error(`These routes do not say what they record: ${silent.join(', ')}.`);
  // Asked of the API's routes alone: a page's route takes every address, and would make of a wrong one a wrong method.
  app.use('/api/*', methodNotAllowed({ app: api, onMethodNotAllowed: refuseMethod }));
  app.route('/', api);
  app.all('/api/*', (c) => problemResponse(c, 'not-found'));
  app.route('/', pageRoutes(distFolder));

  app.notFound((c) => problemResponse(c, 'not-found'));
  app.onError((error, c) => {
    const unavailable = isUnavailable(error);
    // A phone lost its network in the middle of what it sent: nothing failed here, and nobody hears the answer.
    if (c.req.raw.signal.aborted) return problemResponse(c, 'busy');
    // The route as it is written, never the address asked for; and never what was sent.
    log.error(
      { code: codeOf(error), at: placeOf(error), route: c.req.routePath, method: c.req.method },
      'request failed',
    );
    return problemResponse(c, unavailable ? 'busy' : 'internal');
  });
  return app;
}

function refuseMethod(c: Context, allowed: string[]): Response {
  const answer = problemResponse(c, 'method-not-allowed');
  answer.headers.set('Allow', allowed.join(', '));
  return answer;
}

function apiDescription(council: Council, publicUrl: URL) {
  return {
    openapi: '3.1.0',
    components: { securitySchemes: { session: sessionScheme(publicUrl) } },
    info: {
      title: `Heard: ${council.name}`,
      version: '1',
      description:
        'How children, parents, advocates and other systems tell the council something, and how staff answer. ' +
        'Errors are problem details (RFC 9457) with a stable `code`.',
    },
    servers: [{ url: '/' }],
  };
}

// Where it happened, without the message: a database's message may quote a value. The stack begins with the message,
// which may have lines of its own; not even one that looks like a place is taken for one.
function placeOf(error: Error): string[] {
  const { message, stack = '' } = error;
  return stack
    .replace(message, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 5);
}
