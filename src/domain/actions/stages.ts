import * as z from 'zod/mini';
import { IsoDate } from '../dates.ts';
import { Route } from '../routes.ts';
import { Line, Words } from '../text.ts';
import { dated, mayTell, mustAnswer } from './parts.ts';

/** The stages of a complaint, the review panel and the Ombudsman. */

export const AnswerStage1 = z.strictObject({ action: z.literal('answer-stage1'), ...mustAnswer });

/** What is needed when it is asked for after the last day for it: why it is taken all the same. */
const lateReason = { reason: z.optional(Words) };

/** For a complaint without a route the route it takes, as with its acknowledgement. */
export const RequestStage2 = z.strictObject({
  action: z.literal('request-stage2'),
  route: z.optional(Route),
  ...lateReason,
  ...dated,
});
export const AcknowledgeStage2 = z.strictObject({ action: z.literal('acknowledge-stage2'), ...mustAnswer });

/** The independent person is needed on the statutory route, and is never the investigating officer. */
export const AppointStage2 = z.strictObject({
  action: z.literal('appoint-stage2'),
  investigatingOfficer: Line,
  independentPerson: z.optional(Line),
  ...mayTell,
});
export const AgreeStatement = z.strictObject({ action: z.literal('agree-statement'), ...dated });
export const ReportStage2 = z.strictObject({ action: z.literal('report-stage2'), ...dated });
/** The adjudication on the statutory route, the response on the corporate one. */
export const AnswerStage2 = z.strictObject({ action: z.literal('answer-stage2'), ...mustAnswer });

export const RequestStage3 = z.strictObject({ action: z.literal('request-stage3'), ...lateReason, ...dated });

/** Three people, none of whom works for the council or investigated (SI 2006/1738, regulation 19). */
export const AppointPanel = z.strictObject({
  action: z.literal('appoint-panel'),
  people: z.array(Line).check(z.length(3)),
  meetsOn: z.optional(IsoDate),
  ...mayTell,
});
export const HoldPanel = z.strictObject({ action: z.literal('hold-panel'), ...dated });
export const ReportPanel = z.strictObject({ action: z.literal('report-panel'), ...dated });
export const AnswerStage3 = z.strictObject({ action: z.literal('answer-stage3'), ...mustAnswer });

export const AskOmbudsman = z.strictObject({ action: z.literal('ask-ombudsman'), ...dated });
export const AnswerOmbudsman = z.strictObject({ action: z.literal('answer-ombudsman'), ...dated });
