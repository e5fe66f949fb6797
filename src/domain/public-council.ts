import * as z from 'zod/mini';
import { Council } from './council.ts';

const open = z.pick(Council, {
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

/** The part of a council's file that anyone may read; the rest is left out when a whole file is read as this. */
export const PublicCouncil = z.object(open.shape);
export type PublicCouncil = z.infer<typeof PublicCouncil>;
