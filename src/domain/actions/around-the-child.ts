import * as z from 'zod/mini';
import { Agreed } from '../case-events.ts';
import { Line, Words } from '../text.ts';
import { dated, mayTell, seen } from './parts.ts';

/** What staff record of consent, maturity and an advocate: at any time, beside the stages. */

/** Whom staff asked, how, and whether they agree that the council acts and tells. */
export const RecordConsent = z.strictObject({
  action: z.literal('record-consent'),
  agrees: Agreed,
  who: Line,
  how: Line,
  ...dated,
});

/** Whether the child can decide about this themselves, and why staff think so. Never worked out from an age. */
export const JudgeMaturity = z.strictObject({
  action: z.literal('judge-maturity'),
  canDecide: Agreed,
  why: Words,
  ...dated,
});

export const RequestAdvocate = z.strictObject({ action: z.literal('request-advocate'), ...mayTell });
export const ReferAdvocate = z.strictObject({ action: z.literal('refer-advocate'), service: Line, ...mayTell });
export const AcceptAdvocate = z.strictObject({ action: z.literal('accept-advocate'), name: Line, ...mayTell });
export const MeetAdvocate = z.strictObject({ action: z.literal('meet-advocate'), ...dated });

/** What the complaints team did because things are worse. The person sees nothing of it. */
export const NoteWorse = z.strictObject({ action: z.literal('note-worse'), done: Words, ...seen });
