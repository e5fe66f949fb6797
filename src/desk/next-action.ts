import type { AsksFor } from '../domain/asks.ts';
import type { ActionName } from '../domain/case-actions.ts';
import type { CaseDetail } from '../domain/desk-api.ts';

// What the procedure waits for, what comes later in a stage before what comes earlier: naming a panel again is
// possible until it meets, and its meeting is what is due.
const inOrder: readonly ActionName[] = [
  'acknowledge',
  'pass-on',
  'answer-stage1',
  'acknowledge-stage2',
  'answer-stage2',
  'agree-statement',
  'report-stage2',
  'appoint-stage2',
  'answer-stage3',
  'report-panel',
  'hold-panel',
  'appoint-panel',
];

/** What opens the stage that the person asked for. Whatever else they ask for is due by itself, or is a letter. */
const doesWhatWasAsked: Partial<Record<AsksFor, ActionName>> = { stage2: 'request-stage2', stage3: 'request-stage3' };

/** What is due next of this case; nothing when it waits for the person, or for nobody. */
export function nextAction({
  allowed,
  message,
  asksFor,
  route,
  timeline,
  history,
}: CaseDetail): ActionName | undefined {
  const isResting = allowed.includes('resume');
  if (isResting) return 'resume';
  const isOpen = (step: string) => timeline.some((each) => each.step === step && each.state !== 'done');
  const askedFor = asksFor && doesWhatWasAsked[asksFor];
  if (askedFor && allowed.includes(askedFor)) return askedFor;
  // A person who waits for an answer comes before the next step, but for the letter that answers them as well.
  if (message && !allowed.includes('acknowledge')) return 'write-message';
  if (!route && allowed.includes('set-route')) return 'set-route';
  const due = inOrder.find((action) => allowed.includes(action));
  if (due) return due;
  if (isOpen('ombudsman-answer')) return 'answer-ombudsman';
  if (allowed.includes('finish-learning')) return 'finish-learning';
  const last = history.findLast(({ type }) => type === 'withdrawn' || type === 'route-refused' || type === 'closed');
  return last && last.type !== 'closed' && allowed.includes('close') ? 'close' : undefined;
}
