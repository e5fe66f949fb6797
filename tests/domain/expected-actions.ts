import type { ActionName } from '../../src/domain/case-actions.ts';
import type { Phase } from '../../src/domain/case-state.ts';

/**
 * Where each action is allowed, and why not elsewhere, as the procedure is told in words: written from the rules and
 * never from the program's own table.
 */

export const groups = {
  feedback: ['feedback-new', 'feedback-acknowledged', 'feedback-passed-on', 'feedback-done'],
  untouched: ['new'],
  noRoute: ['acknowledged'],
  waitingForStage1: ['stage1', 'stage1-late'],
  stage1Answered: ['stage1-answered'],
  statutoryStage2: ['stage2-requested', 'stage2-appointed', 'stage2-agreed', 'stage2-reported'],
  statutoryStage2Answered: ['stage2-answered'],
  corporateStage2: ['corporate2'],
  corporateStage2Answered: ['corporate2-answered'],
  panel: ['stage3-requested', 'panel-appointed', 'panel-met', 'panel-reported'],
  panelAnswered: ['stage3-answered'],
  refused: ['refused'],
  withdrawn: ['withdrawn'],
  closed: ['closed'],
} as const satisfies Record<string, readonly Phase[]>;

const over: Phase[] = [...groups.refused, ...groups.withdrawn, ...groups.closed];
const beforeAnyAnswer: Phase[] = [...groups.untouched, ...groups.noRoute, ...groups.waitingForStage1];
const stage2: Phase[] = [...groups.statutoryStage2, ...groups.corporateStage2];
const stage2Answered: Phase[] = [...groups.statutoryStage2Answered, ...groups.corporateStage2Answered];
const stage3: Phase[] = [...groups.panel, ...groups.panelAnswered];
const fromStage2: Phase[] = [...stage2, ...stage2Answered, ...stage3];
const corporate2: Phase[] = [...groups.corporateStage2, ...groups.corporateStage2Answered];
const complaint: Phase[] = [...beforeAnyAnswer, ...groups.stage1Answered, ...fromStage2];
const goesOn: Phase[] = [...groups.feedback, ...complaint];
const answered: Phase[] = [...groups.stage1Answered, ...stage2Answered, ...groups.panelAnswered];
const beforeStage2: Phase[] = [...beforeAnyAnswer, ...groups.stage1Answered];
const beforeStage3: Phase[] = [...beforeStage2, ...groups.statutoryStage2, ...groups.statutoryStage2Answered];

const except = (all: Phase[], ...some: Phase[]) => all.filter((each) => !some.includes(each));

/** By problem code, or `allowed`: each phase stands in exactly one. */
export type ByPhase = Readonly<Partial<Record<string, readonly Phase[]>>>;

const always: ByPhase = { allowed: [...goesOn, ...over] };
const whileItGoesOn: ByPhase = { allowed: goesOn, 'case-closed': over };
const ofComplaints = { 'not-for-this-kind': [...groups.feedback], 'case-closed': over };

