import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { AuditEntry } from '../../domain/audit.ts';
import { anchorFile, readAnchor } from '../audit/anchor.ts';
import { type Finding, type NotedHead, type Verdict, verifyChain, verifyEntries } from '../audit/verify.ts';
import { type Config, ConfigError, readConfig } from '../config.ts';
import { openStoreThere } from '../open-store.ts';
import { findSecret } from '../store/kept-secret.ts';
import { inOneView } from '../store/one-view.ts';
import { recordIfPossible } from './record-command.ts';
import { runCommand } from './run-command.ts';

const record = 'The record of what staff did';

const faults: Record<Finding['fault'], (seq: number) => string> = {
  changed: (seq) => `entry ${seq} was changed.`,
  gap: (seq) => `entry ${seq} is missing.`,
  order: (seq) => `entry ${seq} does not follow the one before it.`,
  cut: (seq) => `what came after entry ${seq} is missing.`,
  added: (seq) => `there are entries beside the chain, at ${seq}.`,
  head: () => 'its end was changed, or was sealed with another audit key.',
  replaced: (seq) => `entry ${seq} is not the one that was noted as its end.`,
};

await runCommand(async () => {
  const { values } = parseArgs({
    options: { head: { type: 'string', multiple: true }, export: { type: 'string' } },
  });
  const config = readConfig(process.env);
  const given = (values.head ?? []).map(headFrom);
  if (values.export) return checkExport(values.export, given);
  const key = config.auditKey ?? findSecret(config.dataFolder, 'audit-key');
  if (!key)
    throw new ConfigError(['There is no audit key here. Set HEARD_AUDIT_KEY, or HEARD_DATA, as the server has it.']);
  const store = openStoreThere(config);
  try {
    const anchor = readAnchor(anchorFile(config.dataFolder), key);
    if (anchor === 'broken') return fail(`${record} cannot be trusted: audit-head.json was changed.`);
    const noted = [...given, ...(anchor ? [anchor] : [])];
    const verdict = await inOneView(store, (trx) => verifyChain(trx, key, noted));
    tell(config, verdict, noted.length > 0);
    // One that is not whole is evidence, and is left as it is.
    if ('head' in verdict) await recordIfPossible(config, store, { verb: 'audit-verified' });
  } finally {
    await store.close();
  }
});

/** An export is checked without the server: whether it hangs together, and has the ends that were noted. */
async function checkExport(file: string, noted: readonly NotedHead[]): Promise<void> {
  const verdict = await verifyEntries(readExport(file), noted);
  if ('fault' in verdict) return fail(`${record} in ${file} IS NOT WHOLE: ${faults[verdict.fault](verdict.seq)}`);
  const { seq, hash } = verdict.head;
  console.log(
    `${record} in ${file} hangs together: ${seq} ${seq === 1 ? 'entry' : 'entries'}, ending in ${seq}:${hash}`,
  );
}

async function* readExport(file: string): AsyncGenerator<AuditEntry[]> {
  try {
    for await (const line of (await open(file)).readLines()) yield [AuditEntry.parse(JSON.parse(line))];
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && error.name.startsWith('$Zod'))) {
      throw new ConfigError([`${file} is no export of the record: every line is an entry as JSON.`]);
    }
    if (error instanceof Error && 'code' in error) throw new ConfigError([`${file} cannot be read (${error.code}).`]);
    throw error;
  }
}

function tell({ dataFolder }: Config, verdict: Verdict, hasEnd: boolean): void {
  if ('fault' in verdict) {
    fail(`${record} IS NOT WHOLE: ${faults[verdict.fault](verdict.seq)}`);
    return;
  }
  const { seq, hash } = verdict.head;
  const end = `${seq} ${seq === 1 ? 'entry' : 'entries'}, ending in ${seq}:${hash}`;
  if (hasEnd) console.log(`${record} is whole: ${end}`);
  else
    fail(
      `${record} hangs together: ${end}. But nothing outside the database says where it should end: ` +
        `no audit-head.json in ${dataFolder}. Give an end that was noted before with --head <number>:<hash>.`,
    );
}

function fail(line: string): void {
  console.log(line);
  process.exitCode = 1;
}

function headFrom(text: string): NotedHead {
  const [, seq, hash] = /^(\d{1,10}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!seq || !hash) throw new ConfigError(['--head is a number and a hash, as they were printed: 123:0a1b…']);
  return { seq: Number(seq), hash };
}
