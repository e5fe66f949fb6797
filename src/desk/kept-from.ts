import type { CaseDetail } from '../domain/desk-api.ts';

/** Those of the staff from whom it is kept now. */
export function keptFrom({ named }: Pick<CaseDetail, 'named'>): { id: string; name: string }[] {
  const all = named.flatMap(({ state, staff, similar }) => (state === 'unmatched' ? similar : staff));
  return [...new Map(all.map((each) => [each.id, each])).values()];
}
