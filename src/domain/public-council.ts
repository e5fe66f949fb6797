import * as z from 'zod/mini';
import { Council } from './council.ts';

const { shape } = z.pick(Council, {
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

/** The part of a council's file that anyone may read; read from the whole file, the rest is left out. */
export const PublicCouncil = z.object(shape);
export type PublicCouncil = z.infer<typeof PublicCouncil>;
