import { caseFacts } from '../../domain/case-facts.ts';
import { endsOf } from '../../domain/standing.ts';
import type { Connection } from '../store/database.ts';
import { readAllCases } from './case-materials.ts';

/** The references of the cases that are given to somebody: they are to be given to somebody else when that one goes. */
export async function listOpenCasesOf(db: Connection, staffId: string): Promise<string[]> {
  const references: string[] = [];
  for await (const { reference, events } of readAllCases(db)) {
    if (caseFacts(events).assignee === staffId && endsOf(events).length === 0) references.push(reference);
  }
  return references;
}
