import * as z from 'zod/mini';
import { StaffId } from '../staff.ts';
import { Line, Words } from '../text.ts';
import { seen } from './parts.ts';

/** Who must not handle a case: whom the name is for, and the way around it for safety. */

/** Who of the staff the name is for, by ids; several when it names several. Said again, the latest counts. */
export const MatchNamedPerson = z.strictObject({
  action: z.literal('match-named-person'),
  /** The name as it was typed. */
  said: Line,
  staff: z.array(StaffId).check(z.minLength(1), z.maxLength(10)),
  ...seen,
});

/** The name is for nobody who has an account, and why the officer knows. */
export const NamedPersonNotStaff = z.strictObject({
  action: z.literal('named-person-not-staff'),
  said: Line,
  reason: Words,
  ...seen,
});

/** A colleague it is kept from is needed for somebody's safety, and why. Somebody else must agree. */
export const AskSafetyAccess = z.strictObject({
  action: z.literal('ask-safety-access'),
  staff: StaffId,
  reason: Words,
  ...seen,
});

/** Agrees to what was asked last. Never by whoever asked. */
export const AgreeSafetyAccess = z.strictObject({ action: z.literal('agree-safety-access'), ...seen });
