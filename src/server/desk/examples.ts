import type { OpenAPIV3_1 } from 'openapi-types';
import type { CaseAction } from '../../domain/case-actions.ts';
import type { Recording } from '../../domain/recording.ts';
import type { WayBack } from '../../domain/way-back.ts';
import { exampleId } from '../people/examples.ts';

/** Made-up values for the API's description; each is accepted as it stands. */
export const exampleAction: CaseAction = {
  action: 'acknowledge',
  message: 'We have your complaint. Someone at the council is looking into it now. You should hear from us by Friday.',
  route: 'statutory',
  revision: 1,
};

// Without its revision, which is the next of the case that the examples tell together.
type Told = CaseAction extends infer Each ? (Each extends CaseAction ? Omit<Each, 'revision'> : never) : never;

/** Everything that may happen to one case, in an order in which it may: somebody said in it that they are not safe. */
const story: readonly Told[] = [
  { action: 'match-named-person', said: 'Mr Hill', staff: [exampleId] },
  { action: 'ask-safety-access', staff: exampleId, reason: 'He alone knows where she may be, and is on duty.' },
  { action: 'agree-safety-access' },
  {
    action: 'accept-safety',
    concern: 'A young person does not want to go back home tonight.',
    done: 'Rang the emergency duty team at 21:30. They are visiting now and ring me back by 22:30.',
    referredTo: 'Emergency duty team',
  },
  { action: 'note-worse', done: 'Rang her on Monday. She is with her aunt now. Her worker is somebody new.' },
  {
    action: 'refuse',
    reason: 'The family court is looking at the same matter.',
    comeAgainOn: '2027-02-01',
    message: 'A court is looking at this now. You can come back to us from 1 February.',
  },
  { action: 'reopen', reason: 'The court has finished.', message: 'We can look into it now.' },
  {
    action: 'change-kind',
    kind: 'comment',
    reason: 'They rang: it is an idea.',
    message: 'You told us that this is an idea. We should pass it on.',
  },
  { action: 'pass-on', message: 'We gave your idea to the people it is for.' },
  {
    action: 'change-kind',
    kind: 'complaint',
    reason: 'They rang again: something is wrong.',
    message: 'You told us that something is wrong. We should answer you.',
  },
  { action: 'set-route', route: 'statutory' },
  { action: 'named-person-not-staff', said: 'Mr Hill', reason: 'They rang: it is another Mr Hill, at her school.' },
  { action: 'withdraw', reason: 'They did not want to go on.', message: 'We stopped. You can come back to us.' },
  { action: 'reopen', reason: 'They want to go on after all.' },
  { action: 'assign', to: { team: 'looked-after' } },
  { action: 'record-consent', agrees: 'partly', who: 'The young person', how: 'By phone, with her advocate' },
  { action: 'judge-maturity', canDecide: 'yes', why: 'She told us what she wants and what may come of it.' },
  { action: 'request-advocate' },
  { action: 'refer-advocate', service: 'An advocacy service', message: 'We asked for an advocate for you.' },
  { action: 'pause', reason: 'advocate', message: 'We wait until you have an advocate.' },
  { action: 'accept-advocate', name: 'Sam Lee', message: 'Sam Lee is your advocate now.' },
  { action: 'meet-advocate' },
  { action: 'write-message', message: 'Is Tuesday after school a good time to ring?', asks: true },
  { action: 'resume' },
  {
    action: 'extend',
    until: '2026-12-11',
    reason: 'Three people have to be heard.',
    message: 'We need more time. You should have an answer by 11 December.',
  },
  { action: 'answer-stage1', message: 'We looked into it. You were right. We are sorry.' },
  { action: 'request-stage2' },
  { action: 'acknowledge-stage2', message: 'You asked us to look again. Somebody new should do that.' },
  { action: 'appoint-stage2', investigatingOfficer: 'Ola Reed', independentPerson: 'Kit Moss' },
  { action: 'agree-statement' },
  { action: 'report-stage2' },
  { action: 'answer-stage2', message: 'Ola Reed has looked into it. This is what we found.' },
  { action: 'request-stage3' },
  { action: 'appoint-panel', people: ['Dee Ford', 'Bea Cole', 'Cy Dale'], meetsOn: '2026-12-18' },
  { action: 'hold-panel' },
  { action: 'report-panel' },
  { action: 'answer-stage3', message: 'The panel has met. This is what we do now.' },
  { action: 'ask-ombudsman' },
  { action: 'answer-ombudsman' },
  {
    action: 'close',
    outcome: 'partly-upheld',
    category: 'communication',
    themes: ['Contact with brothers and sisters'],
    learning: 'Say when a visit is put off, and when it is instead.',
    actions: [{ what: 'Tell every new worker in the first week.', owner: 'Team manager', due: '2027-01-29' }],
  },
  { action: 'finish-learning', number: 1 },
];

/** What a case has before the first of these: received, raised as not safe, and said to be worse. */
const eventsBefore = 3;
/** Refusing what nobody has acknowledged acknowledges it as well. */
const twoEvents: ReadonlySet<CaseAction['action']> = new Set(['refuse']);

export const exampleStory: readonly CaseAction[] = story.map((told, index) => {
  const before = story.slice(0, index).reduce((sum, { action }) => sum + (twoEvents.has(action) ? 2 : 1), eventsBefore);
  return { ...told, revision: before } as CaseAction;
});

export const exampleWayBack: WayBack = {
  followKey: 'another-example-of-nobody',
  who: 'The child, by telephone',
  how: 'She named her school and what she wrote first.',
  endOthers: false,
};

export const exampleRecording: Recording = {
  id: '3f2b1c0d-9e8a-4d7c-b6a5-948372615040',
  followKey: 'an-example-that-nobody-has',
  channel: 'phone',
  receivedOn: '2026-11-19',
  said: {
    version: 1,
    kind: 'compliment',
    words: 'She said that her social worker always rings back.',
    voice: 'parent-or-carer',
    person: 'Her social worker',
  },
};

const complaintId = '0b3c5f0e-6d0a-4f0e-9d3b-1c2d3e4f5a6b';

export const caseIdParameter: OpenAPIV3_1.ParameterObject = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'The id of the case: that of the submission which opened it.',
  schema: { type: 'string', format: 'uuid' },
  example: complaintId,
};
