import { caseFacts, isInForSafety, mayOpenCase, seesHowThingsAre } from '../../domain/case-facts.ts';
import { caseDetail, type WholeMaterial } from '../../domain/case-view.ts';
import type { Instant } from '../../domain/dates.ts';
import type { CaseDetail } from '../../domain/desk-api.ts';
import { withoutNow } from '../../domain/how-things-are.ts';
import type { Officer } from '../../domain/staff.ts';
import type { Connection } from '../store/database.ts';
import type { Office } from './actions.ts';
import { readCase } from './case-materials.ts';

/** A case that somebody may open, and whether for safety alone. */
export interface OpenCase {
  material: WholeMaterial;
  forSafety: boolean;
  /** Whether they are of the complaints team for it, and so told how things are. */
  seesNow: boolean;
}

/** The one way to a case for staff: undefined when there is none, and just so when it is closed to this officer. */
export async function openCase(
  { tellsByMail, fallback }: Pick<Office, 'tellsByMail' | 'fallback'>,
  db: Connection,
  { caseId, officer, at }: { caseId: string; officer: Officer; at: Instant },
): Promise<OpenCase | undefined> {
  const material = await readCase(db, caseId, tellsByMail);
  const facts = material && caseFacts(material, fallback, at);
  if (!facts || !mayOpenCase(officer, facts)) return undefined;
  const forSafety = isInForSafety(officer, facts);
  return { material, forSafety, seesNow: !forSafety && seesHowThingsAre(officer, facts) };
}

/** What an officer is shown of it. Who is in it for safety alone is offered nothing else. */
export function detailOf(
  { material, forSafety, seesNow }: OpenCase,
  { procedure }: Pick<Office, 'procedure'>,
  at: Instant,
): CaseDetail {
  // Counted with all of it, for the next event goes behind it.
  const revision = material.events.length;
  const detail = { ...caseDetail(seesNow ? material : withoutNow(material), procedure, at), revision };
  return forSafety ? { ...detail, allowed: detail.allowed.filter((each) => each === 'accept-safety') } : detail;
}
