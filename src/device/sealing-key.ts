import * as z from 'zod/mini';
import { Instant } from '../domain/dates.ts';
import { SealingKeyTold } from '../domain/sealing.ts';
import { keptChoice } from './kept-choice.ts';

/** The council's key as this phone last heard it. However old it is, the council opens what is sealed to it. */
const Kept = z.extend(SealingKeyTold, { heardAt: Instant });
export type KeptSealingKey = z.infer<typeof Kept>;

const kept = keptChoice('heard-council-key');

export function readSealingKey(): KeptSealingKey | undefined {
  try {
    return Kept.safeParse(JSON.parse(kept.read() ?? '')).data;
  } catch {
    return undefined;
  }
}

export function keepSealingKey(told: SealingKeyTold, heardAt: Instant): void {
  kept.keep(JSON.stringify({ ...told, heardAt }));
}

export const forgetSealingKey = kept.forget;
