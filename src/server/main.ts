import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { type Logger, pino } from 'pino';
import type { AuditVerb } from '../domain/audit.ts';
import type { Council } from '../domain/council.ts';
import { rulesOf, UnknownEdition } from '../domain/procedure.ts';
import { createApp } from './app.ts';
import { type AnchorKeeper, anchorFile, beginChain, keepAnchor } from './audit/anchor.ts';
import { isSealed } from './audit/chain.ts';
import { recordOperator } from './audit/operator.ts';
import { addressesAt, type Config, ConfigError, isLoopback, readConfig } from './config.ts';
import { loadCouncil } from './council-file.ts';
import { readDemoConfig } from './demo-config.ts';
import { refuseOthersData } from './demo-mark.ts';
import { startHousekeeping } from './jobs/housekeeping.ts';
import type { Job } from './jobs/keep-at-it.ts';
import { createLinkMail } from './jobs/link-mail.ts';
import { startMailJobs } from './jobs/mail-jobs.ts';
import { createPost } from './jobs/post.ts';
import { openSealing } from './open-sealing.ts';
import { openStore } from './open-store.ts';
import { makeAccountOfEnvironment } from './operators-account.ts';
import { makeSetUpLink } from './people/first-account.ts';
import { type AuditHead, findAuditHead } from './store/audit.ts';
import type { Connection, Store } from './store/database.ts';
import { listReceipts } from './store/events.ts';
import { isUnavailable } from './store/failures.ts';
import { rebuildIndex } from './store/keep-index.ts';
import { keptSecret } from './store/kept-secret.ts';
import { countSeenByNobody, findFallback } from './store/left-over.ts';
import { migrate } from './store/migrate.ts';
import { answerUnread } from './web/unread.ts';

// What children wrote is for this account of the machine alone: files are made 0600, folders 0700.
process.umask(0o077);

try {
  const config = process.argv.includes('--demo') ? readDemoConfig(process.env) : readConfig(process.env);
  const council = loadCouncil(config.councilFile);
  // `--check` says whether the settings and the council's file can be used, and does nothing else.
  if (!process.argv.includes('--check')) await start(config, council);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  // Not left to end by itself: a pool of database connections would keep it.
  process.exit(1);
}

