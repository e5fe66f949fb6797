import type { Asked, AsksFor } from './asks.ts';
import { addDays, type IsoDate } from './dates.ts';
import type { Route } from './routes.ts';
import type { Step, StepName } from './steps.ts';
import type { Kind } from './submission.ts';

/**
 * What a person may ask of the council next, worked out from what their phone knows of a case: also without a network,
 * from the last timeline that it was told. The server looks at every request again; here nothing is decided.
 */

/** What the phone knows: the council's last answer, or the receipt alone. */
export interface Known {
  kind: Kind;
  timeline: readonly Step[];
  /** The date in England for which the timeline was worked out. */
  asOf: IsoDate;
  /** Null until staff confirm one, and missing from a receipt. */
  route?: Route | null | undefined;
  asked?: readonly Asked[] | undefined;
  /** By when the team should answer what was asked or written; missing when nothing waits. */
  answerBy?: IsoDate | undefined;
}

export interface WhatToAsk {
  /** They are late with `step`; or the person may ask until a day; or every stage is over. */
  why: 'late' | 'open' | 'over';
  step: StepName;
  due: IsoDate | undefined;
  /** Missing where only the Ombudsman is left. */
  ask?: AsksFor;
  /** It was asked, and an answer may still come in time. */
  asked?: Asked;
  /**
   * Anyone may ask the Ombudsman at any time; before the last stage they may be sent back. Null where the Ombudsman has
   * it, or is not for it.
   */
  ombudsman: 'now' | 'may-send-back' | null;
}

/** For so many days a phone's clock is believed to have gone on. Further ahead it is wrong, or nothing is known. */
const believedDays = 400;

/**
 * Today in England as far as a phone can tell: the council's own date and the days that the phone has counted since. So
 * a clock that is wrong by weeks does no harm; one that was set back, or runs years ahead, leaves the council's date.
 *
 * @param askedOn what the phone's clock said when the council's answer came; without it the clock itself is taken
 * @param phone what it says now, as a date in England
 */
export function dayByNow(asOf: IsoDate, askedOn: IsoDate | undefined, phone: IsoDate): IsoDate {
  const passed = Math.round((Date.parse(phone) - Date.parse(askedOn ?? asOf)) / 86_400_000);
  return passed > 0 && passed <= believedDays ? addDays(asOf, passed) : asOf;
}

/**
 * The timeline with what has become late since it was worked out: a step is late when its day is over. One whose date
 * may move by itself is left as it was told, unless all that is missing is the route: then it is the later date already.
 */
export function timelineByNow({ timeline, asOf, route }: Known, today: IsoDate): Step[] {
  if (today <= asOf) return [...timeline];
  return timeline.flatMap((each): Step[] => {
    const { due, state, certain } = each;
    if (state === 'done' || state === 'late' || due === undefined || due >= today) return [each];
    if (theirs.has(each.step)) return each.step === 'come-again' ? [each] : [];
    const isHeld = certain || !route;
    const { workingDaysLeft: _, ...step } = each;
    return isHeld ? [{ ...step, state: 'late' }] : [each];
  });
}

/** The person's to do or to leave: nobody is late with it, and when its day is over it is gone. */
const theirs: ReadonlySet<StepName> = new Set(['stage2-request-by', 'stage3-request-by', 'come-again']);

/**
 * What to ask when a step is late, what matters most first. A first answer that is late opens stage 2, on both routes. A
 * panel looks at the answer of stage 2 (SI 2006/1738, regulation 18): while that is missing, the answer is asked for.
 */
const whenLate: readonly (readonly [StepName, AsksFor | undefined])[] = [
  ['ombudsman-answer', undefined],
  ['stage3-response', 'stage3-response'],
  ['stage3-report', 'stage3-report'],
  ['stage3-panel', 'stage3-panel'],
  ['stage2-response', 'stage2-response'],
  ['stage2-acknowledge', 'stage2-acknowledge'],
  ['stage1-answer', 'stage2'],
  ['pass-on', 'pass-on'],
  ['acknowledge', 'acknowledge'],
];

const whileOpen: readonly (readonly [StepName, AsksFor])[] = [
  ['stage3-request-by', 'stage3'],
  ['stage2-request-by', 'stage2'],
];

/** The one thing that there is to ask now, or nothing. */
export function whatToAsk(known: Known, today: IsoDate): WhatToAsk | undefined {
  const steps = new Map(timelineByNow(known, today).map((step) => [step.step, step]));
  const found = (why: WhatToAsk['why'], { step, due }: Step, ask?: AsksFor): WhatToAsk => {
    const asked = ask && askedInTime(known, ask, today);
    return { why, step, due, ...(ask && { ask }), ...(asked && { asked }), ombudsman: ombudsmanOf(known, steps) };
  };
  for (const [name, ask] of whenLate) {
    const step = steps.get(name);
    if (step?.state === 'late') return found('late', step, ask);
  }
  for (const [name, ask] of whileOpen) {
    const step = steps.get(name);
    if (step && step.state !== 'done') return found('open', step, ask);
  }
  const last = lastAnswer(known, steps);
  return last && !steps.has('ombudsman-answer') ? found('over', last) : undefined;
}

// Asked again only when the time for an answer has passed, or when one came and the step is late all the same.
function askedInTime({ asked = [], answerBy }: Known, ask: AsksFor, today: IsoDate): Asked | undefined {
  if (answerBy === undefined || today > answerBy) return undefined;
  return asked.findLast((each) => each.for === ask);
}

type Steps = ReadonlyMap<StepName, Step>;

function ombudsmanOf(known: Known, steps: Steps): WhatToAsk['ombudsman'] {
  if (known.kind !== 'complaint' || steps.has('ombudsman-answer')) return null;
  return lastAnswer(known, steps) ? 'now' : 'may-send-back';
}

/** The answer of the last stage, once it was given: stage 2 on the corporate route, the panel's on the statutory one. */
function lastAnswer({ route }: Known, steps: Steps): Step | undefined {
  const last = route && steps.get(route === 'corporate' ? 'stage2-response' : 'stage3-response');
  return last?.state === 'done' ? last : undefined;
}
