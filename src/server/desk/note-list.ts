import type { CaseQuery } from '../../domain/desk-list.ts';
import type { Details } from '../audit/chain.ts';

/** What the record keeps of a look at the list: what it was narrowed down to, and of words only that there were some. */
export function listFacts({ q, after, ...choices }: CaseQuery, rows: number): Details {
  const chosen = Object.entries(choices).filter((each): each is [string, string] => each[1] !== undefined);
  return {
    rows,
    ...Object.fromEntries(chosen.map(([name, value]) => [name, value.slice(0, 64)])),
    ...(q && { searched: true }),
    ...(after && { further: true }),
  };
}
