import { may, type Officer } from '../domain/staff.ts';
import { useHash } from './chosen-case.ts';

/** The pages of the desk, by their place in the address. An open case is on the page of cases. */
export type DeskPage = 'cases' | 'figures' | 'people' | 'audit' | 'poster' | 'account';

/** The pages that somebody's roles open, the one they land on first. */
export function pagesOf(officer: Officer): DeskPage[] {
  const seesCases = may(officer, 'see-cases', 'see-own-team');
  return [
    ...(seesCases ? (['cases'] as const) : []),
    ...(may(officer, 'see-figures') && !seesCases ? (['figures'] as const) : []),
    ...(may(officer, 'manage-people') ? (['people', 'audit'] as const) : []),
    'poster',
    'account',
  ];
}

/** The page that the address names; the first that is open when it names one that is not. */
export function useDeskPage(officer: Officer): DeskPage {
  const hash = useHash();
  const open = pagesOf(officer);
  return open.find((page) => hash === `#${page}`) ?? open[0] ?? 'account';
}
