/** The council this app was built for: the part of its file that the app shows. */
declare module 'virtual:council' {
  // An import statement here would be taken for nothing, and everything of the council for anything.
  type PublicCouncil = import('../domain/public-council.ts').PublicCouncil;

  const council: Pick<PublicCouncil, 'name' | 'shortName' | 'complaintsTeam' | 'safety' | 'hideTo' | 'languages'> & {
    services: Pick<PublicCouncil['services'][number], 'id' | 'name'>[];
  };
  export default council;
}
