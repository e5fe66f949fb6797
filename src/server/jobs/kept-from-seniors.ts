import { isKeptFromAddress, namedPeople } from '../../domain/named-people.ts';
import type { Db } from '../store/database.ts';
import { readIndexMaterials } from '../store/keep-index.ts';
import { listStaff } from '../store/staff.ts';

// Below what either engine takes in one statement.
const together = 1_000;

/** Whether one of these cases is kept from a senior manager, of whom the address is all that is known here. */
export async function readKeptFromSeniors(
  db: Db,
  seniors: readonly string[],
  caseIds: readonly string[],
): Promise<(address: string, caseId: string) => boolean> {
  if (seniors.length === 0) return () => true;
  const emails = new Map((await listStaff(db)).map(({ id, email }) => [id, email]));
  const kept = new Set<string>();
  for (let first = 0; first < caseIds.length; first += together) {
    for (const { id, events, versions } of await readIndexMaterials(db, caseIds.slice(first, first + together))) {
      const named = namedPeople(events, versions);
      for (const address of seniors) if (isKeptFromAddress(address, named, emails)) kept.add(`${address} ${id}`);
    }
  }
  return (address, caseId) => kept.has(`${address} ${caseId}`);
}
