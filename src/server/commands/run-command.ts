import { BackupRefused } from '../backup/format.ts';
import { ConfigError } from '../config.ts';
import { isUnavailable } from '../store/failures.ts';

/** Runs a command of the operator's. What they can put right is said in a line; the exit code is then 1. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  // Whatever a command writes is for this account of the machine alone.
  process.umask(0o077);
  try {
    await work();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof ConfigError || error instanceof BackupRefused) console.error(error.message);
    else if (isUnavailable(error)) console.error('The database cannot be used just now.');
    else if (isArgumentError(error)) console.error(error.message);
    else throw error;
  }
}

function isArgumentError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
