import council from 'virtual:council';
import type { IsoDate } from '../domain/dates.ts';
import { editionsInForce, type Procedure, rulesOf } from '../domain/procedure.ts';
import { languageOf } from '../words/languages.ts';
import type { Filling } from '../words/words.ts';

/** A library that is part of the app, as its own package names it. */
export interface Library {
  name: string;
  version: string;
  licence: string;
}

/** What the pages say that is known only when they are made. */
export interface Facts {
  procedure: Procedure;
  /** The day they are made: the rules in force on it are the ones they tell. */
  today: IsoDate;
  version: string;
  libraries: Library[];
}

/**
 * What the texts are filled with. A figure that this council's rules do not have is missing: what would tell it is
 * then left out.
 *
 * @param longDate an ISO date as people write it, with its year
 */
export function fillingOf({ procedure, today, version }: Facts, longDate: (date: IsoDate) => string): Filling {
  const { feedback, statutory, corporate, ombudsman } = rulesOf(procedure, editionsInForce(procedure, today));
  const figures = {
    days: feedback.acknowledgeWithin,
    passOn: feedback.passOnWithin,
    statutoryStage1: statutory.stage1.answerWithin,
    statutoryStage1Most: statutory.stage1.extendableTo,
    statutoryAsk: statutory.stage2.requestWithin,
    statutoryStage2: statutory.stage2.answerWithin,
    statutoryStage2Most: statutory.stage2.extendableTo,
    panel: statutory.stage3?.panelWithin,
    report: statutory.stage3?.reportWithin,
    response: statutory.stage3?.responseWithin,
    corporateStage1: corporate.stage1.answerWithin,
    corporateStage1Most: corporate.stage1.extendableTo,
    corporateStage2: corporate.stage2.answerWithin,
    corporateStage2Most: corporate.stage2.extendableTo,
    ombudsman: ombudsman.answerWithinCalendarDays,
  };
  const known = Object.entries(figures).filter((entry): entry is [string, number] => entry[1] !== undefined);
  return {
    ...Object.fromEntries(known),
    from: longDate(corporate.effectiveFrom),
    council: council.name,
    team: council.complaintsTeam.name,
    phone: council.complaintsTeam.phones[0] ?? '',
    emergency: council.safety.emergency,
    version,
    languages: council.languages.map((language) => languageOf(language).name).join(', '),
  };
}