async function start(config: Config, council: Council): Promise<void> {
  refuseOthersData(config);
  const { distFolder } = config;
  if (!existsSync(path.join(distFolder, 'index.html'))) {
    throw new ConfigError([
      'The pages have not been built yet. "npm start" builds them and starts; "npm run build" builds.',
    ]);
  }
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const store = openStore(config, (error) => log.warn({ err: error.message }, 'a database connection was lost'));
  await reached(migrate(store));
  await reached(refuseForgottenEditions(store, council));

  const authSecret = config.authSecret ?? keptSecret(config.dataFolder, 'auth-secret');
  const picturePepper = config.picturePepper ?? keptSecret(config.dataFolder, 'picture-pepper');
  const sealing = await openSealing(config);
  const { auditKey, anchor } = await openRecord(config, store, log);
  const now = () => new Date().toISOString();
  await reached(rebuildIndex(store.db, council.procedure, now()));
  // The app's own address holds the port, which is known only once it is listened on. Who asks before then waits.
  const app = Promise.withResolvers<Hono>();
  const unread = answerUnread(distFolder, config.publicUrl?.protocol === 'https:');
  // A request without a host is left to be refused like everything else that is none.
  const server = createServer(
    { requireHostHeader: false },
    getRequestListener(async (request, env) => (await app.promise).fetch(request, env), {
      errorHandler: unread.answer,
    }),
  );
  unread.attach(server);
  const port = await listen(server, config);

  const { publicUrl, origins } = addressesAt(config, port);
  const { graceDays } = config;
  const settings = { engine: store.engine, publicUrl, secret: authSecret, graceDays };
  const record = (verb: AuditVerb) => async (trx: Connection, details: { person?: string }) =>
    anchor.note(await recordOperator(trx, auditKey, { at: now(), verb, details }));
  await reached(makeAccountOfEnvironment(store.db, settings, config, council, record('first-account-made')));
  const setUpLink = await reached(makeSetUpLink(store.db, publicUrl, now(), record('set-up-link-made')));
  const post = config.mail && createPost(config.mail, isLoopback(config.mail.smtpUrl.hostname));
  const seniors = config.mail?.seniors ?? [];
  const mailJobs = post && startMailJobs({ db: store.db, post, council, publicUrl, seniors, log, now });
  const housekeeping = startHousekeeping({ db: store.db, council, log, now });
  const mailLink = post && createLinkMail(post, publicUrl);
  if (config.isDemo) console.error('This is a demonstration: every case is made up, and no e-mail is sent.');
  else if (!mailJobs) warnThatNobodyIsTold();
  else if (seniors.length === 0) noteThatNoSeniorIsTold();
  await reached(warnOfCasesUnseen(store, council));
  app.resolve(
    createApp({
      store,
      council,
      distFolder,
      publicUrl,
      origins,
      authSecret,
      auditKey,
      picturePepper,
      sealing,
      onAuditHead: anchor.note,
      graceDays,
      log,
      now,
      safetyMail: mailJobs?.safetyMail,
      mailLink,
    }),
  );
  if (setUpLink) console.log(`Make the first staff account, once, at:\n${setUpLink.href}`);
  console.log(`Heard is ready at http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void end(server, [mailJobs, housekeeping], anchor, store));
  // Ctrl-C reaches every process of the terminal, and `npm start` passes it on as well: the second is no news.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
}

/** At the start nobody is asked to come again: the operator is told, without the address, which holds a password. */
async function reached<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (!isUnavailable(error) && !isWrongAddress(error)) throw error;
    throw new ConfigError([
      'The database cannot be used just now. With PostgreSQL, see that it runs and that DATABASE_URL is its address;',
      'without, that the data folder (HEARD_DATA) can be written to, is not full, and no other program has it locked.',
    ]);
  }
}

// PostgreSQL's classes of a user or password, and of a database, that is not known.
function isWrongAddress(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(28|3D)/.test(String(error.code));
}

/** Gives the port: the one that was asked for, or, for 0, the free one that the system chose. */
async function listen(server: Server, { host, port }: Config): Promise<number> {
  try {
    await once(server.listen(port, host), 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new ConfigError([`Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`]);
  }
  return (server.address() as AddressInfo).port;
}

// A case keeps the rules it was received under. Without them nobody could say by when it is to be answered.
async function refuseForgottenEditions({ db }: Store, { procedure }: Council): Promise<void> {
  const inUse = new Map((await listReceipts(db)).map(({ editions }) => [JSON.stringify(editions), editions]));
  try {
    for (const editions of inUse.values()) rulesOf(procedure, editions);
  } catch (error) {
    if (!(error instanceof UnknownEdition)) throw error;
    throw new ConfigError([error.message, 'Put the edition back into the file; a new one goes beside it.']);
  }
}

/** The key and the anchor of the record of what staff do. A record that was kept under another key is not gone on with. */
async function openRecord(config: Config, { db }: Store, log: Logger) {
  const auditKey = config.auditKey ?? keptSecret(config.dataFolder, 'audit-key');
  await beginChain(db, auditKey);
  const head = await findAuditHead(db);
  if (!head || !isSealed(auditKey, head)) {
    throw new ConfigError([
      'The record of what staff did was not kept under this audit key, or somebody changed where it ends.',
      'Give every process the same HEARD_AUDIT_KEY, or put HEARD_DATA/secrets/audit-key back; then run "npm run audit:verify".',
    ]);
  }
  const anchor = keepAnchor({ file: anchorFile(config.dataFolder), db, key: auditKey, log });
  anchor.note(head);
  noteWhereItEnds(log, head);
  return { auditKey, anchor };
}

// In the log too: logs are often kept elsewhere, and "npm run audit:verify -- --head" asks for what stood there.
function noteWhereItEnds(log: Logger, { seq, hash }: AuditHead): void {
  log.info({ auditHead: `${seq}:${hash}` }, 'the record of what staff did ends here');
}

function warnThatNobodyIsTold(): void {
  const lines = [
    'WARNING: NOBODY IS TOLD BY E-MAIL when a child says that they are not safe.',
    'The desk shows them first, but only to somebody who looks. To tell your safeguarding team by e-mail, set',
    'HEARD_SMTP_URL, HEARD_MAIL_FROM and HEARD_SAFEGUARDING_EMAIL. What is raised until then waits, and goes then.',
    'Nor is anybody told in the morning of what is due, or of what is late.',
  ];
  console.error(lines.join('\n'));
}

function noteThatNoSeniorIsTold(): void {
  console.error(
    'No senior manager is told of what stays late. HEARD_SENIOR_EMAIL names whom to tell, with commas between.',
  );
}

/** Who was named is kept from a case. When that is every officer, somebody must be left who sees it. */
async function warnOfCasesUnseen({ db }: Store, { notThisPerson: { fallback } }: Council): Promise<void> {
  if (!(await findFallback(db, fallback))) {
    console.error(
      'WARNING: NOBODY SEES A CASE THAT IS KEPT FROM EVERY OFFICER, because a child asked that they do not handle it.\n' +
        'Invite the person whom the council’s file names under notThisPerson.fallback, as a manager; or name another there.',
    );
  }
  const unseen = await countSeenByNobody(db, fallback);
  if (unseen > 0)
    console.error(
      `WARNING: ${unseen} ${unseen === 1 ? 'case is' : 'cases are'} seen by nobody. Invite one more officer.`,
    );
}

/** How long what is being answered may take once the server is asked to end, in milliseconds. */
const lastAnswers = 2_000;

async function end(
  server: Server,
  jobs: readonly (Pick<Job, 'stop'> | undefined)[],
  anchor: AnchorKeeper,
  store: Store,
): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A browser keeps connections open on which it has asked nothing yet; they would keep the server for a minute.
  setTimeout(() => server.closeAllConnections(), lastAnswers);
  await closed;
  // What was taken in to the last is sent by whoever runs next; it waits in the store.
  await Promise.all(jobs.map((job) => job?.stop(lastAnswers)));
  await anchor.stop();
  await store.close();
  process.exit(0);
}
