import { lastSaid } from '../../domain/answers.ts';
import { whatHelperMaySee } from '../../domain/case-view.ts';
import type { ProblemCode } from '../../domain/problems.ts';
import type { Asking } from '../../domain/status.ts';
import { Said } from '../../domain/submission.ts';
import { type CasesTable, findCase, findCaseByKeyHash } from '../store/cases.ts';
import type { Connection } from '../store/database.ts';
import { findDeviceKey } from '../store/device-keys.ts';
import { findHelperKey, listHelperKeys } from '../store/helper-keys.ts';
import { listSubmissions } from '../store/submissions.ts';

export type Opened = { case: CasesTable; asking: Asking } | { problem: ProblemCode };

/**
 * What a key opens, and for whom. A person's own key comes first: whatever somebody else names as a helper's key, it
 * never takes the place of the case that was sent with it.
 */
export async function openWithKey(db: Connection, keyHash: string): Promise<Opened> {
  const device = await findDeviceKey(db, keyHash);
  if (device?.endedAt) return { problem: 'access-ended' };
  const own = device ? await findCase(db, device.caseId) : await findCaseByKeyHash(db, keyHash);
  if (own) {
    const helperCanLook = (await listHelperKeys(db, own.id)).some(({ endedAt }) => endedAt === null);
    const mayTell = lastSaid(await listSaid(db, own.id), 'mayTell') ?? [];
    return { case: own, asking: { holder: 'person', mayReadLetters: true, helperCanLook, mayTell } };
  }
  const key = await findHelperKey(db, keyHash);
  const helped = key && (await findCase(db, key.caseId));
  if (!helped) return { problem: 'unknown-key' };
  if (key.endedAt) return { problem: 'access-ended' };
  const versions = await listSaid(db, helped.id);
  return { case: helped, asking: { holder: 'helper', mayReadLetters: whatHelperMaySee(versions) === 'everything' } };
}

async function listSaid(db: Connection, caseId: string): Promise<Said[]> {
  return (await listSubmissions(db, caseId)).map(({ content }) => Said.parse(JSON.parse(content)));
}
