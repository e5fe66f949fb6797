import { useEffect, useState } from 'preact/hooks';
import { getCouncil } from './api.ts';

/** The names of the council's teams, by their ids; none until they are known. */
export function useTeams(): ReadonlyMap<string, string> {
  const [teams, setTeams] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    void getCouncil().then((answer) => {
      if (!('value' in answer)) return;
      setTeams(new Map(answer.value.services.flatMap((service) => service.teams.map(({ id, name }) => [id, name]))));
    });
  }, []);
  return teams;
}
