/** The council this app was built for: the part of its file that the app shows. */
declare module 'virtual:council' {
  import type { PublicCouncil } from '../domain/public-council.ts';

  const council: Pick<PublicCouncil, 'name' | 'shortName' | 'complaintsTeam' | 'safety' | 'hideTo'> & {
    services: Pick<PublicCouncil['services'][number], 'id' | 'name'>[];
  };
  export default council;
}
