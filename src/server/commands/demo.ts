import { parseArgs } from 'node:util';
import type { Council } from '../../domain/council.ts';
import { followLink } from '../../domain/follow-link.ts';
import { beginChain } from '../audit/anchor.ts';
import { recordOperator } from '../audit/operator.ts';
import { addressesAt, type Config } from '../config.ts';
import { loadCouncil } from '../council-file.ts';
import { type PrintedAccount, type RecordAccount, renewPasswords } from '../demo/accounts.ts';
import { fill, withoutWaitingForDisk } from '../demo/fill.ts';
import { idOfShown } from '../demo/just-now.ts';
import { followKeyOf } from '../demo/play.ts';
import { readDemoConfig } from '../demo-config.ts';
import { findDemo, markDemo, refuseToFill, removeDemo } from '../demo-mark.ts';
import { openStore } from '../open-store.ts';
import { keptSecret } from '../store/kept-secret.ts';
import { migrate } from '../store/migrate.ts';
import { runCommand } from './run-command.ts';

/** Makes the demonstration up where there is none yet, and gives everybody who works at it a password for this time. */
await runCommand(async () => {
  const { values } = parseArgs({ options: { fresh: { type: 'boolean', default: false } } });
  const config = readDemoConfig(process.env);
  const council = loadCouncil(config.councilFile);
  refuseToFill(config);
  const found = findDemo(config);
  const isThere = typeof found === 'object' && !values.fresh;
  if (isThere)
    console.log(`Made up on ${found.filledAt.slice(0, 10)}. "npm run demo -- --fresh" begins again, as of today.`);
  else {
    removeDemo(config);
    console.log('Making up three years of cases …');
  }
  const started = performance.now();
  const printed = await prepare(config, council, !isThere);
  if (!isThere) console.log(`Made up in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  tell(printed, addressesAt(config, config.port).publicUrl);
});

async function prepare(config: Config, council: Council, isNew: boolean): Promise<PrintedAccount[]> {
  const at = new Date().toISOString();
  if (isNew) markDemo(config, null);
  const store = openStore(config, () => undefined);
  try {
    await migrate(store);
    const auditKey = keptSecret(config.dataFolder, 'audit-key');
    await beginChain(store.db, auditKey);
    const { publicUrl } = addressesAt(config, config.port);
    const secret = keptSecret(config.dataFolder, 'auth-secret');
    const settings = { engine: store.engine, publicUrl, secret, graceDays: config.graceDays };
    const record: RecordAccount = async (trx, verb, person) => {
      await recordOperator(trx, auditKey, { at, verb, details: { person } });
    };
    if (isNew) {
      await withoutWaitingForDisk(store);
      await fill({ db: store.db, council, auditKey }, settings, record, at);
    }
    const printed = await renewPasswords({ db: store.db, settings, council, record });
    if (isNew) markDemo(config, at);
    return printed;
  } finally {
    await store.close();
  }
}

function tell(printed: readonly PrintedAccount[], publicUrl: URL): void {
  const wide = Math.max(...printed.map(({ email }) => email.length));
  const accounts = printed.map(({ email, password, does }) => `  ${email.padEnd(wide)}  ${password}  ${does}`);
  const shown = idOfShown();
  const person = shown
    ? ['What a young person sees who told:', `  ${followLink(publicUrl.origin, followKeyOf(shown))}`]
    : [];
  const desk = `Sign in at ${new URL('/desk', publicUrl).href}, with passwords made just now:`;
  console.log(['', desk, ...accounts, '', ...person, ''].join('\n'));
}
