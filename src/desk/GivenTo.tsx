import type { Assignee } from '../domain/assignee.ts';
import { deskWords } from './words.ts';

interface GivenToProps {
  to: Assignee | null;
  /** The names of the teams, by their ids; one that is no more is told by its id. */
  teams: ReadonlyMap<string, string>;
  hasLeft: boolean;
}

/** Who has a case, or that nobody has. */
export function GivenTo({ to, teams, hasLeft }: GivenToProps) {
  const { t } = deskWords;
  if (!to) return <span class="tag">{t('case.givenToNobody')}</span>;
  const name = 'staff' in to ? to.name : (teams.get(to.team) ?? to.team);
  return (
    <span class={hasLeft ? 'tag tag-left' : 'tag'}>{t(hasLeft ? 'case.givenToLeft' : 'case.givenTo', { name })}</span>
  );
}
