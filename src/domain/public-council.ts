import * as z from 'zod/mini';
import { Council } from './council.ts';

/** The part of a council's file that anyone may read. */
export const PublicCouncil = z.pick(Council, {
  id: true,
  name: true,
  shortName: true,
  complaintsTeam: true,
  safety: true,
  hideTo: true,
  languages: true,
  services: true,
  procedure: true,
});
export type PublicCouncil = z.infer<typeof PublicCouncil>;