export const expectedByPhase: Readonly<Record<ActionName, ByPhase>> = {
  'accept-safety': always,
  'note-worse': always,
  // A name keeps somebody away from a case that is over too, and somebody may be in danger in one.
  'match-named-person': always,
  'named-person-not-staff': always,
  'ask-safety-access': always,
  'agree-safety-access': always,
  acknowledge: {
    allowed: ['feedback-new', 'feedback-passed-on', 'new'],
    'already-done': ['feedback-acknowledged', 'feedback-done', ...except(complaint, 'new')],
    'case-closed': over,
  },
  'pass-on': {
    allowed: ['feedback-new', 'feedback-acknowledged'],
    'already-done': ['feedback-passed-on', 'feedback-done'],
    'not-for-this-kind': complaint,
    'case-closed': over,
  },
  'set-route': {
    ...ofComplaints,
    'not-yet': ['new'],
    allowed: ['acknowledged', 'stage1', 'stage1-late'],
    'route-fixed': ['stage1-answered', ...fromStage2],
  },
  refuse: {
    'not-for-this-kind': [...groups.feedback],
    allowed: beforeAnyAnswer,
    'stage-over': ['stage1-answered', ...fromStage2],
    'already-done': ['refused'],
    'case-closed': ['withdrawn', 'closed'],
  },
  'change-kind': {
    allowed: [...groups.feedback, ...beforeAnyAnswer],
    'stage-over': ['stage1-answered', ...fromStage2],
    'case-closed': over,
  },
  assign: whileItGoesOn,
  'record-consent': whileItGoesOn,
  'judge-maturity': whileItGoesOn,
  // Anybody may ask for an advocate at any moment, and most of all when it is over.
  'request-advocate': always,
  'refer-advocate': always,
  'accept-advocate': always,
  'meet-advocate': always,
  'write-message': always,
  extend: {
    ...ofComplaints,
    'not-yet': ['new', 'acknowledged'],
    allowed: ['stage1', ...stage2],
    'past-limit': ['stage1-late'],
    'stage-over': ['stage1-answered', ...stage2Answered, ...stage3],
  },
  pause: {
    ...ofComplaints,
    'not-yet': ['new'],
    allowed: ['acknowledged', 'stage1', ...stage2, ...groups.panel],
    'past-limit': ['stage1-late'],
    'nothing-to-rest': answered,
  },
  resume: { ...ofComplaints, allowed: complaint },
  'answer-stage1': {
    ...ofComplaints,
    'not-yet': ['new', 'acknowledged'],
    allowed: ['stage1', 'stage1-late'],
    'already-done': ['stage1-answered'],
    'stage-over': fromStage2,
  },
  'request-stage2': {
    ...ofComplaints,
    'not-yet': ['new', 'acknowledged', 'stage1'],
    allowed: ['stage1-late', 'stage1-answered'],
    'already-done': fromStage2,
  },
  'acknowledge-stage2': {
    ...ofComplaints,
    'not-yet': beforeStage2,
    allowed: stage2,
    'stage-over': [...stage2Answered, ...stage3],
  },
  'appoint-stage2': {
    ...ofComplaints,
    'not-yet': beforeStage2,
    allowed: except(stage2, 'stage2-reported'),
    'stage-over': ['stage2-reported', ...stage2Answered, ...stage3],
  },
  'agree-statement': {
    ...ofComplaints,
    'not-yet': [...beforeStage2, 'stage2-requested'],
    allowed: ['stage2-appointed'],
    'already-done': ['stage2-agreed'],
    'not-on-this-route': corporate2,
    'stage-over': ['stage2-reported', 'stage2-answered', ...stage3],
  },
  'report-stage2': {
    ...ofComplaints,
    'not-yet': [...beforeStage2, 'stage2-requested'],
    allowed: ['stage2-appointed', 'stage2-agreed'],
    'already-done': ['stage2-reported'],
    'not-on-this-route': corporate2,
    'stage-over': ['stage2-answered', ...stage3],
  },
  'answer-stage2': {
    ...ofComplaints,
    'not-yet': [...beforeStage2, 'stage2-requested', 'stage2-appointed', 'stage2-agreed'],
    allowed: ['stage2-reported', 'corporate2'],
    'already-done': stage2Answered,
    'stage-over': stage3,
  },
  'request-stage3': {
    ...ofComplaints,
    'not-yet': except(beforeStage3, 'stage2-answered'),
    allowed: ['stage2-answered'],
    'not-on-this-route': corporate2,
    'already-done': stage3,
  },
  'appoint-panel': {
    ...ofComplaints,
    'not-yet': beforeStage3,
    allowed: ['stage3-requested', 'panel-appointed'],
    'not-on-this-route': corporate2,
    'stage-over': ['panel-met', 'panel-reported', 'stage3-answered'],
  },
  'hold-panel': {
    ...ofComplaints,
    'not-yet': [...beforeStage3, 'stage3-requested'],
    allowed: ['panel-appointed'],
    'already-done': ['panel-met'],
    'not-on-this-route': corporate2,
    'stage-over': ['panel-reported', 'stage3-answered'],
  },
  'report-panel': {
    ...ofComplaints,
    'not-yet': [...beforeStage3, 'stage3-requested', 'panel-appointed'],
    allowed: ['panel-met'],
    'already-done': ['panel-reported'],
    'not-on-this-route': corporate2,
    'stage-over': ['stage3-answered'],
  },
  'answer-stage3': {
    ...ofComplaints,
    'not-yet': [...beforeStage3, 'stage3-requested', 'panel-appointed', 'panel-met'],
    allowed: ['panel-reported'],
    'already-done': ['stage3-answered'],
    'not-on-this-route': corporate2,
  },
  // Anybody may ask the Ombudsman at any time, and be sent back.
  'ask-ombudsman': { 'not-for-this-kind': [...groups.feedback], allowed: [...complaint, ...over] },
  'answer-ombudsman': { 'not-for-this-kind': [...groups.feedback], allowed: [...complaint, ...over] },
  withdraw: {
    allowed: except(goesOn, 'feedback-done', ...answered),
    'stage-over': ['feedback-done', ...answered],
    'already-done': ['withdrawn'],
    'case-closed': ['refused', 'closed'],
  },
  close: {
    allowed: ['feedback-done', ...answered, 'refused', 'withdrawn'],
    'not-yet': except(goesOn, 'feedback-done', ...answered),
    'already-done': ['closed'],
  },
  // What was promised when it was closed is done long after, and stays to be done when the case is opened again.
  'finish-learning': always,
  reopen: { allowed: over, 'not-closed': goesOn },
};
