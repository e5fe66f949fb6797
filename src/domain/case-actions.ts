import * as z from 'zod/mini';
import {
  AcceptAdvocate,
  JudgeMaturity,
  MeetAdvocate,
  NoteWorse,
  RecordConsent,
  ReferAdvocate,
  RequestAdvocate,
} from './actions/around-the-child.ts';
import { Extend, Pause, Resume } from './actions/clocks.ts';
import { Close, FinishLearning, Reopen, Withdraw } from './actions/ending.ts';
import { AcceptSafety, Acknowledge, Assign, ChangeKind, PassOn, Refuse, SetRoute } from './actions/first-days.ts';
import {
  AgreeSafetyAccess,
  AskSafetyAccess,
  MatchNamedPerson,
  NamedPersonNotStaff,
} from './actions/not-this-person.ts';
import * as stages from './actions/stages.ts';
import { WriteMessage } from './actions/writing.ts';

/** Everything that staff may do with a case, told apart by `action`. Each is an event, or two. */
export const CaseAction = z.discriminatedUnion('action', [
  AcceptSafety,
  NoteWorse,
  MatchNamedPerson,
  NamedPersonNotStaff,
  AskSafetyAccess,
  AgreeSafetyAccess,
  Acknowledge,
  PassOn,
  SetRoute,
  Refuse,
  ChangeKind,
  Assign,
  RecordConsent,
  JudgeMaturity,
  RequestAdvocate,
  ReferAdvocate,
  AcceptAdvocate,
  MeetAdvocate,
  WriteMessage,
  Extend,
  Pause,
  Resume,
  stages.AnswerStage1,
  stages.RequestStage2,
  stages.AcknowledgeStage2,
  stages.AppointStage2,
  stages.AgreeStatement,
  stages.ReportStage2,
  stages.AnswerStage2,
  stages.RequestStage3,
  stages.AppointPanel,
  stages.HoldPanel,
  stages.ReportPanel,
  stages.AnswerStage3,
  stages.AskOmbudsman,
  stages.AnswerOmbudsman,
  Withdraw,
  Close,
  FinishLearning,
  Reopen,
]);
export type CaseAction = z.infer<typeof CaseAction>;

export type ActionName = CaseAction['action'];

export type ActionOf<Name extends ActionName> = Extract<CaseAction, { action: Name }>;

/** In the order of the procedure. */
export const actionNames: readonly ActionName[] = CaseAction.def.options.map(
  (option) => option.def.shape.action.def.values[0] as ActionName,
);

export const ActionNameShape = z.enum(actionNames as [ActionName, ...ActionName[]]);
