import { argon2, randomBytes, randomInt } from 'node:crypto';
import { promisify } from 'node:util';
import { APIError } from 'better-auth/api';
import { symmetricEncrypt } from 'better-auth/crypto';
import type { Connection } from '../store/database.ts';
import { setRecoveryCodes } from '../store/second-factors.ts';
import type { Auth } from './auth.ts';
import { rethrow } from './sessions.ts';

/**
 * Recovery codes, each good once. The sign-in library keeps a list of them, encrypted, and takes one off that it is
 * given. What stands in that list is made of the codes by a slow hash, so that who has the database and the key has no
 * code; and what somebody types goes to the library as it would stand there.
 *
 * Lists that were made before hold the codes themselves. They stay good until others are made in their place.
 */
const howMany = 10;
/** Small letters and digits that nobody takes for one another. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** What OWASP ASVS 5.0 (appendix C) asks for, with 12 MiB. A salt for each list, so that a code is hashed once to be found. */
const slowly = { parallelism: 1, memory: 12 * 1024, passes: 3, tagLength: 32 };
const saltBytes = 16;
const hash = promisify(argon2);

export interface MadeCodes {
  /** To be shown once: two halves of five letters, about 49 bits. */
  codes: string[];
  /** What is kept of them, in the same order. */
  kept: string[];
}

/** Takes a moment: not to be waited for in a transaction, which has the embedded database for itself. */
export async function makeRecoveryCodes(): Promise<MadeCodes> {
  const salt = randomBytes(saltBytes).toString('base64url');
  const codes = Array.from({ length: howMany }, () => `${half()}-${half()}`);
  const kept: string[] = [];
  // One after the other: ten at once would take every thread that Node has for such work.
  for (const code of codes) kept.push(await keptAs(code, salt));
  return { codes, kept };
}

/** Puts these in place of whichever there were. */
export async function keepRecoveryCodes(
  { trx, auth }: { trx: Connection; auth: Auth },
  userId: string,
  kept: readonly string[],
): Promise<void> {
  const { secretConfig: key } = await auth.$context;
  await setRecoveryCodes(trx, userId, await symmetricEncrypt({ key, data: JSON.stringify(kept) }));
}

/** How this code would stand among those of the account. No transaction may wait for it. */
export async function asKept(auth: Auth, userId: string, code: string): Promise<string> {
  const [first = ''] = await keptRecoveryCodes(auth, userId);
  const [salt, isHashed] = first.split('.');
  return salt && isHashed ? keptAs(code, salt) : code;
}

/** One entry for each code that is left; none where no second factor is set up. */
export async function keptRecoveryCodes(auth: Auth, userId: string): Promise<string[]> {
  try {
    return (await auth.api.viewBackupCodes({ body: { userId } })).backupCodes;
  } catch (error) {
    if (error instanceof APIError && error.body?.code === 'BACKUP_CODES_NOT_ENABLED') return [];
    return rethrow(error);
  }
}

async function keptAs(code: string, salt: string): Promise<string> {
  const made = await hash('argon2id', { message: code, nonce: Buffer.from(salt, 'base64url'), ...slowly });
  return `${salt}.${made.toString('base64url')}`;
}

function half(): string {
  return Array.from({ length: 5 }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
